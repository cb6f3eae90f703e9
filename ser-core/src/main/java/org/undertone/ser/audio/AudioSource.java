// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import java.io.Closeable;
import java.io.IOException;

/**
 * Mono samples in [-1, 1] at a fixed rate, read once from front to back. For one thread at a time.
 */
public interface AudioSource extends Closeable {

  /** Returns the sample rate in Hz. */
  int sampleRate();

  /**
   * Reads up to {@code length} samples, blocking until at least one is there.
   *
   * @return the number of samples read, or -1 at the end
   * @throws IOException if the source fails
   */
  int read(float[] samples, int offset, int length) throws IOException;
}
