// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.ser.TestData;

class FlacSourceTest {
  private static final int LENGTH = 200;

  private static short[] ramp(int factor) {
    short[] samples = new short[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      samples[i] = (short) (factor * i);
    }
    return samples;
  }

  private static float[] decode(byte[] flac, int blockSize) throws IOException {
    float[] samples = new float[2 * LENGTH];
    int count = 0;
    try (FlacSource source = new FlacSource(new ByteArrayInputStream(flac))) {
      for (int read = 0; read >= 0; read = source.read(samples, count, blockSize)) {
        count += read;
      }
    }
    return Arrays.copyOf(samples, count);
  }

  @Test
  void readsMonoWhateverTheBlockSize() throws IOException {
    byte[] flac = TinyFlac.of(16000, new short[][] {ramp(-100)}, LENGTH);

    float[] samples = decode(flac, 7);

    assertThat(samples).hasSize(LENGTH);
    assertThat(samples[150]).isEqualTo(-15000 / 32768f);
    assertThat(decode(flac, LENGTH)).isEqualTo(samples);
  }

  @Test
  void averagesChannels() throws IOException {
    float[] samples = decode(TinyFlac.of(44100, new short[][] {ramp(100), ramp(-50)}, LENGTH), 64);

    assertThat(samples[199]).isEqualTo(199 * 25 / 32768f);
  }

  @Test
  void readsFilesThatDoNotStateTheirLength() throws IOException {
    assertThat(decode(TinyFlac.of(16000, new short[][] {ramp(3)}, 0), 64)).hasSize(LENGTH);
  }

  @Test
  void refusesFilesThatEndEarly() {
    byte[] flac = TinyFlac.of(16000, new short[][] {ramp(100)}, LENGTH);

    for (int length = 0; length < flac.length; length++) {
      byte[] cut = Arrays.copyOf(flac, length);
      assertThatThrownBy(() -> decode(cut, 64))
          .as("%d bytes", length)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void refusesAnyDamageToAFrameWithAnIoException() {
    short[] noise = new short[LENGTH];
    Random random = new Random(5);
    for (int i = 0; i < LENGTH; i++) {
      noise[i] = (short) random.nextInt();
    }
    byte[] flac = TinyFlac.of(16000, new short[][] {noise}, LENGTH);
    int header = 4 + 38 + 7;

    for (int at = header; at < flac.length; at++) {
      byte[] damaged = flac.clone();
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      assertThatThrownBy(() -> decode(damaged, 64))
          .as("byte %d", at)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("damaged FLAC");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, LENGTH})
  void stopsBeforeATagButRefusesOtherThingsAfterTheLastFrame(int statedTotal) throws IOException {
    byte[] flac = TinyFlac.of(16000, new short[][] {ramp(3)}, statedTotal);
    byte[] followed = Arrays.copyOf(flac, flac.length + 128);
    byte[] tagged = followed.clone();
    Arrays.fill(followed, flac.length, followed.length, (byte) 7);
    System.arraycopy("TAG".getBytes(StandardCharsets.US_ASCII), 0, tagged, flac.length, 3);

    assertThat(decode(tagged, 64)).isEqualTo(decode(flac, 64));
    assertThatThrownBy(() -> decode(followed, 64)).hasMessageContaining("check sum");
  }

  @Test
  void refusesDamagedRecordingsWithoutPrinting() throws IOException {
    byte[] flac =
        Files.readAllBytes(TestData.corpus("ravdess_speech").resolve("03-01-05-02-01-02-01.flac"));
    Random random = new Random(7);
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      for (int round = 0; round < 300; round++) {
        byte[] damaged = flac.clone();
        damaged[86 + random.nextInt(flac.length - 86)] ^= (byte) (1 << random.nextInt(8));
        assertThatThrownBy(
                () -> ClipScan.of(() -> new FlacSource(new ByteArrayInputStream(damaged))))
            .isInstanceOf(IOException.class)
            .hasMessageContaining("damaged FLAC after");
      }
    } finally {
      System.setOut(out);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void refusesDamagedHeadersWithAnIoException() {
    byte[] flac = TinyFlac.of(16000, new short[][] {ramp(100)}, LENGTH);
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      byte[] damaged = flac.clone();
      for (int i = 0; i < 4; i++) {
        damaged[random.nextInt(50)] = (byte) random.nextInt();
      }
      try {
        ClipScan.of(() -> new FlacSource(new ByteArrayInputStream(damaged)));
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("FLAC");
      }
    }
  }

  /** FLAC's own header holds the MD5 of the samples that were encoded. */
  @ParameterizedTest
  @ValueSource(strings = {"ravdess_speech", "ased", "nemo", "tess"})
  void decodesRealRecordingsToTheSamplesThatWereEncoded(String corpus) throws IOException {
    CorpusTree tree = new FolderTree(TestData.corpus(corpus));
    for (int i = 0; i < tree.audioFiles().size(); i += 24) {
      String file = tree.audioFiles().get(i);
      ClipScan scan = ClipScan.of(() -> new FlacSource(tree.open(file)));
      byte[] md5 = new byte[16];
      try (InputStream in = tree.open(file)) {
        FlacHeader.read(in).streamInfo().get(18, md5);
      }
      assertThat(scan.md5()).as(file).isEqualTo(HexFormat.of().formatHex(md5));
      assertThat(scan.sampleRate()).isEqualTo(16000);
    }
  }

  /** The manifest's pcm_md5 is that of the original: the same only where nothing was resampled, as in ASED. */
  @Test
  void decodesRecordingsThatWereNotResampledToTheirOriginalSamples() throws IOException {
    CorpusTree tree = new FolderTree(TestData.corpus("ased"));
    CsvTable manifest = CsvTable.read(tree, "manifest.csv");
    for (int row = 0; row < manifest.rows().size(); row += 24) {
      CSVRecord record = manifest.rows().get(row);
      ClipScan scan = ClipScan.of(tree.audio(manifest.get(record, "file")));
      assertThat(scan.md5()).isEqualTo(manifest.get(record, "pcm_md5"));
    }
  }
}
