// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.ModelFiles;
import org.undertone.ser.infer.ModelFile;
import picocli.CommandLine.Option;

/** The option that names a model. */
final class ModelOption {
  /** Names the built-in model where a file could be named. */
  static final String BUILT_IN = "built-in";

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "A model made by `ser train`, instead of the built-in one.")
  private Path file;

  /**
   * Reads the model.
   *
   * @throws IOException if it cannot be read or is refused; the message says why
   */
  ModelFile read() throws IOException {
    return read(file);
  }

  /**
   * Reads a model file, or the model called {@link #BUILT_IN}.
   *
   * @throws IOException if it cannot be read or is refused; the message says why
   */
  static ModelFile read(String name) throws IOException {
    return read(name.equals(BUILT_IN) ? null : Path.of(name));
  }

  /** Reads a model file, or the built-in model if there is no path, and gets the runtime ready for it. */
  static ModelFile read(Path file) throws IOException {
    return file == null ? EmotionRecognizer.builtInModel() : ModelFiles.read(file);
  }
}
