// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * LightGBM's native library. lightgbm4j unpacks it under a fixed name in the folder for temporary files and deletes it when the
 * process ends: two processes at the same time would pull it from under each other. So it gets a folder of its own.
 */
final class LightGbmLibrary {
  private static final String FOLDER = "java.io.tmpdir";
  private static boolean unpacked;

  private LightGbmLibrary() {}

  /**
   * Loads the library, once. To be called before anything else of lightgbm4j, which loads it when its class is first used.
   *
   * @throws IllegalStateException if there is none for this platform
   */
  static synchronized void load() {
    if (unpacked) {
      return;
    }
    String usual = System.getProperty(FOLDER);
    try {
      Path own = Files.createTempDirectory("lightgbm");
      own.toFile().deleteOnExit();
      System.setProperty(FOLDER, own.toString());
      if (!LGBMBooster.isNativeLoaded()) {
        throw new IllegalStateException("LightGBM has no native library for this platform");
      }
      unpacked = true;
    } catch (IOException e) {
      throw new UncheckedIOException("LightGBM cannot be unpacked: " + e.getMessage(), e);
    } finally {
      System.setProperty(FOLDER, usual);
    }
  }
}
