// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.annotation.NonNull;
import androidx.sqlite.db.SupportSQLiteDatabase;
import androidx.sqlite.db.SupportSQLiteOpenHelper;
import androidx.sqlite.db.framework.FrameworkSQLiteOpenHelperFactory;
import java.io.File;

/**
 * Opens a database as Android does, but for a damaged one: it is set aside, not deleted, and a new
 * one is begun.
 */
final class DatabaseFiles implements SupportSQLiteOpenHelper.Factory {
  private final SupportSQLiteOpenHelper.Factory android = new FrameworkSQLiteOpenHelperFactory();
  private final File database;
  private final DamagedDatabases damaged;

  DatabaseFiles(File database, DamagedDatabases damaged) {
    this.database = database;
    this.damaged = damaged;
  }

  /** Returns a database's file and all that belong to it. */
  static File[] of(File database) {
    File[] files =
        database.getParentFile().listFiles((folder, name) -> name.startsWith(database.getName()));
    return files == null ? new File[0] : files;
  }

  @NonNull
  @Override
  public SupportSQLiteOpenHelper create(SupportSQLiteOpenHelper.Configuration configuration) {
    SupportSQLiteOpenHelper helper =
        android.create(
            SupportSQLiteOpenHelper.Configuration.builder(configuration.context)
                .name(configuration.name)
                .callback(new SettingAside(configuration.callback, damaged))
                .build());
    return new CheckedOpenHelper(helper, database, damaged);
  }

  /** Room's callback, with another answer to damage. */
  private static final class SettingAside extends SupportSQLiteOpenHelper.Callback {
    private final SupportSQLiteOpenHelper.Callback room;
    private final DamagedDatabases damaged;

    SettingAside(SupportSQLiteOpenHelper.Callback room, DamagedDatabases damaged) {
      super(room.version);
      this.room = room;
      this.damaged = damaged;
    }

    @Override
    public void onConfigure(@NonNull SupportSQLiteDatabase database) {
      room.onConfigure(database);
    }

    @Override
    public void onCreate(@NonNull SupportSQLiteDatabase database) {
      room.onCreate(database);
    }

    @Override
    public void onUpgrade(@NonNull SupportSQLiteDatabase database, int from, int to) {
      room.onUpgrade(database, from, to);
    }

    @Override
    public void onDowngrade(@NonNull SupportSQLiteDatabase database, int from, int to) {
      room.onDowngrade(database, from, to);
    }

    @Override
    public void onOpen(@NonNull SupportSQLiteDatabase database) {
      room.onOpen(database);
    }

    @Override
    public void onCorruption(@NonNull SupportSQLiteDatabase open) {
      if (open.isOpen()) {
        // Room keeps what it has opened until the process ends, and most of it may still be read.
        damaged.suspect();
      } else {
        damaged.setAside();
      }
    }
  }
}
