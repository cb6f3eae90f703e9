// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.ser.TestData;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.feature.ClipFeatures;

final class StudyFeaturesTest {
  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void prepare() {
    out = folder.resolve("out.csv");
  }

  private static SerRun study(Path input, Path out, String... more) {
    return SerRun.of(
        List.of(more),
        StandardCharsets.UTF_8,
        "features",
        input.toString(),
        "--set",
        "study",
        "--out",
        out.toString());
  }

  private List<CSVRecord> rows() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(out);
        CSVParser parser = CSVParser.parse(reader, format)) {
      return parser.getRecords();
    }
  }

  /** Links a few clips of RAVDESS' first two actors, men and women, into a corpus of its own. */
  private Path fewClips() throws IOException {
    Path all = TestData.corpus("ravdess_speech");
    Path few = Files.createDirectory(folder.resolve("few"));
    for (String name :
        List.of(
            "03-01-03-01-01-01-01.flac",
            "03-01-05-02-02-01-01.flac",
            "03-01-02-01-01-01-02.flac",
            "03-01-08-02-02-02-02.flac")) {
      try (var files = Files.walk(all)) {
        Path found =
            files.filter(f -> f.getFileName().toString().equals(name)).findFirst().orElseThrow();
        Files.copy(found, few.resolve(name));
      }
    }
    return few;
  }

  @Test
  void aRowForEachClipOfACorpusWithWhatIsKnownOfIt() throws IOException {
    Path few = fewClips();
    SerRun run = study(few, out, "--format", "csv");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    List<CSVRecord> rows = rows();
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0).getParser().getHeaderNames().subList(0, 8))
        .containsExactly(
            "file", "corpus", "speaker", "sex", "emotion", "intensity", "statement", "mfcc01_mean");
    CSVRecord angry =
        rows.stream().filter(row -> row.get("emotion").equals("angry")).findFirst().orElseThrow();
    assertThat(angry.get("file")).isEqualTo("03-01-05-02-02-01-01.flac");
    assertThat(angry.get("speaker")).isEqualTo("ravdess_01");
    assertThat(angry.get("sex")).isEqualTo("M");
    assertThat(angry.get("intensity")).isEqualTo("strong");
    try (AudioSource source = AudioFiles.open(few.resolve(angry.get("file")))) {
      double[] expected = new ClipFeatures(source.sampleRate()).compute(AudioFiles.readAll(source));
      for (int i = 0; i < expected.length; i++) {
        assertThat(Double.parseDouble(angry.get(7 + i))).isEqualTo(expected[i]);
      }
    }
    // What anyone hears: an angry man is louder than a calm woman, and lower.
    CSVRecord calm =
        rows.stream().filter(row -> row.get("emotion").equals("calm")).findFirst().orElseThrow();
    assertThat(number(angry, "rms_mean")).isGreaterThan(3 * number(calm, "rms_mean"));
    assertThat(number(calm, "pitch_median")).isBetween(140.0, 300.0);
    assertThat(number(angry, "voiced_share")).isBetween(0.1, 0.9);
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  @Test
  void aRecordingIsOneRowWithoutFacts() throws IOException {
    Path wav = TestSound.wav(folder.resolve("voice.wav"), TestSound.voice(1.5, 140));
    SerRun run = study(wav, out);
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<CSVRecord> rows = rows();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get("file")).isEqualTo(wav.toString());
    assertThat(rows.get(0).get("emotion")).isEmpty();
    assertThat(number(rows.get(0), "pitch_median")).isBetween(138.0, 142.0);
  }

  @Test
  void otherRatesAreAskedFor() throws IOException {
    Path wav = TestSound.wav(folder.resolve("voice.wav"), TestSound.voice(1, 140));
    SerRun low = study(wav, out, "--rate", "8000");
    assertThat(low.exitCode()).isEqualTo(1);
    assertThat(low.err()).contains("12800 Hz, not 8000").contains("--rate");
    assertThat(out).doesNotExist();
    assertThat(study(wav, out, "--rate", "22050").exitCode()).isZero();
    assertThat(number(rows().get(0), "pitch_median")).isBetween(138.0, 142.0);
  }

  @Test
  void whatMakesNoSenseTogetherIsWrongUsage() throws IOException {
    Path wav = TestSound.wav(folder.resolve("voice.wav"), TestSound.voice(1, 140));
    assertThat(study(wav, out, "--n-fft", "512").exitCode()).isEqualTo(2);
    assertThat(study(wav, out, "--log-mel").exitCode()).isEqualTo(2);
    SerRun npy = study(wav, folder.resolve("out.npy"));
    assertThat(npy.exitCode()).isEqualTo(2);
    assertThat(npy.err()).contains("--format csv");
    SerRun nothing = study(folder.resolve("none"), out);
    assertThat(nothing.exitCode()).isEqualTo(1);
    assertThat(nothing.err()).contains("does not exist");
    assertThat(out).doesNotExist();
  }
}
