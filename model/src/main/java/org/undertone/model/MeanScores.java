// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

/**
 * The normalised geometric mean of scores, weighted: the mean of logits but for a constant. For one
 * thread at a time.
 */
public final class MeanScores {
  /** A probability of 0 must not outvote all others. */
  private static final double LEAST_PROBABILITY = 1e-6;

  private final double[] logSum = new double[Emotion.COUNT];
  private double weight;

  /**
   * Adds scores.
   *
   * @param own their weight, 0 or more
   */
  public void add(double own, EmotionScores scores) {
    float[] probabilities = scores.toArray();
    for (int i = 0; i < logSum.length; i++) {
      logSum[i] += own * Math.log(Math.max(LEAST_PROBABILITY, probabilities[i]));
    }
    weight += own;
  }

  /** Returns the mean so far, or null if nothing was added that has weight. */
  public EmotionScores scores() {
    if (weight == 0) {
      return null;
    }
    double[] p = new double[logSum.length];
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.exp(logSum[i] / weight);
      sum += p[i];
    }
    float[] normalised = new float[p.length];
    for (int i = 0; i < p.length; i++) {
      normalised[i] = (float) (p[i] / sum);
    }
    return EmotionScores.of(normalised);
  }
}
