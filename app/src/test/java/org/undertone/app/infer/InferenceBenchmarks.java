// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link InferenceBenchmark} and prints a short report. */
public final class InferenceBenchmarks {
  private static final double MICROSECONDS_PER_SECOND = 1e6;

  private InferenceBenchmarks() {}

  /** Runs it, or says why this machine cannot. */
  public static void main(String[] args) throws RunnerException {
    Optional<String> whyNot = AndroidTflite.whyNot();
    if (whyNot.isPresent()) {
      System.out.println("\nThe phone's TensorFlow Lite is not measured: " + whyNot.get());
      return;
    }
    Path log = Path.of(System.getProperty("basedir", "."), "target", "inference-benchmark.log");
    System.out.println("\nThe built-in model with the phone's TensorFlow Lite. Takes a minute.");
    Options options =
        new OptionsBuilder()
            .include(InferenceBenchmark.class.getName())
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            // TensorFlow Lite greets in every process.
            .output(log.toString())
            .build();
    for (RunResult result : new Runner(options).run()) {
      Result<?> time = result.getPrimaryResult();
      System.out.printf(
          Locale.ROOT,
          "  %-8s %8.1f ± %.1f µs   %s%n",
          time.getLabel(),
          time.getScore(),
          time.getScoreError(),
          time.getLabel().equals("second")
              ? String.format(
                  Locale.ROOT,
                  "of sound at 48 kHz, from samples to verdicts: %.0f times real time",
                  MICROSECONDS_PER_SECOND / time.getScore())
              : "for the network");
    }
  }
}
