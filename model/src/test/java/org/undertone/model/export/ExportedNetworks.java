// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undertone.ser.infer.ModelFixtures;

/**
 * Small models with random weights and each layer that there is. {@link #main} writes them to where the
 * app's tests find them, which show that the app takes what the exporter writes; run it when the
 * exporter changes.
 */
public final class ExportedNetworks {
  private static final String FOLDER = "app/src/test/resources/org/undertone/app/infer/networks";
  private static final int FRAMES = 37;
  private static final int COEFFICIENTS = 13;

  private ExportedNetworks() {}

  /** Writes the models below the project's root folder, the current one unless it is given. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "").resolve(FOLDER);
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> model : models().entrySet()) {
      Files.write(folder.resolve(model.getKey() + ".tflite"), model.getValue());
    }
  }

  private static Map<String, byte[]> models() {
    RandomNetworks random = new RandomNetworks(11);
    Network conv =
        random.around(
            FRAMES, COEFFICIENTS, random.conv(8, COEFFICIENTS, 5).withRelu(), new MaxPool1d(2, 2));
    Conv1d strided = random.conv(8, COEFFICIENTS, 3).withStride(3).withPadding(4);
    Residual residual =
        new Residual(
            List.of(random.conv(9, COEFFICIENTS, 3).withRelu(), random.conv(8, 9, 3)),
            List.of(random.conv(8, COEFFICIENTS, 1)),
            true);
    Map<String, byte[]> models = new LinkedHashMap<>();
    models.put("conv-float32", file(conv, Precision.FLOAT32));
    models.put("conv-float16", file(conv, Precision.FLOAT16));
    models.put(
        "padding",
        file(
            random.around(FRAMES, COEFFICIENTS, random.conv(8, COEFFICIENTS, 5).withPadding(0)),
            Precision.FLOAT32));
    models.put("stride", file(random.around(FRAMES, COEFFICIENTS, strided), Precision.FLOAT16));
    models.put(
        "mean-max",
        file(random.ending(FRAMES, COEFFICIENTS, GlobalPool.meanMax()), Precision.FLOAT16));
    models.put(
        "mean-std",
        file(random.ending(FRAMES, COEFFICIENTS, GlobalPool.meanStd(1e-5f)), Precision.FLOAT16));
    models.put("residual", file(random.around(FRAMES, COEFFICIENTS, residual), Precision.FLOAT16));
    return models;
  }

  private static byte[] file(Network network, Precision precision) {
    return TfliteWriter.write(
        network, ModelFixtures.spec(network.frames(), network.coefficients()), precision);
  }
}
