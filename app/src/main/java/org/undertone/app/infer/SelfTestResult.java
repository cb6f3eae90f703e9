// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

/**
 * What the self-test of a network on a delegate found.
 *
 * @param delegate where it ran
 * @param passed whether its results can be relied on
 * @param maxDifference largest difference of a probability from what is right; NaN if there is none
 * @param medianMicros median time of one window, µs; NaN if it did not run
 * @param reason what was found
 */
public record SelfTestResult(
    Delegate delegate, boolean passed, double maxDifference, double medianMicros, Finding reason) {

  /** What a self-test can find. */
  public enum Finding {
    /** All agree. */
    AGREES,
    /** A result is not a number, or the results are no probabilities. */
    NOT_PROBABILITIES,
    /** A probability is too far from what is right. */
    DIFFERS,
    /** Another label is the most probable. */
    OTHER_LABEL
  }
}
