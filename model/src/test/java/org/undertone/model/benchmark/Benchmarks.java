// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.benchmark;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks and prints a short report: {@code mvn -q -Pbenchmark -DskipTests verify}. */
public final class Benchmarks {
  private static final double MICROSECONDS_PER_SECOND = 1e6;

  private Benchmarks() {}

  /** Runs all. */
  public static void main(String[] args) throws RunnerException {
    System.out.printf(
        Locale.ROOT,
        "Java %s on %s, %d processors. Takes about a minute and a half.%n%n",
        System.getProperty("java.version"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
    reportMfcc(run(MfccBenchmark.class));
    reportPipeline(run(PipelineBenchmark.class));
  }

  private static Collection<RunResult> run(Class<?> benchmark) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(benchmark.getName())
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    return new Runner(options).run();
  }

  private static void reportMfcc(Collection<RunResult> results) {
    System.out.println("MFCC of one frame (rate/n_fft/hop/mels/coefficients):");
    for (RunResult own : results) {
      if (label(own).equals("undertone")) {
        String sizes = own.getParams().getParam("sizes");
        RunResult other = find(results, "tarsosDsp", sizes);
        System.out.printf(
            Locale.ROOT,
            "  %-22s  Undertone %7.2f µs %6.0f B/op   TarsosDSP %7.2f µs %8.0f B/op   %5.1f times as fast%n",
            sizes,
            score(own),
            allocation(own),
            score(other),
            allocation(other),
            score(other) / score(own));
      }
    }
  }

  private static void reportPipeline(Collection<RunResult> results) {
    System.out.println("\nA second of audio at 48 kHz, four verdicts:");
    for (RunResult result : results) {
      System.out.printf(
          Locale.ROOT,
          "  %-20s %8.1f µs %8.0f B/op   %7.0f times real time%n",
          label(result),
          score(result),
          allocation(result),
          MICROSECONDS_PER_SECOND / score(result));
    }
    results.stream()
        .filter(result -> label(result).startsWith("stage"))
        .max(Comparator.comparingDouble(Benchmarks::score))
        .ifPresent(slowest -> System.out.println("  slowest: " + label(slowest)));
  }

  private static RunResult find(Collection<RunResult> results, String label, String sizes) {
    for (RunResult result : results) {
      if (label(result).equals(label) && result.getParams().getParam("sizes").equals(sizes)) {
        return result;
      }
    }
    throw new IllegalStateException("no result of " + label + " for " + sizes);
  }

  private static String label(RunResult result) {
    return result.getPrimaryResult().getLabel();
  }

  private static double score(RunResult result) {
    return result.getPrimaryResult().getScore();
  }

  /** Bytes for one operation. */
  private static double allocation(RunResult result) {
    // By key: JMH's values are of a raw type, which must not be named here.
    for (String key : result.getSecondaryResults().keySet()) {
      if (key.endsWith("gc.alloc.rate.norm")) {
        return result.getSecondaryResults().get(key).getScore();
      }
    }
    throw new IllegalStateException("the profiler did not count allocations");
  }
}
