// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undertone.ser.feature.Golden;
import org.undertone.ser.feature.MfccSpec;

final class FeaturesCommandTest {
  private static final double LOG_MEL_BOUND = 2e-5;
  private static final double MFCC_BOUND = 2e-4;

  @TempDir private Path folder;
  private Path vowel;

  @BeforeEach
  void prepare() throws IOException {
    vowel = golden("vowel");
  }

  private Path golden(String signal) throws IOException {
    Path file = folder.resolve(signal + ".wav");
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + signal + ".wav")) {
      Files.copy(in, file);
    }
    return file;
  }

  @ParameterizedTest
  @CsvSource({
    "vowel22k, librosa, mfcc",
    "vowel48k, app, mfcc",
    "noise, nocenter, mfcc",
    "chirp, speech, logmel"
  })
  void writesLibrosasValues(String signal, String caseName, String feature) throws IOException {
    MfccSpec spec = Golden.spec(signal, caseName);
    Path out = folder.resolve("out.npy");
    List<String> args = new ArrayList<>(numbers(spec));
    if (feature.equals("logmel")) {
      args.add("--log-mel");
    }
    run(golden(signal), out, args);
    float[] expected = Golden.expected(signal, caseName, feature);
    int size = feature.equals("logmel") ? spec.nMels() : spec.nMfcc();
    float[] values = npy(out, expected.length / size, size);
    double bound = feature.equals("logmel") ? LOG_MEL_BOUND : MFCC_BOUND;
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      largest = Math.max(largest, Math.abs((double) values[i] - expected[i]));
    }
    assertThat(values).hasSameSizeAs(expected);
    assertThat(largest).isLessThanOrEqualTo(bound);
  }

  @Test
  void csvHoldsTheSameFloatsToTheLastBit() throws IOException {
    MfccSpec spec = Golden.spec("noise", "app");
    Path noise = golden("noise");
    run(noise, folder.resolve("out.npy"), numbers(spec));
    run(noise, folder.resolve("out.csv"), numbers(spec));
    List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
    assertThat(lines.get(0)).startsWith("c0,c1,").endsWith(",c" + (spec.nMfcc() - 1));
    float[] values = npy(folder.resolve("out.npy"), lines.size() - 1, spec.nMfcc());
    int i = 0;
    for (String line : lines.subList(1, lines.size())) {
      for (String cell : line.split(",", -1)) {
        assertThat(Float.parseFloat(cell)).isEqualTo(values[i++]);
      }
    }
    assertThat(i).isEqualTo(values.length);
  }

  @Test
  void specFileSaysTheSameAsNumbers() throws IOException {
    MfccSpec spec = Golden.spec("vowel", "speech");
    Path json = Files.writeString(folder.resolve("spec.json"), spec.toJson().toString());
    run(vowel, folder.resolve("numbers.npy"), numbers(spec));
    run(vowel, folder.resolve("spec.npy"), List.of("--spec", json.toString()));
    assertThat(folder.resolve("spec.npy")).hasSameBinaryContentAs(folder.resolve("numbers.npy"));
  }

  @Test
  void specForAnotherRateSuggestsToResample() throws IOException {
    Path json = folder.resolve("spec.json");
    Files.writeString(json, MfccSpec.of(16_000, 512, 256, 40, 13).toJson().toString());
    Path vowel48k = golden("vowel48k");
    Path out = folder.resolve("out.npy");
    SerRun refused = features(vowel48k, out, List.of("--spec", json.toString()));
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("16000 Hz").contains("48000 Hz").contains("--rate 16000");
    assertThat(out).doesNotExist();
    run(vowel48k, out, List.of("--spec", json.toString(), "--rate", "16000"));
    assertThat(out).exists();
  }

  @Test
  void aFailureLeavesNeitherHalfAFileNorDamagesTheOldOne() throws IOException {
    Path out = Files.writeString(folder.resolve("out.csv"), "old");
    Path cut = Files.writeString(folder.resolve("cut.wav"), "RIFF");
    SerRun run = features(cut, out, numbers(Golden.spec("vowel", "app")));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("ser: ").contains("cut.wav");
    assertThat(out).hasContent("old");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()).collect(Collectors.toList()))
          .noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void wrongParametersAreWrongUsage() {
    Path out = folder.resolve("out.npy");
    SerRun hop = features(vowel, out, List.of("--n-fft=512", "--hop=0", "--mels=40", "--mfcc=13"));
    assertThat(hop.exitCode()).isEqualTo(2);
    assertThat(hop.err()).contains("hop_length is 0");
    SerRun none = features(vowel, out, List.of("--n-fft=512"));
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("--hop, --mels, --mfcc");
    assertThat(out).doesNotExist();
  }

  private static List<String> numbers(MfccSpec spec) {
    List<String> args = new ArrayList<>();
    args.add("--n-fft=" + spec.nFft());
    args.add("--hop=" + spec.hopLength());
    args.add("--mels=" + spec.nMels());
    args.add("--mfcc=" + spec.nMfcc());
    args.add(String.format(Locale.ROOT, "--fmin=%s", spec.fmin()));
    args.add(String.format(Locale.ROOT, "--fmax=%s", spec.fmax()));
    if (!spec.center()) {
      args.add("--no-center");
    }
    return args;
  }

  private static void run(Path file, Path out, List<String> args) {
    SerRun run = features(file, out, args);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out() + run.err()).isEmpty();
  }

  private static SerRun features(Path file, Path out, List<String> args) {
    return SerRun.of(
        args, StandardCharsets.UTF_8, "features", file.toString(), "--out", out.toString());
  }

  /** Reads a file as numpy.load does, by the definition of the format. */
  private static float[] npy(Path file, int frames, int coefficients) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[8];
    buffer.get(magic);
    assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
    byte[] header = new byte[buffer.getShort()];
    buffer.get(header);
    assertThat(buffer.position() % 64).isZero();
    String text = new String(header, StandardCharsets.US_ASCII);
    assertThat(text).endsWith("\n");
    assertThat(text.strip())
        .isEqualTo(
            "{'descr': '<f4', 'fortran_order': False, 'shape': ("
                + frames
                + ", "
                + coefficients
                + "), }");
    float[] values = new float[buffer.remaining() / 4];
    assertThat(buffer.remaining()).isEqualTo(4 * frames * coefficients);
    buffer.asFloatBuffer().get(values);
    return values;
  }
}
