// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import java.util.Arrays;

/**
 * Pitch classes of a power spectrum by librosa's {@code chroma_stft(tuning=0)}: twelve, from C on,
 * weighted about the fifth octave (A4 is in it) with a deviation of two octaves, and scaled so that a frame's
 * largest is 1. Immutable.
 *
 * <p>Source: D. Ellis, "Chroma feature analysis and synthesis", 2007, as in {@code librosa.filters.chroma}.
 */
final class ChromaFilterbank {
  /** Number of pitch classes. */
  static final int COUNT = 12;

  private static final double A0_HZ = 440.0 / 16;
  private static final double CENTER_OCTAVE = 5;
  private static final double OCTAVE_WIDTH = 2;
  private static final int STEPS_FROM_A_TO_C = 3;

  // [bin][class]: the inner loop runs over classes, which has no carried sum and vectorises.
  private final float[] weights;
  private final int bins;

  ChromaFilterbank(int sampleRate, int nFft) {
    bins = nFft / 2 + 1;
    weights = new float[bins * COUNT];
    double hzPerBin = (double) sampleRate / nFft;
    double[] height = new double[COUNT];
    for (int bin = 0; bin < bins; bin++) {
      double step = steps(bin, hzPerBin);
      double width = Math.max(1, steps(bin + 1, hzPerBin) - step);
      double squares = 0;
      for (int c = 0; c < COUNT; c++) {
        double distance = Math.IEEEremainder(step - c, COUNT);
        height[c] = Math.exp(-0.5 * Math.pow(2 * distance / width, 2));
        squares += height[c] * height[c];
      }
      double octaves = (step / COUNT - CENTER_OCTAVE) / OCTAVE_WIDTH;
      double scale = Math.exp(-0.5 * octaves * octaves) / norm(squares);
      for (int c = 0; c < COUNT; c++) {
        weights[bin * COUNT + c] = (float) (height[(c + STEPS_FROM_A_TO_C) % COUNT] * scale);
      }
    }
  }

  /** Returns how many semitones a bin lies above A0; the bin at 0 Hz lies 1.5 octaves below the next. */
  private static double steps(int bin, double hzPerBin) {
    double step = COUNT * Math.log(Math.max(1, bin) * hzPerBin / A0_HZ) / Math.log(2);
    return bin == 0 ? step - 1.5 * COUNT : step;
  }

  private static double norm(double squares) {
    double norm = Math.sqrt(squares);
    return norm < Double.MIN_NORMAL ? 1 : norm;
  }

  /** Computes the pitch classes {@code [class]} of a power spectrum; all are 0 for silence. */
  void compute(double[] power, double[] chroma) {
    Arrays.fill(chroma, 0);
    for (int bin = 0; bin < bins; bin++) {
      double p = power[bin];
      int row = bin * COUNT;
      for (int c = 0; c < COUNT; c++) {
        chroma[c] += weights[row + c] * p;
      }
    }
    double largest = 0;
    for (double value : chroma) {
      largest = Math.max(largest, value);
    }
    if (largest >= Double.MIN_NORMAL) {
      for (int c = 0; c < COUNT; c++) {
        chroma[c] /= largest;
      }
    }
  }
}
