// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import android.database.Cursor;
import android.database.sqlite.SQLiteDatabaseCorruptException;
import android.util.Log;
import androidx.annotation.NonNull;
import androidx.sqlite.db.SupportSQLiteDatabase;
import androidx.sqlite.db.SupportSQLiteOpenHelper;
import java.io.File;

/**
 * Looks a database over before anyone uses it: damage is better found then than in the middle of
 * something, since Room does not let go of what it has opened.
 */
final class CheckedOpenHelper implements SupportSQLiteOpenHelper {
  /** Checking takes some ms for a MiB; a larger database is checked only when it is suspect. */
  private static final long ALWAYS_CHECKED_BYTES = 32 << 20;

  private final SupportSQLiteOpenHelper helper;
  private final File file;
  private final DamagedDatabases damaged;
  private boolean checked;

  CheckedOpenHelper(SupportSQLiteOpenHelper helper, File file, DamagedDatabases damaged) {
    this.helper = helper;
    this.file = file;
    this.damaged = damaged;
  }

  @Override
  public String getDatabaseName() {
    return helper.getDatabaseName();
  }

  @Override
  public void setWriteAheadLoggingEnabled(boolean enabled) {
    helper.setWriteAheadLoggingEnabled(enabled);
  }

  @NonNull
  @Override
  public SupportSQLiteDatabase getWritableDatabase() {
    checkOnce();
    return helper.getWritableDatabase();
  }

  @NonNull
  @Override
  public SupportSQLiteDatabase getReadableDatabase() {
    checkOnce();
    return helper.getReadableDatabase();
  }

  private synchronized void checkOnce() {
    if (checked) {
      return;
    }
    boolean thorough = damaged.takeSuspicion() || file.length() <= ALWAYS_CHECKED_BYTES;
    try {
      SupportSQLiteDatabase database = helper.getWritableDatabase();
      if (thorough) {
        check(database);
      }
    } catch (SQLiteDatabaseCorruptException e) {
      Log.e("Undertone", "the database is damaged", e);
      helper.close();
      damaged.setAside();
      damaged.takeSuspicion();
    }
    checked = true;
  }

  private static void check(SupportSQLiteDatabase database) {
    try (Cursor result = database.query("PRAGMA quick_check(1)")) {
      if (result.moveToFirst() && !result.getString(0).equals("ok")) {
        throw new SQLiteDatabaseCorruptException(result.getString(0));
      }
    }
  }

  @Override
  public synchronized void close() {
    helper.close();
  }
}
