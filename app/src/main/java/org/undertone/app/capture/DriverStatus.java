// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.DriverState;

/**
 * What driver mode shows; immutable.
 *
 * @param state calm, tense, low or unsure
 * @param probability averaged probability of that state, 0 to 1
 * @param alert the alert that waits for an answer, or null
 * @param quietSeconds for how long no alert can come, 0 if one can
 * @param alerts number of alerts so far
 */
public record DriverStatus(
    DriverState state, float probability, DriverAlert alert, double quietSeconds, int alerts) {
  /** Before anything was heard. */
  public static final DriverStatus START = new DriverStatus(DriverState.UNSURE, 0, null, 0, 0);
}
