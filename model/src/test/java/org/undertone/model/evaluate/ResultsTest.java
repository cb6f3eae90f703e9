// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.export.Precision;
import org.undertone.model.train.ExportCheck;
import org.undertone.ser.Emotion;

final class ResultsTest {
  private final List<Prediction> predictions =
      List.of(
          Predictions.of("c1", "b", 1, Emotion.SAD, Emotion.SAD, 0.9),
          Predictions.of("c2", "b", 1, Emotion.SAD, Emotion.ANGRY, 0.6),
          Predictions.of("c, \"3\"", "a", 2, Emotion.NEUTRAL, Emotion.NEUTRAL, 0.5),
          Predictions.silent("c4", "a", 2, Emotion.HAPPY),
          Predictions.silent("c5", "a", 2, Emotion.NEUTRAL),
          Predictions.of("c6", "a", 2, Emotion.HAPPY, Emotion.HAPPY, 0.7));

  private final Results results = new Results(predictions);

  @Test
  void clipsWithoutSpeechCountAsNeutral() {
    assertThat(results.withoutSpeech()).isEqualTo(2);
    assertThat(results.confusion().total()).isEqualTo(6);
    assertThat(results.confusion().count(Emotion.HAPPY.index(), Emotion.NEUTRAL.index()))
        .isEqualTo(1);
    assertThat(results.confusion().weightedAccuracy()).isCloseTo(4 / 6.0, within(1e-12));
  }

  @Test
  void groupsByFoldAndBySpeaker() {
    assertThat(results.byFold()).containsOnlyKeys(1, 2);
    assertThat(results.byFold().get(1).weightedAccuracy()).isEqualTo(0.5);
    assertThat(results.byFold().get(2).weightedAccuracy()).isEqualTo(0.75);
    assertThat(results.bySpeaker()).containsOnlyKeys("a", "b");
    assertThat(results.foldAccuracy().mean()).isEqualTo(0.625);
    assertThat(results.foldRecall().mean()).isEqualTo(0.625);
    assertThat(results.speakerAccuracy().max()).isEqualTo(0.75);
  }

  @Test
  void needsPredictions() {
    assertThatThrownBy(() -> new Results(List.of())).hasMessageContaining("no clip");
  }

  @Test
  void fileHasEveryPredictionAsARow(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("predictions.csv");
    PredictionsFile.write(file, predictions);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(reader, format)) {
      assertThat(parser.getHeaderNames())
          .containsExactly(
              "clip",
              "speaker",
              "fold",
              "truth",
              "predicted",
              "neutral",
              "calm",
              "happy",
              "sad",
              "angry",
              "fearful",
              "disgust",
              "surprised");
      List<CSVRecord> rows = parser.getRecords();
      assertThat(rows).hasSize(6);
      assertThat(rows.get(1).toList())
          .startsWith("c2", "b", "1", "sad", "angry", "0.05714")
          .hasSize(13);
      assertThat(rows.get(1).get("angry")).isEqualTo("0.60000");
      assertThat(rows.get(2).get("clip")).isEqualTo("c, \"3\"");
      assertThat(rows.get(3).toList())
          .containsExactly("c4", "a", "2", "happy", "no speech", "", "", "", "", "", "", "", "");
    }
  }

  @Test
  void reportHasTheNumbers() {
    ExportCheck check = new ExportCheck(Precision.FLOAT16, 6, 6, 3e-4);
    EvaluationReport report =
        new EvaluationReport(
            "six clips", List.of(), outcome(results, null, 0, List.of(check, check)));
    assertThat(printed(report))
        .startsWith("six clips")
        .contains("WA 62.5 % ± 17.7")
        .contains("min 50.0 %, median 62.5 %, max 75.0 % (2 speakers)")
        .contains("clips without speech by the gate: 2")
        .contains("export FLOAT16: probabilities within 3.0e-04")
        .contains("12 of 12")
        .doesNotContain("profile of")
        .doesNotContain("FLOAT32");
    JsonObject json = report.toJson();
    assertThat(json.get("clips").getAsInt()).isEqualTo(6);
    assertThat(json.getAsJsonObject("wa").get("mean").getAsDouble()).isEqualTo(0.625);
    assertThat(json.getAsJsonArray("wa_per_fold").toString()).isEqualTo("[0.5,0.75]");
    assertThat(json.get("temperature").getAsDouble()).isBetween(0.2, 5.0);
    assertThat(json.has("wa_with_profile")).isFalse();
  }

  /** Speakers with few clips have none left after their profile; their fold has no such number. */
  @Test
  void reportLeavesOutAFoldWithoutAcquaintances() {
    Results first = new Results(predictions.subList(0, 2));
    EvaluationReport report =
        new EvaluationReport("six clips", List.of(), outcome(results, first, 1, List.of()));
    assertThat(printed(report)).contains("voice profile of 1 clips").contains("(2 clips");
    assertThat(report.toJson().getAsJsonObject("wa_with_profile").get("mean").getAsDouble())
        .isEqualTo(0.5);
  }

  @Test
  void temperaturesOfOtherFoldsLowerTheErrorOfEveryFold() {
    List<Prediction> overconfident = new ArrayList<>(Predictions.overconfident(800, 3, 4));
    EvaluationReport report =
        new EvaluationReport(
            "folds", List.of(), outcome(new Results(overconfident), null, 0, List.of()));
    double before = Calibration.expectedCalibrationError(overconfident, 1);
    double after = report.toJson().get("ece_cross_fitted").getAsDouble();
    assertThat(before).isGreaterThan(0.2);
    assertThat(after).isLessThan(0.06);
    // The same clips in the same bins: what is left is what one temperature for all leaves.
    double together =
        Calibration.expectedCalibrationError(overconfident, Calibration.temperature(overconfident));
    assertThat(after).isCloseTo(together, within(0.02));
  }

  private static Outcome outcome(
      Results strangers, Results acquaintances, int profileClips, List<ExportCheck> exports) {
    return new Outcome(
        strangers.predictions(),
        strangers,
        acquaintances,
        profileClips,
        new TreeMap<>(),
        Map.of(),
        List.of(),
        exports);
  }

  private static String printed(EvaluationReport report) {
    StringWriter text = new StringWriter();
    report.print(new PrintWriter(text));
    return text.toString();
  }
}
