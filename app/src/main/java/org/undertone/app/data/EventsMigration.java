// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import android.content.ContentValues;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import androidx.room.migration.Migration;
import androidx.sqlite.db.SupportSQLiteDatabase;
import java.util.ArrayList;
import java.util.List;
import org.undertone.ser.timeline.Verdict;

/**
 * From version 1 to 2: events; and what the history shows and finds of a session is kept with it,
 * computed here for the sessions there are.
 */
final class EventsMigration extends Migration {
  EventsMigration() {
    super(1, 2);
  }

  @Override
  public void migrate(SupportSQLiteDatabase database) {
    database.execSQL(
        "CREATE TABLE IF NOT EXISTS `events` (`id` INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,"
            + " `session_id` INTEGER NOT NULL, `at_seconds` REAL NOT NULL, `kind` TEXT NOT NULL,"
            + " `gap_seconds` REAL NOT NULL, FOREIGN KEY(`session_id`) REFERENCES `sessions`(`id`)"
            + " ON UPDATE NO ACTION ON DELETE CASCADE )");
    database.execSQL("CREATE INDEX `index_events_session_id` ON `events` (`session_id`)");
    database.execSQL("ALTER TABLE `sessions` ADD COLUMN `search_text` TEXT NOT NULL DEFAULT ''");
    database.execSQL("ALTER TABLE `sessions` ADD COLUMN `main_emotion` TEXT");
    database.execSQL("ALTER TABLE `sessions` ADD COLUMN `emotion_mask` INTEGER NOT NULL DEFAULT 0");
    database.execSQL("ALTER TABLE `sessions` ADD COLUMN `strip` BLOB");
    try (Cursor sessions = database.query("SELECT id, name, note FROM sessions")) {
      while (sessions.moveToNext()) {
        long id = sessions.getLong(0);
        SessionDigest digest = SessionDigest.of(spans(database, id));
        ContentValues values = new ContentValues();
        values.put("search_text", SearchText.of(sessions.getString(1), sessions.getString(2)));
        values.put("main_emotion", Converters.emotionToLabel(digest.mainEmotion()));
        values.put("emotion_mask", digest.emotionMask());
        values.put("strip", digest.strip().toBytes());
        database.update(
            "sessions", SQLiteDatabase.CONFLICT_ABORT, values, "id = ?", new Object[] {id});
      }
    }
  }

  private static List<Span> spans(SupportSQLiteDatabase database, long sessionId) {
    List<Span> spans = new ArrayList<>();
    try (Cursor cursor =
        database.query(
            "SELECT start_seconds, end_seconds, state, IFNULL(correction, emotion)"
                + " FROM segments LEFT JOIN labels ON segment_id = id"
                + " WHERE session_id = ? ORDER BY start_seconds",
            new Object[] {sessionId})) {
      while (cursor.moveToNext()) {
        Span span = new Span();
        span.startSeconds = cursor.getDouble(0);
        span.endSeconds = cursor.getDouble(1);
        span.state = Verdict.State.valueOf(cursor.getString(2));
        span.emotion = Converters.labelToEmotion(cursor.getString(3));
        spans.add(span);
      }
    }
    return spans;
  }
}
