// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

/**
 * The low-pass filter of the resampler as a function of continuous time: a sinc under a Kaiser
 * window. Time is counted in samples of the lower of the two rates, so that one shape serves every
 * pair of rates.
 *
 * <p>Passband to 0.85 and stopband from 1.0 of the lower Nyquist frequency. The length and the shape
 * of the window follow Kaiser's formulas (Oppenheim and Schafer, Discrete-Time Signal Processing,
 * section 7.5.3) for {@value #STOPBAND_DB} dB, which leaves room for rounding above the 80 dB aimed
 * at.
 */
final class KaiserSinc {
  private static final double STOPBAND_DB = 90;
  private static final double PASSBAND_EDGE = 0.85;
  private static final double STOPBAND_EDGE = 1.0;

  private static final double BETA = 0.1102 * (STOPBAND_DB - 8.7);

  /** The middle of the transition, as a part of the lower Nyquist frequency. */
  private static final double CUTOFF = (PASSBAND_EDGE + STOPBAND_EDGE) / 2;

  /** The filter is zero beyond this distance from its centre, in samples of the lower rate. */
  static final double HALF_WIDTH =
      (STOPBAND_DB - 8) / (2.285 * Math.PI * (STOPBAND_EDGE - PASSBAND_EDGE)) / 2;

  private static final double WINDOW_PEAK = besselI0(BETA);

  private KaiserSinc() {}

  /** Returns the filter's value at a time in samples of the lower rate; its integral is near 1. */
  static double at(double time) {
    double x = time / HALF_WIDTH;
    if (Math.abs(x) >= 1) {
      return 0;
    }
    double window = besselI0(BETA * Math.sqrt(1 - x * x)) / WINDOW_PEAK;
    double angle = Math.PI * CUTOFF * time;
    double sinc = Math.abs(angle) < 1e-9 ? 1 : Math.sin(angle) / angle;
    return CUTOFF * sinc * window;
  }

  /** The modified Bessel function of the first kind and order zero, by its power series. */
  private static double besselI0(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      double factor = x / (2 * k);
      term *= factor * factor;
      sum += term;
    }
    return sum;
  }
}
