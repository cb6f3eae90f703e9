// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.room.Database;
import androidx.room.RoomDatabase;
import androidx.room.TypeConverters;

/** The database of sessions. Its schemas are in the module's folder {@code schemas}. */
@Database(
    version = 2,
    entities = {
      SessionRow.class,
      SegmentRow.class,
      ScoreRow.class,
      LabelRow.class,
      AlertRow.class,
      EventRow.class
    })
@TypeConverters(Converters.class)
abstract class UndertoneDatabase extends RoomDatabase {
  abstract SessionDao sessions();

  abstract TimelineDao timeline();

  /** Computes anew what the history shows of a session's segments; within a transaction. */
  SessionDigest refreshDigest(long sessionId) {
    SessionDigest digest = SessionDigest.of(timeline().spans(sessionId));
    sessions()
        .setDigest(sessionId, digest.mainEmotion(), digest.emotionMask(), digest.strip().toBytes());
    return digest;
  }
}
