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
import org.undertone.ser.timeline.Verdict;

/** A row of the table of scores: one verdict. */
@Entity(
    tableName = "scores",
    foreignKeys =
        @ForeignKey(
            entity = SessionRow.class,
            parentColumns = "id",
            childColumns = "session_id",
            onDelete = ForeignKey.CASCADE),
    indices = @Index("session_id"))
final class ScoreRow {
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
  EmotionScores probabilities;

  static ScoreRow of(long sessionId, Verdict verdict) {
    ScoreRow row = new ScoreRow();
    row.sessionId = sessionId;
    row.startSeconds = verdict.startSeconds();
    row.endSeconds = verdict.endSeconds();
    row.state = verdict.state();
    row.emotion = verdict.emotion();
    row.probabilities = verdict.smoothed();
    return row;
  }

  StoredScores toScores() {
    return new StoredScores(startSeconds, endSeconds, state, emotion, probabilities);
  }
}
