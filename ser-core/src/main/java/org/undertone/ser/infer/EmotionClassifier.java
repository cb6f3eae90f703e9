// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

/**
 * A trained network behind some runtime. For one thread at a time; {@link #classify} does not
 * allocate.
 */
public interface EmotionClassifier extends AutoCloseable {

  /** Returns what the model file says of itself. */
  ModelSpec spec();

  /**
   * Computes the network's probabilities, not yet calibrated.
   *
   * @param window normalised features, row-major {@code [frame][coefficient]}, {@code
   *     spec().windowFrames() × spec().mfcc().nMfcc()} values
   * @param probabilities receives one value for each of {@code spec().labels()}
   * @throws IllegalArgumentException if an array has the wrong length
   * @throws IllegalStateException if the runtime fails or the classifier is closed
   */
  void classify(float[] window, float[] probabilities);

  /** Frees the runtime's memory. */
  @Override
  void close();
}
