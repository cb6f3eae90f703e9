// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

/** How well probabilities fit labels. */
public final class Scores {
  private static final double LEAST = 1e-7;

  private Scores() {}

  /** Returns the place of the greatest value, the first of equals. */
  public static int best(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Returns the share of rows whose most probable class is their label. */
  public static double accuracy(double[][] probabilities, int[] labels) {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += best(probabilities[i]) == labels[i] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  /** Returns the mean cross-entropy in nats; a probability of 0 counts as 1e-7. */
  static double crossEntropy(double[][] probabilities, int[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum -= Math.log(Math.max(LEAST, probabilities[i][labels[i]]));
    }
    return sum / labels.length;
  }

  /** Returns how many rows of logits, one after the other, are highest at their label. */
  static int right(float[] logits, int[] labels) {
    int classes = logits.length / labels.length;
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      int best = 0;
      for (int c = 1; c < classes; c++) {
        if (logits[i * classes + c] > logits[i * classes + best]) {
          best = c;
        }
      }
      right += best == labels[i] ? 1 : 0;
    }
    return right;
  }
}
