// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.tflite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.undertone.model.export.AttentivePool;
import org.undertone.model.export.Conv1d;
import org.undertone.model.export.GlobalPool;
import org.undertone.model.export.MaxPool1d;
import org.undertone.model.export.Network;
import org.undertone.model.export.NetworkReference;
import org.undertone.model.export.Precision;
import org.undertone.model.export.RandomNetworks;
import org.undertone.model.export.Residual;
import org.undertone.model.export.Sum;

/** Each layer that there is, run by TensorFlow Lite and straight from its definition. */
class LayerAgreementTest {
  private static final int FRAMES = 37;
  private static final int COEFFICIENTS = 13;

  private static Stream<Arguments> networks() {
    RandomNetworks random = new RandomNetworks(7);
    return Stream.of(
        Arguments.of("dense", random.around(FRAMES, COEFFICIENTS)),
        Arguments.of(
            "convolution, kernel 5",
            random.around(FRAMES, COEFFICIENTS, random.conv(16, COEFFICIENTS, 5))),
        Arguments.of(
            "even kernel", random.around(FRAMES, COEFFICIENTS, random.conv(16, COEFFICIENTS, 4))),
        Arguments.of(
            "kernel 1", random.around(FRAMES, COEFFICIENTS, random.conv(16, COEFFICIENTS, 1))),
        Arguments.of(
            "no padding",
            random.around(FRAMES, COEFFICIENTS, random.conv(8, COEFFICIENTS, 5).withPadding(0))),
        Arguments.of(
            "stride 2 over odd length",
            random.around(FRAMES, COEFFICIENTS, random.conv(8, COEFFICIENTS, 5).withStride(2))),
        Arguments.of(
            "stride 2 over even length",
            random.around(FRAMES - 1, COEFFICIENTS, random.conv(8, COEFFICIENTS, 5).withStride(2))),
        Arguments.of(
            "stride 3, wide padding",
            random.around(
                FRAMES,
                COEFFICIENTS,
                random.conv(8, COEFFICIENTS, 3).withStride(3).withPadding(4))),
        Arguments.of(
            "rectifier",
            random.around(FRAMES, COEFFICIENTS, random.conv(8, COEFFICIENTS, 3).withRelu())),
        Arguments.of(
            "max pooling with a rest",
            random.around(FRAMES, COEFFICIENTS, new MaxPool1d(2, 2), new MaxPool1d(3, 2))),
        Arguments.of("global max", random.ending(FRAMES, COEFFICIENTS, GlobalPool.max())),
        Arguments.of("mean and max", random.ending(FRAMES, COEFFICIENTS, GlobalPool.meanMax())),
        Arguments.of(
            "mean and std", random.ending(FRAMES, COEFFICIENTS, GlobalPool.meanStd(1e-5f))),
        Arguments.of(
            "residual",
            random.around(
                FRAMES,
                COEFFICIENTS,
                new Residual(List.of(random.conv(COEFFICIENTS, COEFFICIENTS, 3)), List.of(), true),
                new Residual(
                    List.of(random.conv(9, COEFFICIENTS, 3).withRelu(), random.conv(8, 9, 3)),
                    List.of(random.conv(8, COEFFICIENTS, 1)),
                    false))),
        Arguments.of(
            "sum over time",
            random.around(
                FRAMES,
                COEFFICIENTS,
                new Sum(
                    List.of(
                        List.of(random.conv(8, COEFFICIENTS, 3)),
                        List.of(random.conv(8, COEFFICIENTS, 5).withRelu()),
                        List.of(random.conv(8, COEFFICIENTS, 1)))))),
        Arguments.of("three networks in one", random.ensemble(3, FRAMES, COEFFICIENTS)),
        Arguments.of(
            "squeeze and excitation",
            random.around(FRAMES, COEFFICIENTS, random.excitation(COEFFICIENTS, 3))),
        Arguments.of(
            "attentive pooling",
            random.ending(FRAMES, COEFFICIENTS, random.attentivePool(COEFFICIENTS, 6))),
        Arguments.of(
            "typical, attentive pooling",
            random.typical(192, 40, 4, random.attentivePool(160, 32))),
        Arguments.of("typical, mean and max", random.typical(192, 40, 4, GlobalPool.meanMax())),
        Arguments.of(
            "typical, mean and std", random.typical(192, 40, 4, GlobalPool.meanStd(1e-5f))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void agreesWithTheReference(String name, Network network) throws IOException {
    assertThat(largestDifference(network, Precision.FLOAT32)).as(name).isLessThan(1e-5);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void halfPrecisionWeightsStayClose(String name, Network network) throws IOException {
    assertThat(largestDifference(network, Precision.FLOAT16)).as(name).isLessThan(2e-3);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void byteWeightsStayClose(String name, Network network) throws IOException {
    assertThat(largestDifference(network, Precision.INT8)).as(name).isLessThan(5e-2);
  }

  /** A softmax without care for large scores is infinity divided by infinity. */
  @Test
  void attentionTakesScoresOfAnySize() throws IOException {
    RandomNetworks random = new RandomNetworks(4);
    Conv1d scores = Conv1d.ofPyTorch(random.gaussian(8 * 13, 1000), null, 13, 8, 1);
    AttentivePool pool = new AttentivePool(random.conv(8, 13, 1), scores, 1e-5f);
    Network network = random.ending(FRAMES, COEFFICIENTS, pool);
    assertThat(largestDifference(network, Precision.FLOAT32)).isLessThan(1e-3);
  }

  private static double largestDifference(Network network, Precision precision) throws IOException {
    RandomNetworks random = new RandomNetworks(3);
    double largest = 0;
    try (TfliteClassifier classifier =
        new TfliteClassifier(TfliteClassifierTest.file(network, precision))) {
      float[] probabilities = new float[network.labels()];
      for (int i = 0; i < 10; i++) {
        float[] window = random.gaussian(network.frames() * network.coefficients(), 1);
        classifier.classify(window, probabilities);
        double[] expected = NetworkReference.run(network, window);
        for (int label = 0; label < expected.length; label++) {
          largest = Math.max(largest, Math.abs(expected[label] - probabilities[label]));
        }
      }
    }
    return largest;
  }
}
