// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.ForeignKey;
import androidx.room.Index;
import androidx.room.PrimaryKey;
import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.DriverState;

/** A row of the table of alerts. */
@Entity(
    tableName = "alerts",
    foreignKeys =
        @ForeignKey(
            entity = SessionRow.class,
            parentColumns = "id",
            childColumns = "session_id",
            onDelete = ForeignKey.CASCADE),
    indices = @Index("session_id"))
final class AlertRow {
  @PrimaryKey(autoGenerate = true)
  long id;

  @ColumnInfo(name = "session_id")
  long sessionId;

  @ColumnInfo(name = "time_seconds")
  double timeSeconds;

  @NonNull DriverState state = DriverState.UNSURE;
  float probability;
  @NonNull AlertFeedback feedback = AlertFeedback.NONE;

  static AlertRow of(long sessionId, DriverAlert alert) {
    AlertRow row = new AlertRow();
    row.sessionId = sessionId;
    row.timeSeconds = alert.timeSeconds();
    row.state = alert.state();
    row.probability = alert.probability();
    return row;
  }

  StoredAlert toAlert() {
    return new StoredAlert(id, new DriverAlert(timeSeconds, state, probability), feedback);
  }
}
