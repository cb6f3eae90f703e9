// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.util.Arrays;

/**
 * How values are spread: Tukey's box. Quartiles are interpolated as NumPy does.
 *
 * @param low least value within one and a half times the box's length below it
 * @param lower lower quartile
 * @param median half of the values are below
 * @param upper upper quartile
 * @param high greatest value within one and a half times the box's length above it
 */
record Box(double low, double lower, double median, double upper, double high) {
  private static final double REACH = 1.5;

  /**
   * Measures the finite of some values.
   *
   * @throws IllegalArgumentException if none is finite
   */
  static Box of(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("there is no value to draw");
    }
    double lower = quantile(sorted, 0.25);
    double upper = quantile(sorted, 0.75);
    double reach = REACH * (upper - lower);
    double low = Arrays.stream(sorted).filter(value -> value >= lower - reach).min().orElse(lower);
    double high = Arrays.stream(sorted).filter(value -> value <= upper + reach).max().orElse(upper);
    return new Box(low, lower, quantile(sorted, 0.5), upper, high);
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int from = (int) place;
    int to = Math.min(from + 1, sorted.length - 1);
    return sorted[from] + (place - from) * (sorted[to] - sorted[from]);
  }
}
