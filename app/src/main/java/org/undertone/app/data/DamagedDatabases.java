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
import java.util.List;

/**
 * Sets a damaged database and the audio that belongs to it aside, where someone who knows how may
 * still rescue them, and remembers to say so. Any thread; blocks on files.
 */
final class DamagedDatabases {
  /** What SQLite writes beside a database; it belongs to it, damaged or not. */
  private static final String[] COMPANIONS = {"-wal", "-shm", "-journal"};

  private static final String DAMAGED = ".damaged-";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final File database;
  private final File audio;
  private final File notice;
  private final File suspicion;
  private final MutableLiveData<String> shown = new MutableLiveData<>();

  /** Looks after one database, and the folder of its audio. */
  DamagedDatabases(File database, File audio) {
    this.database = database;
    this.audio = audio;
    this.notice = new File(database.getParentFile(), database.getName() + "-notice");
    this.suspicion = new File(database.getParentFile(), database.getName() + "-suspect");
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

  /** Remembers that damage was met, for the next opening. */
  synchronized void suspect() {
    try {
      if (suspicion.createNewFile()) {
        Log.e("Undertone", "the database is damaged: it will be set aside at the next start");
      }
    } catch (IOException e) {
      Log.w("Undertone", "cannot write " + suspicion, e);
    }
  }

  /** Returns whether {@link #suspect} was called since the last time, also before a restart. */
  synchronized boolean takeSuspicion() {
    return suspicion.delete();
  }

  /** Moves the database, which must be closed, out of the way. */
  synchronized void setAside() {
    String suffix = DAMAGED + TIME.format(Instant.now());
    File aside = new File(database.getPath() + suffix);
    if (!move(database, aside)) {
      return;
    }
    for (String companion : COMPANIONS) {
      move(new File(database.getPath() + companion), new File(aside.getPath() + companion));
    }
    // The new database counts its sessions from 1 again: their audio would overwrite the old.
    move(audio, new File(audio.getPath() + suffix));
    Log.e("Undertone", "the database was damaged: set aside as " + aside);
    try (FileOutputStream out = new FileOutputStream(notice)) {
      out.write(aside.getName().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      Log.w("Undertone", "cannot write " + notice, e);
    }
    shown.postValue(aside.getName());
  }

  private static boolean move(File from, File to) {
    if (from.renameTo(to)) {
      return true;
    }
    if (from.exists()) {
      Log.e("Undertone", "cannot set aside " + from);
    }
    return false;
  }

  /** Deletes what was set aside, and the notice. */
  synchronized void erase() throws IOException {
    dismiss();
    for (File file : DatabaseFiles.of(database)) {
      if (file.getName().contains(DAMAGED)) {
        AudioFolder.deleteFile(file);
      }
    }
    for (File folder : audioAside()) {
      new AudioFolder(folder).deleteAllBut(List.of());
      AudioFolder.deleteFile(folder);
    }
  }

  /** Returns the bytes of audio that was set aside. */
  long audioBytes() {
    long bytes = 0;
    for (File folder : audioAside()) {
      bytes += new AudioFolder(folder).bytes();
    }
    return bytes;
  }

  private File[] audioAside() {
    File[] folders =
        audio
            .getParentFile()
            .listFiles((parent, name) -> name.startsWith(audio.getName() + DAMAGED));
    return folders == null ? new File[0] : folders;
  }
}
