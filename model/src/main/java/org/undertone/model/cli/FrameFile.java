// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.Closeable;
import java.io.IOException;

/** A file of feature frames that is being written. */
interface FrameFile extends Closeable {
  /** Writes a frame, {@code [coefficient]}. */
  void write(float[] frame) throws IOException;

  /** Writes what is still held, and completes the file. Without it the file is not whole. */
  void finish() throws IOException;
}
