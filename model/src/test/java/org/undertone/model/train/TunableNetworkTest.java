// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.export.GlobalPool;
import org.undertone.model.export.Layer;
import org.undertone.model.export.MaxPool1d;
import org.undertone.model.export.Network;
import org.undertone.model.export.NetworkReader;
import org.undertone.model.export.Precision;
import org.undertone.model.export.RandomNetworks;
import org.undertone.model.export.Residual;
import org.undertone.model.export.TfliteWriter;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelFixtures;
import org.undertone.ser.infer.ModelSpec;

final class TunableNetworkTest {
  private static final int FRAMES = 37;
  private static final int COEFFICIENTS = 13;
  private static final ModelSpec SPEC = ModelFixtures.spec(FRAMES, COEFFICIENTS);

  private final RandomNetworks random = new RandomNetworks(5);

  @Test
  void answersAsTheRuntimeDoes() throws IOException {
    for (Network network : networks()) {
      ModelFile file = ModelFile.read(TfliteWriter.write(network, SPEC, Precision.FLOAT32));
      requireSameAnswers(file, NetworkReader.read(file));
    }
  }

  @Test
  void answersAsTheRuntimeDoesWithTheBuiltInModel() throws IOException {
    ModelFile file = EmotionRecognizer.builtInModel();
    requireSameAnswers(file, NetworkReader.read(file));
  }

  @Test
  void untrainedIsWrittenAsItWasRead() throws IOException {
    for (Network network : networks()) {
      try (TunableNetwork tunable = new TunableNetwork(network, 0.5)) {
        assertThat(TfliteWriter.write(tunable.toNetwork(), SPEC, Precision.FLOAT32))
            .isEqualTo(TfliteWriter.write(network, SPEC, Precision.FLOAT32));
        long values = tunable.weights().stream().mapToLong(weight -> weight.size()).sum();
        assertThat(values).as("every weight can be moved").isEqualTo(network.parameters());
      }
    }
  }

  private List<Network> networks() {
    Residual residual =
        new Residual(
            List.of(random.conv(9, COEFFICIENTS, 3).withRelu(), random.conv(8, 9, 3)),
            List.of(random.conv(8, COEFFICIENTS, 1)),
            true);
    Layer strided = random.conv(8, COEFFICIENTS, 5).withStride(2).withRelu();
    return List.of(
        random.ensemble(3, FRAMES, COEFFICIENTS),
        around(GlobalPool.mean(), residual, new MaxPool1d(2, 2)),
        around(GlobalPool.meanStd(1e-5f), strided, random.excitation(8, 4)),
        around(GlobalPool.max(), random.conv(8, COEFFICIENTS, 3).withStride(3).withPadding(4)),
        around(GlobalPool.meanMax(), new MaxPool1d(3, 2)),
        around(random.attentivePool(8, 5), random.conv(8, COEFFICIENTS, 3).withRelu()));
  }

  private Network around(Layer pool, Layer... body) {
    return random.ending(FRAMES, COEFFICIENTS, pool, body);
  }

  private void requireSameAnswers(ModelFile file, Network network) throws IOException {
    try (TfliteClassifier runtime = new TfliteClassifier(file);
        TunableNetwork tunable = new TunableNetwork(network, 0.5)) {
      for (int i = 0; i < 3; i++) {
        float[] window = random.gaussian(network.frames() * network.coefficients(), 1);
        float[] expected = new float[network.labels()];
        runtime.classify(window, expected);
        float[] probabilities = tunable.probabilities(window);
        for (int label = 0; label < expected.length; label++) {
          assertThat(probabilities[label])
              .as("%s", network.layers().get(0))
              .isCloseTo(expected[label], within(1e-4f));
        }
      }
    }
  }
}
