// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.undertone.ser.Emotion;

/** From which probability on an answer is given, and how well probabilities tell. */
final class CoverageTest {
  @Test
  void countsAnswersAndRightOnes() {
    List<Prediction> predictions = new ArrayList<>(sure(8, 6, 0.9));
    predictions.addAll(sure(6, 2, 0.355));
    predictions.add(Predictions.silent("x", "s", 1, Emotion.SAD));
    predictions.add(Predictions.silent("y", "s", 1, Emotion.NEUTRAL));
    Coverage all = Coverage.at(predictions, 0);
    assertThat(all.share()).isCloseTo(14 / 16.0, within(1e-9));
    assertThat(all.accuracy()).isCloseTo(8 / 14.0, within(1e-9));
    Coverage some = Coverage.at(predictions, 0.5);
    assertThat(some.share()).isEqualTo(0.5);
    assertThat(some.accuracy()).isEqualTo(0.75);
    assertThat(Coverage.propose(predictions)).isCloseTo(0.36, within(1e-9));
    assertThat(Coverage.at(predictions, 0.95).accuracy()).isZero();
  }

  @Test
  void proposesNoThresholdWhereAllAnswersAreGoodEnough() {
    assertThat(Coverage.propose(sure(4, 3, 0.5))).isZero();
  }

  @Test
  void neverProposesToBeSilentMoreThanHalfOfTheTime() {
    List<Prediction> predictions = new ArrayList<>(sure(4, 4, 0.9));
    predictions.addAll(sure(6, 0, 0.6));
    assertThat(Coverage.propose(predictions)).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void crossFittedThresholdDoesAboutAsWellAsOneChosenOnAll() {
    List<Prediction> predictions = Predictions.overconfident(2000, 2, 5);
    Coverage honest = Calibration.crossFittedThreshold(predictions);
    assertThat(honest.clips()).isEqualTo(2000);
    Coverage inSample =
        Coverage.at(
            Calibration.crossFitted(predictions),
            Coverage.propose(Calibration.crossFitted(predictions)));
    assertThat(honest.share()).isCloseTo(inSample.share(), within(0.05));
    assertThat(honest.accuracy()).isCloseTo(inSample.accuracy(), within(0.05));
  }

  @Test
  void reportHasReliabilityCoverageAndThreshold() {
    List<Prediction> predictions = Predictions.overconfident(2000, 2, 6);
    JsonObject json = new JsonObject();
    new CalibrationSection(predictions).addTo(json);
    JsonObject calibration = json.getAsJsonObject("calibration");
    JsonArray bins = calibration.getAsJsonArray("reliability");
    assertThat(bins).hasSize(10);
    int sum = 0;
    for (int i = 0; i < bins.size(); i++) {
      JsonObject bin = bins.get(i).getAsJsonObject();
      sum += bin.get("count").getAsInt();
      if (bin.get("count").getAsInt() > 100) {
        assertThat(bin.get("accuracy").getAsDouble())
            .isCloseTo(bin.get("confidence").getAsDouble(), within(0.12));
      }
    }
    assertThat(sum).isEqualTo(2000);
    JsonArray coverage = calibration.getAsJsonArray("coverage");
    assertThat(coverage).hasSize(10);
    assertThat(coverage.get(0).getAsJsonObject().get("answered").getAsDouble()).isEqualTo(1);
    assertThat(json.get("unsure_threshold").getAsDouble()).isBetween(0.0, 0.99);
    assertThat(json.get("ece").getAsDouble()).isGreaterThan(0.1);
    assertThat(json.get("ece_cross_fitted").getAsDouble()).isLessThan(0.05);
    assertThat(calibration.get("unsure_threshold_rule").getAsString()).contains("75 %");
  }

  private static List<Prediction> sure(int count, int right, double probability) {
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Emotion truth = i < right ? Emotion.SAD : Emotion.HAPPY;
      predictions.add(
          Predictions.of("c" + probability + i, "s", 1, truth, Emotion.SAD, probability));
    }
    return predictions;
  }
}
