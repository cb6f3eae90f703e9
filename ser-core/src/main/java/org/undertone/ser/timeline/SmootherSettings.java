// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

/**
 * How {@link ScoreSmoother} calibrates and smooths; immutable.
 *
 * @param temperature divides the log-probabilities of the network to calibrate them; above 0
 * @param unsureThreshold smoothed probability of the best emotion below which the answer is
 *     "unsure", 0 to 1; 0 means never
 * @param timeConstantSeconds age at which a verdict has lost all but 1/e of its weight, above 0
 * @param switchMargin how far in probability another emotion must lead to replace the shown one at
 *     once, 0 to 1
 */
public record SmootherSettings(
    double temperature, double unsureThreshold, double timeConstantSeconds, double switchMargin) {

  /**
   * Two seconds: windows of about 3 s overlap already, so this adds little delay, and still averages
   * about four independent looks at an utterance.
   */
  private static final double DEFAULT_TIME_CONSTANT_SECONDS = 2;

  /** A tenth: less than this is within the noise of a window. */
  private static final double DEFAULT_SWITCH_MARGIN = 0.1;

  /** For a model of unknown calibration: unsure below 0.4, three times the chance of 1 in 8. */
  public static final SmootherSettings DEFAULT = calibrated(1, 0.4);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range; the message names it
   */
  public SmootherSettings {
    TemperatureScaling.requireTemperature(temperature);
    requireFraction("unsure threshold", unsureThreshold);
    if (!(timeConstantSeconds > 0 && timeConstantSeconds < Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "time constant is " + timeConstantSeconds + " s, must be above 0");
    }
    requireFraction("switch margin", switchMargin);
  }

  /**
   * Returns the default smoothing with the calibration of a model, both values as its {@code
   * ModelSpec} has them.
   */
  public static SmootherSettings calibrated(double temperature, double unsureThreshold) {
    return new SmootherSettings(
        temperature, unsureThreshold, DEFAULT_TIME_CONSTANT_SECONDS, DEFAULT_SWITCH_MARGIN);
  }

  private static void requireFraction(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is " + value + ", must be from 0 to 1");
    }
  }
}
