// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

/**
 * The resampler's filter, sampled once for each position that an output can take between two inputs.
 *
 * <p>Rates with a simple ratio up/down have only {@code up} such positions, and get a row each. For
 * the others, where that table would be too large, rows stand close enough together to interpolate
 * linearly between two of them: 512 rows to a sample of the lower rate keep the error below -110 dB.
 * Either way the table stays below {@value #MAX_COEFFICIENTS} values. Each row sums to 1, so that a
 * constant stays that constant.
 */
final class PolyphaseTable {
  private static final int MAX_COEFFICIENTS = 1 << 16;
  private static final int ROWS_PER_LOW_SAMPLE = 512;

  private final float[] coefficients;
  private final int taps;
  private final int up;
  private final int steps;

  /**
   * Builds the table for an output rate of {@code up / down} times the input rate, in lowest terms.
   */
  PolyphaseTable(int up, int down) {
    this.up = up;
    // One input sample, in samples of the lower rate.
    double scale = Math.min(1.0, (double) up / down);
    // A multiple of four, for the unrolled sum.
    this.taps = ((int) Math.ceil(2 * KaiserSinc.HALF_WIDTH / scale) + 4) / 4 * 4;
    boolean exact = (long) up * taps <= MAX_COEFFICIENTS;
    this.steps = exact ? up : (int) Math.ceil(ROWS_PER_LOW_SAMPLE * scale);
    // The last row, one whole sample on, is there to interpolate towards.
    int rows = exact ? up : steps + 1;
    this.coefficients = new float[rows * taps];
    double[] row = new double[taps];
    for (int r = 0; r < rows; r++) {
      fillRow(row, (double) r / steps, scale);
      for (int tap = 0; tap < taps; tap++) {
        coefficients[r * taps + tap] = (float) row[tap];
      }
    }
  }

  private static void fillRow(double[] row, double fraction, double scale) {
    double sum = 0;
    for (int tap = 0; tap < row.length; tap++) {
      row[tap] = KaiserSinc.at((tap - (row.length / 2 - 1) - fraction) * scale);
      sum += row[tap];
    }
    for (int tap = 0; tap < row.length; tap++) {
      row[tap] /= sum;
    }
  }

  /** Returns how many inputs an output is made of. */
  int taps() {
    return taps;
  }

  /**
   * Returns the signal at {@code phase / up} of an input sample after the sample {@code taps / 2 -
   * 1} places behind {@code start}.
   */
  float apply(float[] samples, int start, int phase) {
    if (steps == up) {
      return (float) dot(phase * taps, samples, start);
    }
    double place = (double) phase * steps / up;
    int row = (int) place;
    double between = place - row;
    double left = dot(row * taps, samples, start);
    double right = dot((row + 1) * taps, samples, start);
    return (float) (left + between * (right - left));
  }

  /** Four sums side by side: one alone would wait for each addition before it starts the next. */
  private double dot(int at, float[] samples, int start) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int tap = 0; tap < taps; tap += 4) {
      a += (double) coefficients[at + tap] * samples[start + tap];
      b += (double) coefficients[at + tap + 1] * samples[start + tap + 1];
      c += (double) coefficients[at + tap + 2] * samples[start + tap + 2];
      d += (double) coefficients[at + tap + 3] * samples[start + tap + 3];
    }
    return (a + b) + (c + d);
  }
}
