// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.EmotionRecognizer;
import org.undertone.ser.TestData;

final class MeasureCommandTest {
  @TempDir private Path folder;

  @Test
  void measuresTheBuiltInModelOnRealClipsAndNoises() throws IOException {
    Path noise =
        listed(
            "noise",
            List.of(
                "moodist_road.flac,vehicle_road",
                "moodist_heavy_rain.flac,rain",
                "moodist_crowd.flac,crowd"));
    Path neutral =
        listed(
            "neutral_speech",
            List.of("librivox_austen_0870.flac,read_en", "fsdd_0_george_0.flac,digit_en"));
    Path out = folder.resolve("out");
    SerRun run =
        SerRun.of(
            "measure",
            "--model",
            "built-in",
            "--corpus",
            clips(1).toString(),
            "--noise",
            noise.toString(),
            "--neutral",
            neutral.toString(),
            "--out",
            out.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(Files.readString(out.resolve("report.txt")));
    JsonObject report = report(out);
    assertThat(report.get("cross_validated").getAsBoolean()).isFalse();
    assertThat(report.get("clips").getAsInt()).isEqualTo(8);
    assertThat(share(report, "conditions", "condition", "clean", "wa")).isGreaterThan(0.8);
    assertThat(share(report, "conditions", "condition", "clean", "wa_lost")).isZero();
    // The built-in model was not trained for noise as loud as speech.
    assertThat(share(report, "conditions", "condition", "road, 0 dB", "wa_lost"))
        .isGreaterThan(0.2);
    assertThat(report.getAsJsonArray("conditions")).hasSize(17);
    assertThat(report.getAsJsonArray("streams")).hasSize(12);
    assertThat(share(report, "plain_speech", "category", "all", "windows")).isGreaterThan(10);
    assertThat(share(report, "noise_alone", "category", "vehicle_road", "called")).isZero();
    assertThat(report.keySet())
        .contains("labels", "calibration", "groups", "classes", "confusion", "network");
    assertThat(report.getAsJsonArray("groups").toString()).contains("strong").contains("sex");
    for (String name : List.of("accuracy-snr", "confusion", "reliability", "coverage")) {
      BufferedImage picture = ImageIO.read(out.resolve(name + ".png").toFile());
      assertThat(picture.getWidth()).as(name).isEqualTo(800);
      assertThat(picture.getHeight()).as(name).isEqualTo(500);
      assertThat(colours(picture)).as(name).isGreaterThan(10);
    }
  }

  @Test
  void judgesEachSpeakerByTheFoldThatHasNotHeardThem() throws IOException {
    Path folds = Files.createDirectory(folder.resolve("folds"));
    // A model of random weights for the first speaker, one that knows the second.
    TestModels.write(folds.resolve("fold-1.tflite"));
    try (InputStream in = EmotionRecognizer.class.getResourceAsStream("undertone.tflite")) {
      Files.copy(in, folds.resolve("fold-2.tflite"));
    }
    Files.writeString(
        folds.resolve("predictions.csv"),
        "clip,speaker,fold,truth,neutral,calm,happy,sad,angry,fearful,disgust,surprised\n"
            + "a,ravdess_01,1,sad,0,0.4,0,0.6,0,0,0,0\n"
            + "b,ravdess_02,2,sad,0,0.3,0,0.7,0,0,0,0\n");
    Path out = folder.resolve("out");
    SerRun run =
        SerRun.of(
            "measure",
            "--folds",
            folds.toString(),
            "--corpus",
            clips(2).toString(),
            "--out",
            out.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(report(out).get("cross_validated").getAsBoolean()).isTrue();
    // The first speaker is a man, the second a woman.
    assertThat(share(report(out), "groups", "group", "F", "wa")).isGreaterThan(0.8);
    assertThat(share(report(out), "groups", "group", "M", "wa")).isLessThan(0.6);
    assertThat(run.out()).contains("2 models, each on the speakers that it has not heard");
    assertThat(out.resolve("accuracy-snr.png")).doesNotExist();
  }

  @Test
  void wantsAModelOrFoldsAndNotBoth() {
    String corpus = folder.toString();
    SerRun neither = SerRun.of("measure", "--corpus", corpus, "--out", corpus);
    assertThat(neither.exitCode()).isEqualTo(2);
    assertThat(neither.err()).contains("--model").contains("--folds");
    SerRun both =
        SerRun.of("measure", "--model", "a", "--folds", "b", "--corpus", corpus, "--out", corpus);
    assertThat(both.exitCode()).isEqualTo(2);
    SerRun missing = SerRun.of("measure", "--folds", corpus, "--corpus", corpus, "--out", corpus);
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.err()).contains("predictions.csv is missing");
  }

  /** Copies the first take of one sentence, weak and strong, by the first actors. */
  private Path clips(int actors) throws IOException {
    Path from = TestData.corpus("ravdess_speech");
    Path to = Files.createDirectories(folder.resolve("clips"));
    for (int actor = 1; actor <= actors; actor++) {
      for (int emotion = 1; emotion <= 8; emotion++) {
        int intensity = emotion > 4 ? 2 : 1;
        String name =
            String.format(
                Locale.ROOT, "03-01-%02d-%02d-01-01-%02d.flac", emotion, intensity, actor);
        Files.copy(from.resolve(name), to.resolve(name));
      }
    }
    return to;
  }

  /** Copies recordings into a folder with a list of their categories. */
  private Path listed(String corpus, List<String> rows) throws IOException {
    Path from = TestData.corpus(corpus);
    Path to = Files.createDirectories(folder.resolve(corpus));
    List<String> lines = new ArrayList<>(List.of("file,category"));
    for (String row : rows) {
      String name = row.substring(0, row.indexOf(','));
      Files.copy(from.resolve(name), to.resolve(name));
      lines.add(row);
    }
    Files.write(to.resolve("manifest.csv"), lines);
    return to;
  }

  private static JsonObject report(Path out) throws IOException {
    return JsonParser.parseString(Files.readString(out.resolve("report.json"))).getAsJsonObject();
  }

  private static double share(
      JsonObject report, String table, String key, String row, String value) {
    for (JsonElement element : report.getAsJsonArray(table)) {
      JsonObject object = element.getAsJsonObject();
      if (object.get(key).getAsString().equals(row)) {
        return object.get(value).getAsDouble();
      }
    }
    throw new AssertionError("no " + row + " in " + table);
  }

  private static long colours(BufferedImage picture) {
    return Arrays.stream(
            picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, 800))
        .distinct()
        .count();
  }
}
