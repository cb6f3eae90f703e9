// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import org.undertone.ser.Emotion;
import org.undertone.ser.timeline.Segment;

/**
 * A segment as it was stored, with what the user made of it; immutable.
 *
 * @param id key in the database
 * @param segment the model's verdict, which a correction never changes
 * @param correction the emotion that the user says it is, or null
 * @param note the user's words on it, never null, may be empty
 */
public record StoredSegment(long id, Segment segment, Emotion correction, String note) {

  /** Returns the correction where there is one, else the model's emotion, else null. */
  public Emotion emotion() {
    return correction != null ? correction : segment.emotion();
  }
}
