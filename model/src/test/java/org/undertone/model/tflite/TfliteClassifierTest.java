// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.undertone.model.export.GlobalPool;
import org.undertone.model.export.Network;
import org.undertone.model.export.Precision;
import org.undertone.model.export.RandomNetworks;
import org.undertone.model.export.TfliteWriter;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelFileException;
import org.undertone.ser.infer.ModelFileException.Kind;
import org.undertone.ser.infer.ModelFileWriter;
import org.undertone.ser.infer.ModelFixtures;
import org.undertone.ser.infer.ModelSpec;

class TfliteClassifierTest {
  private static final int FRAMES = 37;
  private static final int COEFFICIENTS = 13;

  @ParameterizedTest
  @EnumSource
  void xnnpackTakesTheWholeNetwork(Precision precision) throws IOException {
    RandomNetworks random = new RandomNetworks(1);
    List<Network> networks =
        List.of(
            random.typical(192, 40, 4, GlobalPool.meanMax()),
            random.typical(192, 40, 4, GlobalPool.meanStd(1e-5f)),
            random.typical(192, 40, 4, random.attentivePool(160, 32)),
            random.around(FRAMES, COEFFICIENTS, random.excitation(COEFFICIENTS, 3)),
            random.ensemble(3, FRAMES, COEFFICIENTS));
    for (Network network : networks) {
      try (TfliteClassifier classifier = new TfliteClassifier(file(network, precision))) {
        assertThat(classifier.describe()).contains("run in 1 step");
      }
    }
  }

  @Test
  void describesOperatorsAndTensors() throws IOException {
    Network network = new RandomNetworks(1).typical(192, 40, 4, GlobalPool.meanMax());
    try (TfliteClassifier classifier = new TfliteClassifier(file(network, Precision.FLOAT32))) {
      assertThat(classifier.describe())
          .contains("mfcc", "[1, 1, 192, 40]", "CONV_2D", "MAX_POOL_2D", "SOFTMAX")
          .contains("probabilities", "FLOAT32", "[1, 4]", "15 operators");
    }
  }

  @Test
  void refusesArraysOfWrongLengthAndUseAfterClose() throws IOException {
    Network network = new RandomNetworks(1).around(FRAMES, COEFFICIENTS);
    TfliteClassifier classifier = new TfliteClassifier(file(network, Precision.FLOAT32));
    float[] window = new float[FRAMES * COEFFICIENTS];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> classifier.classify(window, new float[3]))
        .withMessageContaining("3 probabilities, need 481 and 4");
    classifier.close();
    classifier.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> classifier.classify(window, new float[4]))
        .withMessageContaining("closed");
  }

  @Test
  void refusesNetworkWhoseShapeIsNotTheSpecs() throws IOException {
    byte[] bytes =
        TfliteWriter.write(
            new RandomNetworks(1).around(FRAMES, COEFFICIENTS),
            ModelFixtures.spec(FRAMES, COEFFICIENTS),
            Precision.FLOAT32);
    byte[] other =
        ModelFileWriter.write(networkOf(bytes), ModelFixtures.spec(FRAMES + 1, COEFFICIENTS));
    ModelFileException e = refusal(other);
    assertThat(e.kind()).isEqualTo(Kind.WRONG_SHAPE);
    assertThat(e).hasMessageContaining("[1, 1, 37, 13]").hasMessageContaining("[1, 1, 38, 13]");
  }

  @Test
  void refusesNetworkWithoutVersionAndOperators() {
    ModelSpec spec = ModelFixtures.spec(FRAMES, COEFFICIENTS);
    ModelFileException e = refusal(ModelFileWriter.write(ModelFixtures.hollowNetwork(), spec));
    assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED_NETWORK);
    assertThat(e).hasMessageContaining("its version or an operator is unknown");
  }

  @Test
  void refusesNetworkCutAnywhere() throws IOException {
    ModelSpec spec = ModelFixtures.spec(FRAMES, COEFFICIENTS);
    byte[] network =
        networkOf(
            TfliteWriter.write(
                new RandomNetworks(1).around(FRAMES, COEFFICIENTS), spec, Precision.FLOAT32));
    for (int length = 8; length < network.length; length += 97) {
      ModelFileException e = refusal(ModelFileWriter.write(Arrays.copyOf(network, length), spec));
      assertThat(e.kind()).as("cut to %d bytes", length).isEqualTo(Kind.UNSUPPORTED_NETWORK);
      assertThat(e).hasMessageContaining("its structure is broken");
    }
  }

  @Test
  void createsRunsAndClosesManyTimes() throws IOException {
    Network network = new RandomNetworks(1).typical(192, 40, 4, GlobalPool.meanMax());
    ModelFile file = file(network, Precision.FLOAT16);
    float[] window = new RandomNetworks(2).gaussian(192 * 40, 1);
    float[] first = new float[4];
    float[] probabilities = new float[4];
    for (int i = 0; i < 100; i++) {
      try (TfliteClassifier classifier = new TfliteClassifier(file)) {
        classifier.classify(window, i == 0 ? first : probabilities);
      }
      assertThat(i == 0 ? first : probabilities).isEqualTo(first);
    }
  }

  static ModelFile file(Network network, Precision precision) throws IOException {
    ModelSpec spec = ModelFixtures.spec(network.frames(), network.coefficients());
    return ModelFile.read(TfliteWriter.write(network, spec, precision));
  }

  private static byte[] networkOf(byte[] file) throws IOException {
    ModelFile model = ModelFile.read(file);
    byte[] network = new byte[model.network().remaining()];
    model.network().get(network);
    return network;
  }

  private static ModelFileException refusal(byte[] bytes) {
    ModelFileException e =
        catchThrowableOfType(
            ModelFileException.class,
            () -> {
              try (TfliteClassifier classifier = new TfliteClassifier(ModelFile.read(bytes))) {
                assertThat(classifier.spec()).isNotNull();
              }
            });
    assertThat(e).isNotNull();
    return e;
  }
}
