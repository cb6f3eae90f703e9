// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import org.undertone.app.data.StoredSegment;
import org.undertone.ser.LabelScheme;
import org.undertone.ser.timeline.Segment;

/**
 * A block of a timeline; immutable.
 *
 * @param id what a listener is told of it; the key of the segment where it is stored
 * @param startSeconds start, seconds of audio
 * @param endSeconds end, seconds of audio
 * @param style its word, colour and shape
 * @param confidence probability of the label, 0 to 1; 0 where there is none to tell
 * @param corrected whether the label is the user's correction
 */
public record TimelineSpan(
    long id,
    double startSeconds,
    double endSeconds,
    EmotionStyle style,
    float confidence,
    boolean corrected) {

  /** Returns the block of a segment of a running recording. */
  public static TimelineSpan of(long id, Segment segment, LabelScheme scheme) {
    ShownLabel shown = ShownLabel.of(segment, scheme);
    return new TimelineSpan(
        id, segment.startSeconds(), segment.endSeconds(), shown.style(), shown.confidence(), false);
  }

  /** Returns the block of a stored segment: its correction, where there is one. */
  public static TimelineSpan of(StoredSegment stored, LabelScheme scheme) {
    if (stored.correction() == null) {
      return of(stored.id(), stored.segment(), scheme);
    }
    return new TimelineSpan(
        stored.id(),
        stored.segment().startSeconds(),
        stored.segment().endSeconds(),
        EmotionStyle.of(stored.correction()),
        0,
        true);
  }
}
