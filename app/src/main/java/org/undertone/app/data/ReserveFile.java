// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import android.util.Log;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Random;

/**
 * Space put by for the day when there is none left: deleted, it makes room for closing a session
 * properly. Blocks on files.
 */
final class ReserveFile {
  /** Enough for a batch of rows, their indices and the write-ahead log, several times over. */
  private static final int BYTES = 256 << 10;

  private final File file;

  ReserveFile(File file) {
    this.file = file;
  }

  /** Puts the space by, if it is not; without space there is no reserve, which is no failure. */
  void fill() {
    if (file.length() == BYTES) {
      return;
    }
    // Not zeros: a file system that compresses would put nothing by.
    byte[] noise = new byte[BYTES];
    new Random().nextBytes(noise);
    try (FileOutputStream out = new FileOutputStream(file)) {
      out.write(noise);
    } catch (IOException e) {
      Log.w("Undertone", "no space for a reserve", e);
      release();
    }
  }

  /** Frees the space; returns whether there was any. */
  boolean release() {
    return file.delete();
  }
}
