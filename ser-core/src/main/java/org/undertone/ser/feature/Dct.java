// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import java.util.Arrays;

/**
 * Orthonormal DCT-II of a frame, its first coefficients only: {@code y[k] = s(k)·Σ x[n]·cos(πk(2n+1)/2N)}
 * with {@code s(0) = √(1/N)} and {@code s(k) = √(2/N)}, as {@code scipy.fft.dct(norm="ortho")}. Sums in
 * double precision. No allocation after construction; for one thread at a time.
 */
public final class Dct {
  private final int inputs;
  private final int outputs;
  // [input][output]: the inner loop runs over outputs, which has no carried sum and vectorises.
  private final double[] matrix;
  private final double[] sums;

  /** Prepares a transform of {@code inputs} values to the first {@code outputs} coefficients. */
  public Dct(int inputs, int outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
    matrix = new double[inputs * outputs];
    for (int n = 0; n < inputs; n++) {
      for (int k = 0; k < outputs; k++) {
        double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / inputs);
        matrix[n * outputs + k] = scale * Math.cos(Math.PI * k * (2 * n + 1) / (2.0 * inputs));
      }
    }
    sums = new double[outputs];
  }

  /** Transforms {@code from[fromOffset ..]} into {@code to[toOffset ..]}. */
  public void transform(float[] from, int fromOffset, float[] to, int toOffset) {
    double[] sum = sums;
    Arrays.fill(sum, 0);
    for (int n = 0; n < inputs; n++) {
      double x = from[fromOffset + n];
      int row = n * outputs;
      for (int k = 0; k < sum.length; k++) {
        sum[k] += x * matrix[row + k];
      }
    }
    for (int k = 0; k < outputs; k++) {
      to[toOffset + k] = (float) sum[k];
    }
  }
}
