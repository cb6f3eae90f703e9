// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every golden case, to the accuracy that a double-precision FFT reaches. */
final class GoldenParityTest {
  // golden/README.md: with a double-precision FFT everything is within these; its bounds for ours
  // are
  // wider by far.
  private static final double LOG_MEL_BOUND = 2e-5;
  private static final double MFCC_BOUND = 2e-4;

  private static final Map<String, double[]> WORST = new TreeMap<>();

  @AfterAll
  static void printTable() {
    System.out.println("golden parity: largest difference    log-mel (dB)      MFCC");
    WORST.forEach(
        (caseName, worst) ->
            System.out.printf(
                Locale.ROOT, "  %-34s %.2e          %.2e%n", caseName, worst[0], worst[1]));
  }

  @TestFactory
  Collection<DynamicTest> everyCaseAgreesWithLibrosa() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String signal : Golden.SIGNALS) {
      for (String caseName : Golden.json(signal).getAsJsonObject("cases").keySet()) {
        tests.add(DynamicTest.dynamicTest(signal + " " + caseName, () -> check(signal, caseName)));
      }
    }
    return tests;
  }

  @Test
  void allSignalsAndConfigurationsAreThere() {
    assertThat(everyCaseAgreesWithLibrosa()).hasSizeGreaterThanOrEqualTo(42);
  }

  private static void check(String signal, String caseName) {
    MfccSpec spec = Golden.spec(signal, caseName);
    float[] samples = Golden.samples(signal);
    double logMel =
        largestDifference(
            Frames.logMel(spec, samples, samples.length),
            Golden.expected(signal, caseName, "logmel"));
    double mfcc =
        largestDifference(
            Frames.mfcc(spec, samples, samples.length), Golden.expected(signal, caseName, "mfcc"));
    double[] worst = WORST.computeIfAbsent(caseName, name -> new double[2]);
    worst[0] = Math.max(worst[0], logMel);
    worst[1] = Math.max(worst[1], mfcc);
    assertThat(logMel).as("log-mel").isLessThanOrEqualTo(LOG_MEL_BOUND);
    assertThat(mfcc).as("MFCC").isLessThanOrEqualTo(MFCC_BOUND);
  }

  private static double largestDifference(List<float[]> frames, float[] expected) {
    double largest = 0;
    int i = 0;
    for (float[] frame : frames) {
      for (float value : frame) {
        largest = Math.max(largest, Math.abs((double) value - expected[i++]));
      }
    }
    assertThat(i).as("number of values").isEqualTo(expected.length);
    return largest;
  }
}
