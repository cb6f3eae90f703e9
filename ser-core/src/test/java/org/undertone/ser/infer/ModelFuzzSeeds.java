// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes the seeds of {@link ModelFileFuzzTest}; run it when the format changes. */
final class ModelFuzzSeeds {
  private ModelFuzzSeeds() {}

  /** Takes the folder of the test's resources, {@code src/test/resources}. */
  public static void main(String[] args) throws IOException {
    Path inputs = Path.of(args[0], "org/undertone/ser/infer/ModelFileFuzzTestInputs");
    byte[] network = ModelFixtures.hollowNetwork();
    ModelSpec spec = ModelFixtures.spec(20, 3);
    byte[] file = ModelFileWriter.write(network, spec);
    JsonObject json = spec.toJson();
    json.addProperty(ModelFile.HASH_FIELD, Sha256.hex(network, network.length));
    String text = json.toString();

    write(inputs.resolve("anyFile/valid"), file);
    write(inputs.resolve("anyFile/truncated"), Arrays.copyOf(file, file.length - 30));
    write(inputs.resolve("anyFile/network"), network);
    write(inputs.resolve("anyArchive/valid"), Arrays.copyOfRange(file, 16, file.length));
    write(inputs.resolve("anySpec/valid"), utf8(text));
    write(inputs.resolve("anySpec/deep"), utf8("{\"provenance\":" + "[".repeat(3000)));
    write(inputs.resolve("anySpec/huge"), utf8(text.replace("80.0", "1e999999999")));
    write(inputs.resolve("anySpec/not_a_number"), utf8(text.replace("80.0", "NaN")));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
