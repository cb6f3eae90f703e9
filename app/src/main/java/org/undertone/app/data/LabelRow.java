// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.ForeignKey;
import androidx.room.PrimaryKey;
import org.undertone.ser.Emotion;

/** A row of the table of labels: what the user says of a segment, beside the model's verdict. */
@Entity(
    tableName = "labels",
    foreignKeys =
        @ForeignKey(
            entity = SegmentRow.class,
            parentColumns = "id",
            childColumns = "segment_id",
            onDelete = ForeignKey.CASCADE))
final class LabelRow {
  @PrimaryKey
  @ColumnInfo(name = "segment_id")
  long segmentId;

  Emotion correction;
  @NonNull String note = "";

  static LabelRow of(long segmentId) {
    LabelRow row = new LabelRow();
    row.segmentId = segmentId;
    return row;
  }

  boolean isEmpty() {
    return correction == null && note.isEmpty();
  }
}
