// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

/**
 * Scores of a whole recording: the normalised geometric mean of its windows' scores, each weighted by
 * the fourth power of its seconds of speech. The first windows hold the beginning of an utterance
 * alone; those that hold most of it know more.
 */
final class RecordingScores {
  /** A probability of 0 in one window must not outvote all others. */
  private static final double LEAST_PROBABILITY = 1e-6;

  private static final int POWER = 4;

  private final double[] logSum = new double[Emotion.COUNT];
  private double weight;

  /** Adds a window's calibrated scores. */
  void add(double speechSeconds, EmotionScores scores) {
    float[] probabilities = scores.toArray();
    double own = Math.pow(speechSeconds, POWER);
    for (int i = 0; i < logSum.length; i++) {
      logSum[i] += own * Math.log(Math.max(LEAST_PROBABILITY, probabilities[i]));
    }
    weight += own;
  }

  /** Returns the scores so far, or null if there was no speech. */
  EmotionScores scores() {
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
