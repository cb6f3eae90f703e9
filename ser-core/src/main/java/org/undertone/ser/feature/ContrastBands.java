// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import java.util.Arrays;
import java.util.Locale;

/**
 * Spectral contrast by librosa's definition, with its defaults: below 200 Hz and in six octaves from
 * there, the mean of the loudest against that of the softest 2 % of the bins. For one thread at a time.
 *
 * <p>Source: D. Jiang et al., "Music type classification by spectral contrast feature", ICME 2002.
 */
final class ContrastBands {
  /** Number of bands: one below the lowest octave, and six octaves. */
  static final int COUNT = 7;

  private static final double FMIN = 200;
  private static final double QUANTILE = 0.02;
  private static final double MIN_MAGNITUDE = 1e-10;
  private static final double TOP_DB = 80;

  private final int[] first = new int[COUNT];
  private final int[] end = new int[COUNT];
  private final int[] taken = new int[COUNT];
  private final double[] sorted;

  /**
   * Prepares for spectra with bins at these frequencies.
   *
   * @param hz rising, up to half the sample rate
   * @throws IllegalArgumentException if a band has no bin, or lies above half the sample rate
   */
  ContrastBands(double[] hz, int sampleRate) {
    double top = FMIN * (1 << (COUNT - 2));
    if (top >= sampleRate / 2.0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "spectral contrast has an octave from %.0f Hz on: need more than %.0f Hz, not %d",
              top,
              2 * top,
              sampleRate));
    }
    for (int band = 0; band < COUNT; band++) {
      double low = band == 0 ? 0 : FMIN * (1 << (band - 1));
      double high = FMIN * (1 << band);
      int from = 0;
      while (from < hz.length && hz[from] < low) {
        from++;
      }
      int to = from;
      while (to < hz.length && hz[to] <= high) {
        to++;
      }
      int inside = to - from;
      // The bin below belongs to the band too, and all above the last; the topmost is then left
      // out.
      from -= band > 0 ? 1 : 0;
      boolean last = band == COUNT - 1;
      to = last ? hz.length : to;
      taken[band] = (int) Math.max(1, Math.rint(QUANTILE * (to - from)));
      first[band] = from;
      end[band] = last ? to : to - 1;
      if (inside == 0 || end[band] <= from) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "spectral contrast has no bin from %.0f to %.0f Hz: need a longer frame",
                low,
                high));
      }
    }
    sorted = new double[hz.length];
  }

  /** Finds the mean magnitudes of the loudest and of the softest bins of each band. */
  void compute(double[] magnitude, double[] peaks, double[] valleys) {
    for (int band = 0; band < COUNT; band++) {
      int size = end[band] - first[band];
      System.arraycopy(magnitude, first[band], sorted, 0, size);
      Arrays.sort(sorted, 0, size);
      int count = Math.min(taken[band], size);
      double low = 0;
      double high = 0;
      for (int i = 0; i < count; i++) {
        low += sorted[i];
        high += sorted[size - 1 - i];
      }
      valleys[band] = low / count;
      peaks[band] = high / count;
    }
  }

  /**
   * Turns the peaks and valleys of a whole clip, {@code [band][frame]}, into its contrast in dB, in place of the
   * peaks. As in librosa, either is floored 80 dB below its own largest value in the clip, so that the contrast
   * of a frame is known at the end of the clip only.
   */
  static void toDecibels(double[][] peaks, double[][] valleys) {
    floorDecibels(peaks);
    floorDecibels(valleys);
    for (int band = 0; band < peaks.length; band++) {
      for (int t = 0; t < peaks[band].length; t++) {
        peaks[band][t] -= valleys[band][t];
      }
    }
  }

  private static void floorDecibels(double[][] values) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double[] row : values) {
      for (int t = 0; t < row.length; t++) {
        row[t] = 10 * Math.log10(Math.max(MIN_MAGNITUDE, row[t]));
        largest = Math.max(largest, row[t]);
      }
    }
    for (double[] row : values) {
      for (int t = 0; t < row.length; t++) {
        row[t] = Math.max(row[t], largest - TOP_DB);
      }
    }
  }
}
