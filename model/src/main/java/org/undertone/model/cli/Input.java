// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file to be classified, or what stood in its place and cannot be; immutable.
 *
 * @param name as given, or as found under a folder that was given
 * @param file where it is, or null if there is a problem
 * @param problem why there is no file, or null
 */
record Input(String name, Path file, IOException problem) {
  static Input of(Path file) {
    return new Input(file.toString(), file, null);
  }

  static Input problem(String name, String message) {
    return new Input(name, null, new IOException(message));
  }
}
