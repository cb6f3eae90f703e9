// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;

/**
 * A model whose file and network have been checked; immutable.
 *
 * @param file the file's content
 * @param origin where it comes from
 * @param fileName what the user calls the file
 */
public record LoadedModel(ModelFile file, Origin origin, String fileName) {
  /** Where a model comes from. */
  public enum Origin {
    /** It came with the app. */
    BUILT_IN,
    /** The user imported it. */
    IMPORTED
  }

  /** Returns what the model says of itself. */
  public ModelSpec spec() {
    return file.spec();
  }

  /** Returns the model's own name. */
  public String name() {
    return file.spec().name();
  }

  /** Returns the size of the file in bytes. */
  public int sizeBytes() {
    return file.size();
  }

  /** Returns the SHA-256 of the network in hexadecimal digits. */
  public String hash() {
    return file.networkHash();
  }

  /** Returns where the model was learnt, and how well it does: JSON text. */
  public String provenance() {
    return file.spec().provenance();
  }
}
