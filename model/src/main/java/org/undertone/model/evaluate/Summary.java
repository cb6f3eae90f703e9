// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.Arrays;
import java.util.List;

/**
 * Mean and spread of some values; immutable.
 *
 * @param mean arithmetic mean
 * @param deviation standard deviation of the sample (n - 1); 0 of a single value
 * @param min least value
 * @param median middle value
 * @param max greatest value
 */
public record Summary(double mean, double deviation, double min, double median, double max) {

  /**
   * Summarises values.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Summary of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing to summarise");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int n = sorted.length;
    double mean = Arrays.stream(sorted).average().orElseThrow();
    double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    return new Summary(
        mean, n > 1 ? Math.sqrt(squares / (n - 1)) : 0, sorted[0], median, sorted[n - 1]);
  }
}
