// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import java.util.Arrays;
import java.util.List;

/**
 * What one number a frame comes to over a clip. The moments are those of the series itself, not estimates of a population's:
 * numpy's {@code std}, scipy's {@code skew} and {@code kurtosis}. The kurtosis is excess kurtosis, 0 for a normal
 * distribution. A constant series has skewness and kurtosis 0 here; an empty one is 0 in everything.
 */
enum SeriesStatistics {
  MEAN_ONLY(1),
  MEAN_AND_STD(2),
  ALL(7);

  private static final List<String> NAMES =
      List.of("mean", "std", "median", "min", "max", "skewness", "kurtosis");
  // A deviation this small against the mean is rounding, whose higher moments are noise.
  private static final double CONSTANT = 1e-9;

  private final int count;

  SeriesStatistics(int count) {
    this.count = count;
  }

  /** Returns the names of the statistics, in the order of {@link #write}. */
  List<String> names() {
    return NAMES.subList(0, count);
  }

  /** Writes the statistics of a series into a row and returns the index behind the last. */
  int write(double[] series, double[] row, int at) {
    double[] all = series.length == 0 ? new double[count] : all(series);
    for (int i = 0; i < count; i++) {
      row[at + i] = all[i];
    }
    return at + count;
  }

  private double[] all(double[] series) {
    int n = series.length;
    double mean = Arrays.stream(series).sum() / n;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (double value : series) {
      double square = (value - mean) * (value - mean);
      second += square;
      third += square * (value - mean);
      fourth += square * square;
    }
    double variance = second / n;
    double deviation = Math.sqrt(variance);
    if (this != ALL) {
      return new double[] {mean, deviation};
    }
    double[] sorted = series.clone();
    Arrays.sort(sorted);
    boolean constant = sorted[0] == sorted[n - 1] || deviation <= CONSTANT * Math.abs(mean);
    return new double[] {
      mean,
      deviation,
      (sorted[(n - 1) / 2] + sorted[n / 2]) / 2,
      sorted[0],
      sorted[n - 1],
      constant ? 0 : third / n / (variance * deviation),
      constant ? 0 : fourth / n / (variance * variance) - 3
    };
  }
}
