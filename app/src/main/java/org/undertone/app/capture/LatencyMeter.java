// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import java.util.Arrays;

/** Measures the last {@value #KEPT} verdicts and inferences. Any thread. */
final class LatencyMeter {
  private static final int KEPT = 1000;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_MICRO = 1e3;

  private final long[] verdictNanos = new long[KEPT];
  private final long[] inferenceNanos = new long[KEPT];
  private long verdicts;
  private long inferences;

  /** Adds the time from reading the last sample of a window to the main thread's knowing. */
  synchronized void addVerdict(long nanos) {
    verdictNanos[(int) (verdicts++ % KEPT)] = nanos;
  }

  /** Adds the time of one inference. */
  synchronized void addInference(long nanos) {
    inferenceNanos[(int) (inferences++ % KEPT)] = nanos;
  }

  /** Returns the percentiles of what is kept. */
  synchronized Latency latency() {
    return new Latency(
        (int) Math.min(Integer.MAX_VALUE, verdicts),
        percentile(verdictNanos, verdicts, 0.5) / NANOS_PER_MILLI,
        percentile(verdictNanos, verdicts, 0.95) / NANOS_PER_MILLI,
        percentile(inferenceNanos, inferences, 0.5) / NANOS_PER_MICRO);
  }

  /** Nearest rank; 0 without values. */
  private static double percentile(long[] values, long count, double fraction) {
    int size = (int) Math.min(count, KEPT);
    if (size == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(fraction * size) - 1];
  }
}
