// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassifyCommandTest {
  @TempDir private Path folder;
  private Path model;
  private Path clip;

  @BeforeEach
  void prepare() throws IOException {
    model = TestModels.write(folder.resolve("model.tflite"));
    clip = TestSound.wav(folder.resolve("clip.wav"), TestSound.voice(5, 120));
  }

  @Test
  void writesAnObjectForEachFileAsJsonLines() {
    SerRun run = classify("--json", clip.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonObject heard = run.json().get(0);
    assertThat(heard.get("file").getAsString()).isEqualTo(clip.toString());
    assertThat(heard.get("speech").getAsBoolean()).isTrue();
    assertThat(heard.get("duration_s").getAsDouble()).isEqualTo(5);
    JsonObject scores = heard.getAsJsonObject("scores");
    assertThat(scores.keySet())
        .containsExactly(
            "neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised");
    assertThat(sum(scores)).isCloseTo(1, within(1e-3));
    String label = heard.get("label").getAsString();
    assertThat(heard.get("probability").getAsDouble())
        .isEqualTo(scores.get(label).getAsDouble())
        .isEqualTo(largest(scores));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void windowsAndSegmentsCoverTheRecordingInOrder() {
    JsonObject heard = classify("--json", clip.toString()).json().get(0);
    double end = 0;
    for (JsonElement window : heard.getAsJsonArray("windows")) {
      JsonObject object = window.getAsJsonObject();
      assertThat(object.get("end_s").getAsDouble()).isGreaterThan(end);
      end = object.get("end_s").getAsDouble();
      JsonObject scores = object.getAsJsonObject("scores");
      if (object.get("label").getAsString().equals("no speech")) {
        assertThat(scores.size()).isZero();
      } else {
        assertThat(sum(scores)).isCloseTo(1, within(1e-3));
      }
    }
    assertThat(end).isEqualTo(5);
    double last = 0;
    for (JsonElement segment : heard.getAsJsonArray("segments")) {
      JsonObject object = segment.getAsJsonObject();
      assertThat(object.get("start_s").getAsDouble()).isEqualTo(last);
      last = object.get("end_s").getAsDouble();
      assertThat(object.keySet()).contains("label", "probability");
    }
    assertThat(last).isEqualTo(5);
  }

  @Test
  void fewerLabelsSumToOneAsWell() {
    for (int labels : new int[] {4, 3}) {
      JsonObject heard = classify("--json", "--labels", "" + labels, clip.toString()).json().get(0);
      assertThat(heard.getAsJsonObject("scores").size()).isEqualTo(labels);
      assertThat(sum(heard.getAsJsonObject("scores"))).isCloseTo(1, within(1e-3));
      assertThat(heard.getAsJsonObject("scores").keySet())
          .contains(heard.get("label").getAsString());
    }
  }

  @Test
  void oneBadFileDoesNotStopTheRest() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.wav"), "not sound");
    SerRun run = classify("--json", clip.toString(), bad.toString(), "gone.wav", clip.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    List<JsonObject> lines = run.json();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1).keySet()).containsExactly("file", "error");
    assertThat(lines.get(2).get("error").getAsString()).contains("gone.wav");
    assertThat(lines.get(3)).isEqualTo(lines.get(0));
    assertThat(run.err().lines())
        .anyMatch(line -> line.startsWith("ser: ") && line.contains("bad.wav"))
        .anyMatch(line -> line.startsWith("4 files, 2 failed; 10.0 s of audio"))
        .noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
  }

  @Test
  void readsFoldersAndPatternsInOrderOnAnyNumberOfThreads() throws IOException {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      // The first ones take longest, so that later ones are done before them.
      Path file = folder.resolve("takes/" + (char) ('a' + i) + "/take.wav");
      TestSound.wav(file, TestSound.voice(i < 2 ? 30 : 1, 100 + 20 * i));
      expected.add(file.toString());
    }
    Files.writeString(folder.resolve("takes/notes.txt"), "no sound");
    SerRun one = classify("--json", "--threads", "1", folder.resolve("takes").toString());
    SerRun four = classify("--json", "--threads", "4", folder.resolve("takes").toString());
    SerRun pattern = classify("--json", folder.resolve("takes") + "/*/t*.wav");
    assertThat(files(one)).isEqualTo(expected);
    assertThat(four.out()).isEqualTo(one.out());
    assertThat(pattern.out()).isEqualTo(one.out());
    assertThat(one.exitCode()).as(one.err()).isZero();
  }

  @Test
  void readsTheRecordingsInAZip() throws IOException {
    Path zip = folder.resolve("clips.ZIP");
    byte[] sound = Files.readAllBytes(clip);
    zip(zip, Map.of("audio/b.wav", sound, "audio/a.wav", sound, "metadata.csv", new byte[0]));
    SerRun run = classify("--json", zip.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json())
        .extracting(heard -> heard.get("file").getAsString())
        .containsExactly(zip + "!audio/a.wav", zip + "!audio/b.wav");
    JsonObject alone = classify("--json", clip.toString()).json().get(0);
    JsonObject zipped = run.json().get(1);
    zipped.add("file", alone.get("file"));
    assertThat(zipped).isEqualTo(alone);
    assertThat(run.err()).contains("2 files, 0 failed");
  }

  @Test
  void zipWithoutARecordingOrThatIsNoneFailsByName() throws IOException {
    Path none = folder.resolve("none.zip");
    zip(none, Map.of("notes.txt", new byte[1]));
    Path bad = Files.writeString(folder.resolve("bad.zip"), "not a zip");
    Path damaged = folder.resolve("damaged.zip");
    zip(damaged, Map.of("a.wav", new byte[] {1, 2, 3}));
    SerRun run = classify("--json", none.toString(), bad.toString(), damaged.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains(none + ": holds no .wav or .flac file")
        .contains(bad + " is not a zip that can be read")
        .contains(damaged + "!a.wav: it is no sound format that is known here");
  }

  private static void zip(Path file, Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
  }

  @Test
  void patternWithoutAFileFails() {
    SerRun run = classify("--json", folder + "/*.flac");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.json().get(0).get("error").getAsString()).contains("matches no file");
  }

  @Test
  void silenceIsNoFailure() throws IOException {
    Path silence = TestSound.wav(folder.resolve("silence.wav"), new short[40_000]);
    SerRun run = classify("--json", silence.toString());
    assertThat(run.exitCode()).isZero();
    JsonObject heard = run.json().get(0);
    assertThat(heard.get("speech").getAsBoolean()).isFalse();
    assertThat(heard.get("label").getAsString()).isEqualTo("no speech");
    assertThat(heard.get("probability").getAsDouble()).isZero();
    assertThat(heard.getAsJsonObject("scores").size()).isZero();
    assertThat(heard.getAsJsonArray("windows")).isNotEmpty();
    assertThat(classify(silence.toString()).out())
        .isEqualTo(silence + ": no speech  (2.5 s)" + System.lineSeparator());
  }

  @Test
  void writesCsvWithQuotesWhereTheyAreNeeded() throws IOException {
    Path odd = TestSound.wav(folder.resolve("a, \"b\".wav"), TestSound.voice(2, 150));
    SerRun run = classify("--csv", "--labels", "3", odd.toString(), "gone.wav");
    List<String> lines = run.out().lines().collect(Collectors.toList());
    assertThat(run.out()).contains("\r\n");
    assertThat(lines.get(0)).isEqualTo("file,label,probability,calm,tense,low,duration_s,error");
    assertThat(lines.get(1)).startsWith("\"" + folder + "/a, \"\"b\"\".wav\",").endsWith(",2.000,");
    assertThat(lines.get(2)).startsWith("gone.wav,,,,,,,").contains("does not exist");
    assertThat(lines).hasSize(3);
  }

  @Test
  void drawsAChartForPeople() {
    SerRun run = classify(clip.toString());
    List<String> lines = run.out().lines().collect(Collectors.toList());
    assertThat(lines.get(0)).startsWith(clip + ": ").endsWith("(5.0 s)").contains(" %");
    assertThat(lines.subList(1, 9)).allMatch(line -> line.contains(" %"));
    assertThat(lines.get(1)).contains("█");
    assertThat(lines.get(9)).as("timeline").contains("0:00.0 - ");
  }

  @Test
  void drawsInAsciiWhereTheTerminalShowsNoMore() {
    SerRun run =
        SerRun.of(
            List.of(clip.toString()),
            StandardCharsets.US_ASCII,
            "classify",
            "--model",
            model.toString());
    assertThat(run.out()).contains("#").doesNotContain("?").matches("\\p{ASCII}*");
  }

  @Test
  void refusesAFileThatIsNoModel() {
    SerRun run = SerRun.of("classify", "--model", clip.toString(), clip.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("ser: " + clip);
  }

  private SerRun classify(String... args) {
    return SerRun.of(
        List.of(args), StandardCharsets.UTF_8, "classify", "--model", model.toString());
  }

  private static List<String> files(SerRun run) {
    return run.json().stream().map(o -> o.get("file").getAsString()).collect(Collectors.toList());
  }

  private static double sum(JsonObject scores) {
    return scores.entrySet().stream().mapToDouble(e -> e.getValue().getAsDouble()).sum();
  }

  private static double largest(JsonObject scores) {
    return scores.entrySet().stream().mapToDouble(e -> e.getValue().getAsDouble()).max().orElse(0);
  }
}
