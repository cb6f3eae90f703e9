// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

/**
 * An alert that is due now; immutable.
 *
 * @param timeSeconds end of the window that brought it, seconds of audio
 * @param state tense or low
 * @param probability averaged probability of that state, 0 to 1
 */
public record DriverAlert(double timeSeconds, DriverState state, float probability) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the state is not one to alert to, or a number is out of range
   */
  public DriverAlert {
    if (!state.isAlerting()) {
      throw new IllegalArgumentException("there is no alert for the state " + state);
    }
    if (!(timeSeconds >= 0 && timeSeconds < Double.MAX_VALUE)) {
      throw new IllegalArgumentException("not a time: " + timeSeconds + " s");
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("not a probability: " + probability);
    }
  }
}
