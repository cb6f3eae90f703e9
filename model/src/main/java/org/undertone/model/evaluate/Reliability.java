// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.timeline.TemperatureScaling;

/**
 * How confidence compares with accuracy in one bin of confidence; immutable.
 *
 * @param count clips in the bin
 * @param confidence sum of the best probabilities of these clips
 * @param right how many of these clips are right
 */
public record Reliability(int count, double confidence, int right) {
  /** Number of bins, of equal width, from 0 to 1. */
  static final int BINS = 10;

  /** Sorts predictions into bins by their best probability at a temperature; without speech, none. */
  public static List<Reliability> bins(List<Prediction> predictions, double temperature) {
    int[] count = new int[BINS];
    double[] confidence = new double[BINS];
    int[] right = new int[BINS];
    for (Prediction prediction : predictions) {
      if (prediction.scores() != null) {
        EmotionScores scaled = TemperatureScaling.apply(prediction.scores(), temperature);
        int bin = Math.min(BINS - 1, (int) (scaled.bestProbability() * BINS));
        count[bin]++;
        confidence[bin] += scaled.bestProbability();
        right[bin] += prediction.isRight() ? 1 : 0;
      }
    }
    List<Reliability> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      bins.add(new Reliability(count[bin], confidence[bin], right[bin]));
    }
    return bins;
  }

  /** Returns the mean confidence; 0 without clips. */
  public double meanConfidence() {
    return count == 0 ? 0 : confidence / count;
  }

  /** Returns the accuracy; 0 without clips. */
  public double accuracy() {
    return count == 0 ? 0 : (double) right / count;
  }
}
