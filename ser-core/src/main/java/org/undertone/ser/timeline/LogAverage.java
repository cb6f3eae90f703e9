// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import java.util.Arrays;

/**
 * Running mean of log-probabilities whose past fades exponentially with time: an observation of age
 * {@code a} has its weight multiplied by exp(-a / time constant). The mean is normalised by the sum
 * of the weights, so the first observation is returned as it is and the steps of time may be
 * uneven. For one thread.
 *
 * <p>Averaging logarithms multiplies the evidence (a normalised geometric mean): an emotion must be
 * possible throughout to win, which a few very sure windows cannot achieve in its place.
 */
final class LogAverage {
  /**
   * Smaller probabilities count as this one. The logarithm of 0 would rule a label out for ever;
   * with 1e-4 one mistaken window can be outvoted, and the labels that a model lacks still show as
   * 0.0 %.
   */
  static final double FLOOR = 1e-4;

  private final double timeConstantSeconds;
  private final double[] weightedLogs;
  private double weight;
  private double lastSeconds;

  LogAverage(int size, double timeConstantSeconds) {
    this.weightedLogs = new double[size];
    this.timeConstantSeconds = timeConstantSeconds;
  }

  /**
   * Adds an observation.
   *
   * @param seconds its time, not before the last one's
   * @param observationWeight its weight, above 0
   * @param probabilities one for each label
   */
  void add(double seconds, double observationWeight, float[] probabilities) {
    double kept = isEmpty() ? 0 : Math.exp((lastSeconds - seconds) / timeConstantSeconds);
    for (int i = 0; i < weightedLogs.length; i++) {
      double log = Math.log(Math.max(probabilities[i], FLOOR));
      weightedLogs[i] = kept * weightedLogs[i] + observationWeight * log;
    }
    weight = kept * weight + observationWeight;
    lastSeconds = seconds;
  }

  /** Returns the softmax of the mean, which sums to 1; needs an observation. */
  float[] probabilities() {
    double[] mean = new double[weightedLogs.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = weightedLogs[i] / weight;
    }
    return TemperatureScaling.softmax(mean);
  }

  boolean isEmpty() {
    return weight == 0;
  }

  /** Forgets everything. */
  void clear() {
    Arrays.fill(weightedLogs, 0);
    weight = 0;
  }
}
