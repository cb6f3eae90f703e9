// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import org.undertone.ser.EmotionScores;

/**
 * Calibration of a network's probabilities by one number: softmax(log p / T). A temperature above 1
 * makes the network less sure, below 1 surer; the order of the emotions stays.
 *
 * <p>Source: C. Guo, G. Pleiss, Y. Sun, K. Weinberger, "On Calibration of Modern Neural Networks",
 * ICML 2017, section 4.2. The logarithm of a softmax's output is its input but for a constant, which
 * the second softmax cancels; so probabilities are as good as logits here.
 */
public final class TemperatureScaling {

  private TemperatureScaling() {}

  /**
   * Returns the calibrated scores. A probability of 0 stays 0: it is the limit of the formula, and
   * emotions that the model does not know stay impossible.
   *
   * @throws IllegalArgumentException if the temperature is not above 0
   */
  public static EmotionScores apply(EmotionScores scores, double temperature) {
    requireTemperature(temperature);
    float[] probabilities = scores.toArray();
    double[] scaled = new double[probabilities.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = Math.log(probabilities[i]) / temperature;
    }
    return EmotionScores.of(softmax(scaled));
  }

  static void requireTemperature(double temperature) {
    if (!(temperature > 0 && temperature < Double.MAX_VALUE)) {
      throw new IllegalArgumentException("temperature is " + temperature + ", must be above 0");
    }
  }

  /** Returns the softmax of values, of which one at least is finite and none is NaN or infinity. */
  static float[] softmax(double[] values) {
    double max = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      max = Math.max(max, value);
    }
    // Without the greatest value taken off, large negative ones would all become 0.
    double sum = 0;
    for (double value : values) {
      sum += Math.exp(value - max);
    }
    float[] probabilities = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      probabilities[i] = (float) (Math.exp(values[i] - max) / sum);
    }
    return probabilities;
  }
}
