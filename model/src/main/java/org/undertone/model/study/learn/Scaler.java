// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

/**
 * Brings every feature to mean 0 and deviation 1 over the rows that it was made from. Features that do not vary become 0.
 * Immutable.
 */
public final class Scaler {
  private static final double LEAST_DEVIATION = 1e-9;

  private final double[] mean;
  private final double[] deviation;

  private Scaler(double[] mean, double[] deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  /** Takes mean and deviation of rows, {@code [row][feature]}, one or more. */
  public static Scaler of(float[][] rows) {
    int width = rows[0].length;
    double[] mean = new double[width];
    double[] deviation = new double[width];
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        mean[i] += row[i] / rows.length;
      }
    }
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        deviation[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / rows.length;
      }
    }
    for (int i = 0; i < width; i++) {
      deviation[i] = Math.sqrt(deviation[i]);
    }
    return new Scaler(mean, deviation);
  }

  /** Returns a row, scaled. */
  public float[] apply(float[] row) {
    float[] scaled = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      // Relative to the mean: a constant column is not exactly constant in floats.
      boolean varies = deviation[i] > LEAST_DEVIATION * (1 + Math.abs(mean[i]));
      scaled[i] = varies ? (float) ((row[i] - mean[i]) / deviation[i]) : 0;
    }
    return scaled;
  }

  /** Returns rows, scaled. */
  public float[][] apply(float[][] rows) {
    float[][] scaled = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      scaled[i] = apply(rows[i]);
    }
    return scaled;
  }
}
