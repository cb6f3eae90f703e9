// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.undertone.model.export.Conv1d;
import org.undertone.model.export.Dense;
import org.undertone.model.export.GlobalPool;
import org.undertone.model.export.Network;
import org.undertone.model.export.Precision;
import org.undertone.model.export.Softmax;
import org.undertone.model.export.TfliteWriter;
import org.undertone.ser.Emotion;
import org.undertone.ser.feature.MfccSpec;
import org.undertone.ser.infer.FeatureStatistics;
import org.undertone.ser.infer.ModelSpec;

/** A small network with random weights: its answers mean nothing, but come out of the real runtime. */
final class TestModels {
  private static final int WINDOW_FRAMES = 188;
  private static final int HOP_FRAMES = 31;
  private static final int COEFFICIENTS = 20;
  private static final int CHANNELS = 12;
  private static final int KERNEL = 3;

  private TestModels() {}

  /** Writes the model and returns its path. */
  static Path write(Path file) throws IOException {
    return Files.write(file, TfliteWriter.write(network(), spec(), Precision.FLOAT16));
  }

  private static Network network() {
    Random random = new Random(7);
    return new Network(
        WINDOW_FRAMES,
        COEFFICIENTS,
        List.of(
            Conv1d.ofPyTorch(
                    weights(random, CHANNELS * COEFFICIENTS * KERNEL, 0.05),
                    new float[CHANNELS],
                    CHANNELS,
                    COEFFICIENTS,
                    KERNEL)
                .withRelu(),
            GlobalPool.mean(),
            Dense.of(
                weights(random, Emotion.COUNT * CHANNELS, 0.5),
                new float[Emotion.COUNT],
                Emotion.COUNT,
                CHANNELS),
            new Softmax()));
  }

  private static float[] weights(Random random, int count, double deviation) {
    float[] weights = new float[count];
    for (int i = 0; i < count; i++) {
      weights[i] = (float) (deviation * random.nextGaussian());
    }
    return weights;
  }

  private static ModelSpec spec() {
    float[] mean = new float[COEFFICIENTS];
    float[] deviation = new float[COEFFICIENTS];
    Arrays.fill(deviation, 20);
    return new ModelSpec(
        "random",
        List.of(Emotion.values()),
        MfccSpec.of(16_000, 512, 256, 40, COEFFICIENTS),
        WINDOW_FRAMES,
        HOP_FRAMES,
        80,
        1.5,
        new FeatureStatistics(mean, deviation),
        500,
        1,
        0.3,
        "{\"seed\": 7}");
  }
}
