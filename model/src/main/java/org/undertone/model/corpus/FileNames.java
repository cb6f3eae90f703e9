// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Locale;
import java.util.Set;

/** Parts of paths with slashes, and what their endings promise. */
final class FileNames {
  private static final Set<String> READABLE = Set.of("wav", "wave", "flac");
  private static final Set<String> FOREIGN =
      Set.of(
          "mp3", "ogg", "oga", "opus", "m4a", "aac", "mp4", "wma", "aif", "aiff", "au", "sph",
          "webm", "3gp", "amr", "flv", "avi", "mov");

  private FileNames() {}

  /** Whether a file's ending promises WAV or FLAC. */
  static boolean isAudio(String file) {
    return READABLE.contains(extension(file));
  }

  /** Whether a file's ending promises sound that is not read here. */
  static boolean isForeignAudio(String file) {
    return FOREIGN.contains(extension(file));
  }

  /** Returns the last part of a path. */
  static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /** Returns the last part of a path without its ending. */
  static String stem(String file) {
    String name = name(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Returns the folder of a path, or nothing at the top. */
  static String folder(String file) {
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "" : file.substring(0, slash);
  }

  private static String extension(String file) {
    String name = name(file);
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
