// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.room.Embedded;
import androidx.room.Relation;

/** A segment and what the user says of it. */
final class SegmentWithLabel {
  @Embedded SegmentRow segment;

  @Relation(parentColumn = "id", entityColumn = "segment_id")
  LabelRow label;

  StoredSegment toSegment() {
    return label == null
        ? new StoredSegment(segment.id, segment.toSegment(), null, "")
        : new StoredSegment(segment.id, segment.toSegment(), label.correction, label.note);
  }
}
