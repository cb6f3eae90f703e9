// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

/**
 * Triangular filters on Slaney's mel scale, each scaled by 2 / (its width in Hz), as {@code
 * librosa.filters.mel(htk=False, norm="slaney")} computes them. Only the bins that a filter covers are
 * stored. Immutable.
 *
 * <p>Source: M. Slaney, "Auditory Toolbox", Interval Research Technical Report 1998-010: linear below
 * 1 kHz (3 mel per 200 Hz), logarithmic above (27 steps per factor 6.4).
 */
final class MelFilterbank {
  private static final double HZ_PER_MEL = 200.0 / 3;
  private static final double LOG_START_HZ = 1000;
  private static final double LOG_START_MEL = LOG_START_HZ / HZ_PER_MEL;
  private static final double LOG_STEP = Math.log(6.4) / 27;

  private final int[] firstBin;
  private final double[][] weights;

  MelFilterbank(MfccSpec spec) {
    int nMels = spec.nMels();
    double[] edges = new double[nMels + 2];
    double low = melOfHz(spec.fmin());
    double high = melOfHz(spec.fmax());
    for (int i = 0; i < edges.length; i++) {
      edges[i] = hzOfMel(low + (high - low) * i / (nMels + 1));
    }
    firstBin = new int[nMels];
    weights = new double[nMels][];
    double hzPerBin = (double) spec.sampleRate() / spec.nFft();
    for (int mel = 0; mel < nMels; mel++) {
      double lower = edges[mel];
      double center = edges[mel + 1];
      double upper = edges[mel + 2];
      int first = Math.min(spec.bins(), (int) Math.floor(lower / hzPerBin) + 1);
      int end = Math.max(first, Math.min(spec.bins(), (int) Math.ceil(upper / hzPerBin)));
      firstBin[mel] = first;
      weights[mel] = new double[end - first];
      for (int bin = first; bin < end; bin++) {
        double hz = bin * hzPerBin;
        double rising = (hz - lower) / (center - lower);
        double falling = (upper - hz) / (upper - center);
        double height = Math.max(0, Math.min(rising, falling));
        weights[mel][bin - first] = height * 2 / (upper - lower);
      }
    }
  }

  static double melOfHz(double hz) {
    return hz < LOG_START_HZ
        ? hz / HZ_PER_MEL
        : LOG_START_MEL + Math.log(hz / LOG_START_HZ) / LOG_STEP;
  }

  static double hzOfMel(double mel) {
    return mel < LOG_START_MEL
        ? mel * HZ_PER_MEL
        : LOG_START_HZ * Math.exp(LOG_STEP * (mel - LOG_START_MEL));
  }

  /** Returns the energy of band {@code mel} in the power spectrum {@code [bin]}. */
  double energy(int mel, double[] power) {
    double[] w = weights[mel];
    int first = firstBin[mel];
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * power[first + i];
    }
    return sum;
  }
}
