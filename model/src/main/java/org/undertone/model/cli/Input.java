// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.model.corpus.ClipAudio;

/**
 * A recording to be classified, or what stood in its place and cannot be; immutable.
 *
 * @param name as given, or as found in a folder or zip that was given
 * @param audio where its sound is, or null if there is a problem
 * @param problem why there is no sound, or null
 */
record Input(String name, ClipAudio audio, IOException problem) {
  static Input of(Path file) {
    return of(file.toString(), file);
  }

  static Input of(String name, Path file) {
    return new Input(name, () -> AudioFiles.open(file), null);
  }

  static Input problem(String name, String message) {
    return problem(name, new IOException(message));
  }

  static Input problem(String name, IOException problem) {
    return new Input(name, null, problem);
  }
}
