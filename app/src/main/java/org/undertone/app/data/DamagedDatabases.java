// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import android.util.Log;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Sets damaged databases aside, where someone who knows how may still rescue them, and remembers to
 * say so. Any thread; blocks on files.
 */
final class DamagedDatabases {
  /** What SQLite writes beside a database; it belongs to it, damaged or not. */
  private static final String[] COMPANIONS = {"-wal", "-shm", "-journal"};

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final File database;
  private final File notice;
  private final MutableLiveData<String> shown = new MutableLiveData<>();

  /** Looks after one database. */
  DamagedDatabases(File database) {
    this.database = database;
    this.notice = new File(database.getParentFile(), database.getName() + "-notice");
  }

  /** Observes the name of the file last set aside, or null. */
  LiveData<String> notice() {
    return shown;
  }

  /** Brings back a notice that nobody has dismissed. */
  synchronized void load() {
    try {
      if (notice.isFile()) {
        shown.postValue(new String(Files.readAllBytes(notice.toPath()), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      Log.w("Undertone", "cannot read " + notice, e);
    }
  }

  /** Forgets the notice. */
  synchronized void dismiss() {
    shown.postValue(null);
    if (!notice.delete() && notice.exists()) {
      Log.w("Undertone", "cannot delete " + notice);
    }
  }

  /** Moves the database, which must be closed, out of the way. */
  synchronized void setAside() {
    File aside = new File(database.getPath() + ".damaged-" + TIME.format(Instant.now()));
    if (!database.renameTo(aside)) {
      Log.e("Undertone", "cannot set aside " + database);
      return;
    }
    for (String companion : COMPANIONS) {
      File file = new File(database.getPath() + companion);
      if (file.exists() && !file.renameTo(new File(aside.getPath() + companion))) {
        Log.e("Undertone", "cannot set aside " + file);
      }
    }
    Log.e("Undertone", "the database was damaged: set aside as " + aside);
    try (FileOutputStream out = new FileOutputStream(notice)) {
      out.write(aside.getName().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      Log.w("Undertone", "cannot write " + notice, e);
    }
    shown.postValue(aside.getName());
  }

  /** Deletes what was set aside, and the notice. */
  synchronized void erase() throws IOException {
    dismiss();
    for (File file : DatabaseFiles.of(database)) {
      if (file.getName().contains(".damaged-") && !file.delete()) {
        throw new IOException("cannot delete " + file);
      }
    }
  }
}
