// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.ForeignKey;
import androidx.room.Index;
import androidx.room.PrimaryKey;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/** A row of the table of segments: the model's verdict alone. */
@Entity(
    tableName = "segments",
    foreignKeys =
        @ForeignKey(
            entity = SessionRow.class,
            parentColumns = "id",
            childColumns = "session_id",
            onDelete = ForeignKey.CASCADE),
    indices = @Index({"session_id", "start_seconds"}))
final class SegmentRow {
  @PrimaryKey(autoGenerate = true)
  long id;

  @ColumnInfo(name = "session_id")
  long sessionId;

  @ColumnInfo(name = "start_seconds")
  double startSeconds;

  @ColumnInfo(name = "end_seconds")
  double endSeconds;

  @NonNull Verdict.State state = Verdict.State.NO_SPEECH;
  Emotion emotion;

  @ColumnInfo(name = "mean_scores")
  EmotionScores meanScores;

  int verdicts;

  static SegmentRow of(long id, long sessionId, Segment segment) {
    SegmentRow row = new SegmentRow();
    row.id = id;
    row.sessionId = sessionId;
    row.startSeconds = segment.startSeconds();
    row.endSeconds = segment.endSeconds();
    row.state = segment.state();
    row.emotion = segment.emotion();
    row.meanScores = segment.meanScores();
    row.verdicts = segment.verdicts();
    return row;
  }

  Segment toSegment() {
    return new Segment(startSeconds, endSeconds, state, emotion, meanScores, verdicts);
  }
}
