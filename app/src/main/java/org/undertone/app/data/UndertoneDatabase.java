// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.room.Database;
import androidx.room.RoomDatabase;
import androidx.room.TypeConverters;
import java.util.concurrent.atomic.AtomicReference;

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

  /**
   * Runs a transaction, and throws what went wrong in it. When the disk is full SQLite rolls back by
   * itself; Android then fails to roll back, and that failure would hide the cause.
   */
  void transact(Runnable body) {
    AtomicReference<RuntimeException> cause = new AtomicReference<>();
    try {
      runInTransaction(
          () -> {
            try {
              body.run();
            } catch (RuntimeException e) {
              cause.set(e);
              throw e;
            }
          });
    } catch (RuntimeException e) {
      throw cause.get() == null ? e : cause.get();
    }
  }

  /** Computes anew what the history shows of a session's segments; within a transaction. */
  SessionDigest refreshDigest(long sessionId) {
    SessionDigest digest = SessionDigest.of(timeline().spans(sessionId));
    sessions()
        .setDigest(sessionId, digest.mainEmotion(), digest.emotionMask(), digest.strip().toBytes());
    return digest;
  }
}
