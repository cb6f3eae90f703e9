// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.ForeignKey;
import androidx.room.Index;
import androidx.room.PrimaryKey;

/** A row of the table of events. */
@Entity(
    tableName = "events",
    foreignKeys =
        @ForeignKey(
            entity = SessionRow.class,
            parentColumns = "id",
            childColumns = "session_id",
            onDelete = ForeignKey.CASCADE),
    indices = @Index("session_id"))
final class EventRow {
  @PrimaryKey(autoGenerate = true)
  long id;

  @ColumnInfo(name = "session_id")
  long sessionId;

  @ColumnInfo(name = "at_seconds")
  double atSeconds;

  @NonNull EventKind kind = EventKind.READ_ERROR;

  @ColumnInfo(name = "gap_seconds")
  double gapSeconds;

  static EventRow of(long sessionId, SessionEvent event) {
    EventRow row = new EventRow();
    row.sessionId = sessionId;
    row.atSeconds = event.atSeconds();
    row.kind = event.kind();
    row.gapSeconds = event.gapSeconds();
    return row;
  }

  SessionEvent toEvent() {
    return new SessionEvent(atSeconds, kind, gapSeconds);
  }
}
