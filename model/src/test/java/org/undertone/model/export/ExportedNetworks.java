// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.undertone.ser.infer.ModelFixtures;

/**
 * Small models with random weights and each layer that there is. {@link #main} writes them to where the
 * app's tests find them, which show that the app takes what the exporter writes; run it when the
 * exporter changes.
 */
public final class ExportedNetworks {
  private static final String FOLDER = "app/src/test/resources/org/undertone/app/infer/networks";
  private static final Precision[] OTHERS = {Precision.FLOAT16};
  private static final int FRAMES = 37;
  private static final int COEFFICIENTS = 13;

  private ExportedNetworks() {}

  /** Writes the models below the project's root folder, the current one unless it is given. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "").resolve(FOLDER);
    Files.createDirectories(folder);
    for (Map.Entry<String, Network> network : networks().entrySet()) {
      boolean first = network.getKey().equals("conv");
      for (Precision precision : first ? Precision.values() : OTHERS) {
        String name = network.getKey() + "-" + precision.name().toLowerCase(Locale.ROOT);
        Files.write(folder.resolve(name + ".tflite"), file(network.getValue(), precision));
      }
    }
  }

  /** Returns networks of 37 frames of 13 coefficients, by what is in them. */
  static Map<String, Network> networks() {
    RandomNetworks random = new RandomNetworks(11);
    Map<String, Network> networks = new LinkedHashMap<>();
    networks.put(
        "conv",
        random.around(
            FRAMES, COEFFICIENTS, random.conv(8, COEFFICIENTS, 5).withRelu(), new MaxPool1d(2, 2)));
    Conv1d strided = random.conv(8, COEFFICIENTS, 3).withStride(3).withPadding(4);
    Residual residual =
        new Residual(
            List.of(random.conv(9, COEFFICIENTS, 3).withRelu(), random.conv(8, 9, 3)),
            List.of(random.conv(8, COEFFICIENTS, 1)),
            true);
    networks.put(
        "padding",
        random.around(FRAMES, COEFFICIENTS, random.conv(8, COEFFICIENTS, 5).withPadding(0)));
    networks.put("stride", random.around(FRAMES, COEFFICIENTS, strided));
    networks.put("max", random.ending(FRAMES, COEFFICIENTS, GlobalPool.max()));
    networks.put("mean-max", random.ending(FRAMES, COEFFICIENTS, GlobalPool.meanMax()));
    networks.put("mean-std", random.ending(FRAMES, COEFFICIENTS, GlobalPool.meanStd(1e-5f)));
    networks.put("residual", random.around(FRAMES, COEFFICIENTS, residual));
    Sum sum =
        new Sum(
            List.of(
                List.of(random.conv(8, COEFFICIENTS, 3)),
                List.of(random.conv(8, COEFFICIENTS, 5).withRelu())));
    networks.put("sum", random.around(FRAMES, COEFFICIENTS, sum));
    networks.put("ensemble", random.ensemble(3, FRAMES, COEFFICIENTS));
    networks.put(
        "excitation", random.around(FRAMES, COEFFICIENTS, random.excitation(COEFFICIENTS, 3)));
    networks.put(
        "attention", random.ending(FRAMES, COEFFICIENTS, random.attentivePool(COEFFICIENTS, 6)));
    return networks;
  }

  private static byte[] file(Network network, Precision precision) {
    return TfliteWriter.write(
        network, ModelFixtures.spec(network.frames(), network.coefficients()), precision);
  }
}
