// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The {@code ser} command, run as a user runs it. Tests that ask for it are skipped if it is not built. */
final class Ser {
  private static final Path ROOT = Path.of(System.getProperty("undertone.root", ".."));
  private static final Path JAR = ROOT.resolve("model/target/ser.jar");

  private Ser() {}

  /** Returns the model file that is built in. */
  static Path model() {
    return ROOT.resolve("model/src/main/resources/org/undertone/model/undertone.tflite");
  }

  static void assumeBuilt() {
    assumeTrue(
        "skipped: needs " + JAR + " (mvn package -pl model -am -DskipTests)", Files.exists(JAR));
  }

  /** Returns what {@code ser classify --json} says of each file, or of each in a ZIP. */
  static List<JsonObject> classify(Path file) throws Exception {
    assumeBuilt();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(java, "-jar", JAR.toString(), "classify", "--json", file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    byte[] out = process.getInputStream().readAllBytes();
    String text = new String(out, StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text.lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
  }
}
