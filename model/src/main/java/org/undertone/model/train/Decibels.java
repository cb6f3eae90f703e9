// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

/** Adds levels as energies, by a table: augmentation does it for every band of every frame. */
final class Decibels {
  private static final int STEPS_PER_DB = 100;

  /** Further apart than this, in dB, the smaller does not count: it adds less than 0.005 dB. */
  private static final int FAR_APART = 30;

  private static final float[] GAINS = gains();

  private Decibels() {}

  private static float[] gains() {
    float[] gains = new float[FAR_APART * STEPS_PER_DB + 1];
    for (int i = 0; i < gains.length; i++) {
      gains[i] = (float) (10 * Math.log10(1 + Math.pow(10, -i / (10.0 * STEPS_PER_DB))));
    }
    return gains;
  }

  /** Returns the level of the sum of two energies, {@code 10·log10(10^(a/10) + 10^(b/10))}, within 0.01 dB. */
  static float sum(float a, float b) {
    float larger = Math.max(a, b);
    float apart = larger - Math.min(a, b);
    return apart >= FAR_APART ? larger : larger + GAINS[(int) (apart * STEPS_PER_DB)];
  }
}
