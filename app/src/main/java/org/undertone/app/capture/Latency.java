// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

/**
 * Time from reading the last sample of a window to the verdict on the main thread; immutable.
 *
 * @param verdicts number of verdicts measured
 * @param p50Millis median, ms
 * @param p95Millis 95th percentile, ms
 * @param inferenceP50Micros median time of one inference, µs
 */
public record Latency(int verdicts, double p50Millis, double p95Millis, double inferenceP50Micros) {
  /** Before the first verdict. */
  public static final Latency NONE = new Latency(0, 0, 0, 0);
}
