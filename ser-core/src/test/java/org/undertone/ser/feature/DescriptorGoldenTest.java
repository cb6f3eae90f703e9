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

/**
 * Every descriptor of every signal that has it among the golden vectors. No exception is made for ties: where the roll-off's
 * sum comes within rounding of 85 %, a neighbouring bin would fail here. None does.
 */
final class DescriptorGoldenTest {
  private static final String CASE = "librosa";
  // Where librosa's value is (nearly) 0 a ratio says nothing: there the difference counts by
  // itself.
  private static final double RELATIVE_BOUND = 1e-3;
  private static final double TINY = 1e-6;
  // golden/README.md: what MFCC reach with a double-precision FFT. A delta is a weighted sum of
  // them.
  private static final double MFCC_BOUND = 2e-4;
  private static final List<String> OF_MFCC = List.of("logmel", "mfcc", "delta", "delta2");
  private static final Map<String, double[]> WORST = new TreeMap<>();

  @AfterAll
  static void printTable() {
    System.out.println(
        "descriptors against librosa: largest difference     absolute      relative");
    WORST.forEach(
        (name, worst) ->
            System.out.printf(Locale.ROOT, "  %-48s %.2e      %.2e%n", name, worst[0], worst[1]));
  }

  @TestFactory
  Collection<DynamicTest> everyDescriptorAgreesWithLibrosa() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String signal : Golden.SIGNALS) {
      for (String feature : Descriptors.NAMES) {
        if (has(signal, feature)) {
          tests.add(DynamicTest.dynamicTest(signal + " " + feature, () -> check(signal, feature)));
        }
      }
    }
    return tests;
  }

  @Test
  void allSignalsAndDescriptorsAreThere() {
    assertThat(everyDescriptorAgreesWithLibrosa()).hasSizeGreaterThanOrEqualTo(50);
  }

  private static boolean has(String signal, String feature) {
    var cases = Golden.json(signal).getAsJsonObject("cases");
    return cases.has(CASE) && cases.getAsJsonObject(CASE).has(feature);
  }

  private static void check(String signal, String feature) {
    MfccSpec spec = Golden.spec(signal, CASE);
    double[][] series = Descriptors.of(spec, Golden.samples(signal)).get(feature);
    float[] expected = Golden.expected(signal, CASE, feature);
    int frames = series[0].length;
    assertThat(frames * series.length).as("number of values").isEqualTo(expected.length);
    double absolute = 0;
    double relative = 0;
    for (int t = 0; t < frames; t++) {
      for (int i = 0; i < series.length; i++) {
        double wanted = expected[t * series.length + i];
        double difference = Math.abs(series[i][t] - wanted);
        absolute = Math.max(absolute, difference);
        relative = Math.max(relative, difference / Math.max(TINY, Math.abs(wanted)));
      }
    }
    double[] worst = WORST.computeIfAbsent(feature, name -> new double[2]);
    worst[0] = Math.max(worst[0], absolute);
    worst[1] = Math.max(worst[1], relative);
    if (OF_MFCC.contains(feature)) {
      assertThat(absolute).as("absolute").isLessThanOrEqualTo(MFCC_BOUND);
    } else {
      assertThat(relative).as("relative").isLessThanOrEqualTo(RELATIVE_BOUND);
    }
  }
}
