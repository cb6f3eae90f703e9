// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

/**
 * First and second differences of a series over time, as {@code librosa.feature.delta(width=9,
 * mode="interp")}: slope of the line, and second derivative of the parabola, fitted to nine frames. Per frame, not per
 * second. The first and last four frames have those of the first and last fit: a line has one slope, a parabola one second
 * derivative, wherever they are evaluated.
 *
 * <p>Source: A. Savitzky and M. Golay, Analytical Chemistry 36 (1964).
 */
public final class Deltas {
  /** Number of frames of a fit. A shorter series has no differences in librosa, which refuses it. */
  public static final int WIDTH = 9;

  private static final int HALF = WIDTH / 2;
  // Sums over k = -4..4 of k² and of (k² - 20/3)², the orthogonal polynomials of degree 1 and 2.
  private static final double SLOPE_NORM = 60;
  private static final double CURVE_NORM = 308;
  private static final double MEAN_SQUARE = 20.0 / 3;

  private Deltas() {}

  /** Returns the slope at each frame; zeros for a series of fewer than {@link #WIDTH} frames. */
  public static double[] first(double[] series) {
    return fitted(series, false);
  }

  /** Returns the second derivative at each frame; zeros for fewer than {@link #WIDTH} frames. */
  public static double[] second(double[] series) {
    return fitted(series, true);
  }

  private static double[] fitted(double[] series, boolean curve) {
    double[] result = new double[series.length];
    if (series.length < WIDTH) {
      return result;
    }
    for (int t = 0; t < result.length; t++) {
      int center = Math.max(HALF, Math.min(result.length - 1 - HALF, t));
      double sum = 0;
      for (int k = -HALF; k <= HALF; k++) {
        sum += series[center + k] * (curve ? k * k - MEAN_SQUARE : k);
      }
      result[t] = curve ? 2 * sum / CURVE_NORM : sum / SLOPE_NORM;
    }
    return result;
  }
}
