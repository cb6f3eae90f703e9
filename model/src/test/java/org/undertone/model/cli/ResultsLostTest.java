// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ResultsLostTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("undertone.root", "..")).resolve("samples/synthetic-speech.wav");

  @Test
  void aFullDiskUnderStandardOutputIsNoSuccess() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    Console console =
        Console.of(
            full,
            new ByteArrayOutputStream(),
            InputStream.nullInputStream(),
            StandardCharsets.UTF_8,
            false);
    assertThat(Ser.run(console, "classify", "--json", SAMPLE.toString())).isEqualTo(Ser.FAILED);
    assertThat(Ser.run(console, "inspect")).isEqualTo(Ser.FAILED);
  }

  @Test
  void aFileThatIsCutShortSaysSo() throws IOException {
    byte[] whole = Files.readAllBytes(SAMPLE);
    Path cut = Files.createTempFile("cut", ".wav");
    try {
      Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      Console console =
          Console.of(out, err, InputStream.nullInputStream(), StandardCharsets.UTF_8, false);
      assertThat(Ser.run(console, "classify", "--json", cut.toString())).isZero();
      assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"truncated\":true");
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("cut short");
    } finally {
      Files.delete(cut);
    }
  }
}
