// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

/** Checks arrays of weights. */
final class Weights {
  private Weights() {}

  /**
   * Returns a copy.
   *
   * @throws IllegalArgumentException if the length is not the product of the sizes, or a value is not
   *     finite, as after a training that diverged
   */
  static float[] copy(String what, float[] values, int... sizes) {
    long expected = 1;
    for (int size : sizes) {
      if (size < 1) {
        throw new IllegalArgumentException(what + " of size " + size);
      }
      expected *= size;
    }
    if (values.length != expected) {
      throw new IllegalArgumentException(what + ": " + values.length + " values, need " + expected);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(what + ": value " + i + " is " + values[i]);
      }
    }
    return values.clone();
  }
}
