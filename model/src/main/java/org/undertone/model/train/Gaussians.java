// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.util.Random;

/** Gaussian numbers out of a table: noise takes thousands for a clip. For one thread at a time. */
final class Gaussians {
  private static final int SIZE = 1 << 16;
  private static final float[] TABLE = table();

  private int state;

  private static float[] table() {
    Random random = new Random(1);
    float[] table = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      table[i] = (float) random.nextGaussian();
    }
    return table;
  }

  /** Starts anew: the same seed gives the same numbers. */
  void seed(int seed) {
    state = seed;
  }

  /** Returns the next number. Indices come from a linear congruential generator modulo 2^32. */
  float next() {
    state = state * 1_664_525 + 1_013_904_223;
    return TABLE[state >>> 16];
  }
}
