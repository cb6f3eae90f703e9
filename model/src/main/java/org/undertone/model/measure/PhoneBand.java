// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.io.IOException;

/**
 * The narrow band of a telephone: 300 to 3400 Hz at 8 kHz. A linear-phase band-pass by the window
 * method with a Hamming window (Oppenheim and Schafer, Discrete-Time Signal Processing, section 7.5);
 * its transitions are about 100 Hz wide, its delay is made up for.
 */
final class PhoneBand {
  /** Rate of what comes out, Hz. */
  static final int RATE = 8000;

  private static final double LOW_HZ = 300;
  private static final double HIGH_HZ = 3400;
  private static final int HALF = 128;
  private static final float[] FILTER = filter();

  private PhoneBand() {}

  private static float[] filter() {
    float[] taps = new float[2 * HALF + 1];
    for (int i = 0; i < taps.length; i++) {
      int n = i - HALF;
      double window = 0.54 + 0.46 * Math.cos(Math.PI * n / HALF);
      taps[i] = (float) (window * (lowPass(HIGH_HZ, n) - lowPass(LOW_HZ, n)));
    }
    return taps;
  }

  /** Returns the ideal low-pass filter at sample {@code n}. */
  private static double lowPass(double hertz, int n) {
    double cutoff = 2 * hertz / RATE;
    return n == 0 ? cutoff : Math.sin(Math.PI * cutoff * n) / (Math.PI * n);
  }

  /** Returns the sound as it comes through a telephone. */
  static Sound of(Sound sound) throws IOException {
    float[] in = sound.at(RATE).samples();
    float[] out = new float[in.length];
    for (int i = 0; i < out.length; i++) {
      double sum = 0;
      int last = Math.min(in.length - 1, i + HALF);
      for (int k = Math.max(0, i - HALF); k <= last; k++) {
        sum += in[k] * FILTER[i - k + HALF];
      }
      out[i] = (float) sum;
    }
    return new Sound(out, RATE);
  }
}
