// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The folder of kept audio: a file for each session. Blocks on files. */
final class AudioFolder {
  private static final String PREFIX = "session-";
  private static final String SUFFIX = ".wav";

  private final File folder;

  AudioFolder(File folder) {
    this.folder = folder;
  }

  /** Returns where a session's audio is or would be; does not touch it. */
  File file(long sessionId) {
    return new File(folder, PREFIX + sessionId + SUFFIX);
  }

  /** Begins to keep a session's audio. */
  KeptAudio begin(long sessionId, int sampleRate) throws IOException {
    if (!folder.isDirectory() && !folder.mkdirs()) {
      throw new IOException("cannot make the folder " + folder);
    }
    return new KeptAudio(file(sessionId), sampleRate);
  }

  /** Deletes a session's audio if there is any. */
  void delete(long sessionId) throws IOException {
    deleteFile(file(sessionId));
  }

  /** Deletes all files but those of some sessions, such as ones whose rows are gone. */
  void deleteAllBut(List<Long> sessionIds) throws IOException {
    Set<File> wanted = new HashSet<>();
    for (long id : sessionIds) {
      wanted.add(file(id));
    }
    for (File file : files()) {
      if (!wanted.contains(file)) {
        deleteFile(file);
      }
    }
  }

  /** Deletes a file or an empty folder if it is there. */
  static void deleteFile(File file) throws IOException {
    if (!file.delete() && file.exists()) {
      throw new IOException("cannot delete " + file);
    }
  }

  /** Returns the size of all files together. */
  long bytes() {
    long bytes = 0;
    for (File file : files()) {
      bytes += file.length();
    }
    return bytes;
  }

  private File[] files() {
    File[] files = folder.listFiles();
    return files == null ? new File[0] : files;
  }
}
