// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only shows in a process of its own. */
final class SerProcessTest {
  @TempDir private Path folder;
  private Path model;

  @BeforeEach
  void prepare() throws IOException {
    model = TestModels.write(folder.resolve("model.tflite"));
  }

  @Test
  void librariesKeepQuiet() throws IOException, InterruptedException {
    Path clip = TestSound.wav(folder.resolve("clip.wav"), TestSound.voice(2, 120));
    Process ser = start("classify", "--json", "--model", model.toString(), clip.toString());
    String out = new String(ser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(ser.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(ser.waitFor()).as(err).isZero();
    assertThat(err).isEmpty();
    assertThat(out.lines()).hasSize(1);
  }

  @Test
  void interruptEndsListeningWithTheShares() throws IOException, InterruptedException {
    Process ser = start("listen", "--stdin", "--rate", "16000", "--model", model.toString());
    assumeTrue(ser.supportsNormalTermination(), "skipped: this system can only kill processes");
    ser.getOutputStream().write(TestSound.raw(TestSound.voice(3, 120)));
    ser.getOutputStream().flush();
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = ser.inputReader(StandardCharsets.UTF_8)) {
      // A verdict comes at once, although the input goes on.
      lines.add(out.readLine());
      // Unlike Process.destroy, this leaves the output open.
      ser.toHandle().destroy();
      out.lines().forEach(lines::add);
    }
    ser.waitFor();
    assertThat(lines.get(0)).contains("0:00.5");
    assertThat(lines).anyMatch(line -> line.startsWith("heard "));
  }

  private static Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Ser.class.getName());
    command.addAll(List.of(args));
    return new ProcessBuilder(command).start();
  }
}
