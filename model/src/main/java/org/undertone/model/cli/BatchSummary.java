// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.PrintStream;
import java.util.Locale;

/** Counts what a batch did, and tells at its end. */
final class BatchSummary {
  private final long startNanos = System.nanoTime();
  private int files;
  private int failures;
  private double audioSeconds;

  void add(Outcome outcome) {
    files++;
    if (outcome.failed()) {
      failures++;
    } else {
      audioSeconds += outcome.recognition().durationSeconds();
    }
  }

  int failures() {
    return failures;
  }

  /** Prints the sums; the real-time factor is seconds of audio per second of the clock. */
  void print(PrintStream err) {
    double wall = (System.nanoTime() - startNanos) / 1e9;
    err.println(
        String.format(
            Locale.ROOT,
            "%d %s, %d failed; %.1f s of audio in %.1f s: %.0f times real time",
            files,
            files == 1 ? "file" : "files",
            failures,
            audioSeconds,
            wall,
            audioSeconds / wall));
  }
}
