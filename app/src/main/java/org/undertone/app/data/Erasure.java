// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import android.database.Cursor;
import androidx.sqlite.db.SupportSQLiteDatabase;

/** Empties a database so that its file holds nothing of what was in it. */
final class Erasure {
  private Erasure() {}

  /** Removes all rows, overwriting them, and what is left of older ones; blocks for long. */
  static void erase(UndertoneDatabase database) {
    SupportSQLiteDatabase sqlite = database.getOpenHelper().getWritableDatabase();
    // Within the transaction: the setting belongs to a connection, and this is the one that
    // deletes.
    database.transact(
        () -> {
          run(sqlite, "PRAGMA secure_delete = ON");
          database.sessions().removeAll();
        });
    sqlite.execSQL("VACUUM");
    // The write-ahead log still has pages of old.
    run(sqlite, "PRAGMA wal_checkpoint(TRUNCATE)");
  }

  private static void run(SupportSQLiteDatabase sqlite, String pragma) {
    try (Cursor cursor = sqlite.query(pragma)) {
      cursor.moveToFirst();
    }
  }
}
