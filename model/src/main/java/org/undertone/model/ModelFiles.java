// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelFileException;

/** Reads model files by path. */
public final class ModelFiles {
  private ModelFiles() {}

  /**
   * Reads and checks a model file.
   *
   * @throws IOException if it cannot be read or is refused; the message names the file
   */
  public static ModelFile read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return ModelFile.read(in);
    } catch (ModelFileException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
