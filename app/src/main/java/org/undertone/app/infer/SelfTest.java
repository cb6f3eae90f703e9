// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.undertone.app.infer.SelfTestResult.Finding;
import org.undertone.ser.infer.EmotionClassifier;

/**
 * Runs a network on golden windows. What the CPU makes of them is compared with the right probabilities
 * where they are known; what another delegate makes of them, with the CPU's.
 */
final class SelfTest {
  /** Largest difference of a probability that is let pass. */
  static final double TOLERANCE = 0.02;

  private static final double SUM_TOLERANCE = 1e-3;
  private static final int REPEATS = 5;
  private static final double NANOS_PER_MICRO = 1e3;

  private final GoldenWindows golden;
  private final List<float[]> reference = new ArrayList<>();
  private final SelfTestResult cpu;

  /**
   * Tests the CPU.
   *
   * @throws IllegalStateException if the network fails to run
   */
  SelfTest(GoldenWindows golden, EmotionClassifier onCpu) {
    this.golden = golden;
    double micros = run(onCpu, reference);
    double largest = Double.NaN;
    Finding finding = Finding.AGREES;
    for (int i = 0; i < reference.size() && finding == Finding.AGREES; i++) {
      if (!areProbabilities(reference.get(i))) {
        finding = Finding.NOT_PROBABILITIES;
      } else if (golden.expected(i).isPresent()) {
        float[] expected = golden.expected(i).get();
        largest = larger(largest, difference(expected, reference.get(i)));
        finding = compare(expected, reference.get(i));
      }
    }
    cpu = new SelfTestResult(Delegate.CPU, finding == Finding.AGREES, largest, micros, finding);
  }

  /** Returns what was found on the CPU. */
  SelfTestResult cpu() {
    return cpu;
  }

  /**
   * Tests a delegate.
   *
   * @throws IllegalStateException if the network fails to run
   */
  SelfTestResult run(Delegate delegate, EmotionClassifier classifier) {
    List<float[]> results = new ArrayList<>();
    double micros = run(classifier, results);
    double largest = Double.NaN;
    Finding finding = Finding.AGREES;
    for (int i = 0; i < results.size() && finding == Finding.AGREES; i++) {
      if (!areProbabilities(results.get(i))) {
        finding = Finding.NOT_PROBABILITIES;
      } else {
        largest = larger(largest, difference(reference.get(i), results.get(i)));
        finding = compare(reference.get(i), results.get(i));
      }
    }
    return new SelfTestResult(delegate, finding == Finding.AGREES, largest, micros, finding);
  }

  /** Runs all windows, and returns the median time of one in µs. The first round is for warming up. */
  private double run(EmotionClassifier classifier, List<float[]> results) {
    List<float[]> windows = golden.windows();
    int labels = classifier.spec().labels().size();
    for (float[] window : windows) {
      float[] probabilities = new float[labels];
      classifier.classify(window, probabilities);
      results.add(probabilities);
    }
    long[] nanos = new long[REPEATS * windows.size()];
    float[] scratch = new float[labels];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      classifier.classify(windows.get(i % windows.size()), scratch);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / NANOS_PER_MICRO;
  }

  private static boolean areProbabilities(float[] values) {
    double sum = 0;
    for (float value : values) {
      // False for NaN, too.
      if (!(value >= 0 && value <= 1 + SUM_TOLERANCE)) {
        return false;
      }
      sum += value;
    }
    return Math.abs(sum - 1) <= SUM_TOLERANCE;
  }

  private static Finding compare(float[] expected, float[] found) {
    if (difference(expected, found) > TOLERANCE) {
      return Finding.DIFFERS;
    }
    int best = argmax(expected);
    int foundBest = argmax(found);
    // Two labels closer than what is let pass may change places.
    boolean tie = expected[best] - expected[foundBest] <= TOLERANCE;
    return best == foundBest || tie ? Finding.AGREES : Finding.OTHER_LABEL;
  }

  private static double difference(float[] expected, float[] found) {
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i] - found[i]));
    }
    return largest;
  }

  private static double larger(double soFar, double value) {
    return Double.isNaN(soFar) ? value : Math.max(soFar, value);
  }

  private static int argmax(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}
