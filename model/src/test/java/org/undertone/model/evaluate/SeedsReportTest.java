// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SeedsReportTest {
  /** Of the two speakers one is answered too surely, the other too timidly. */
  private static final List<Prediction> SURE = Predictions.overconfident(600, 3, 1);

  private static final List<Prediction> TIMID = Predictions.overconfident(600, 0.5, 2);

  /**
   * Where each seed draws its own folds, a speaker of one fold stands in another fold of the next seed:
   * pooled by the folds' numbers, every fold would be judged by a temperature of its own speakers.
   */
  @Test
  void aSpeakerIsNeverJudgedByItsOwnTemperature() {
    JsonObject both = seeds(run(1, 2), run(2, 1));
    JsonObject one = seeds(run(1, 2));
    for (String name : List.of("ece", "ece_cross_fitted", "unsure_threshold")) {
      assertThat(both.get(name)).as(name).isEqualTo(one.get(name));
    }
    JsonObject judged = both.getAsJsonObject("calibration");
    for (String name : List.of("at_unsure_threshold", "at_cross_fitted_threshold")) {
      assertThat(judged.get(name)).isEqualTo(one.getAsJsonObject("calibration").get(name));
    }
    assertThat(both.get("ece_cross_fitted").getAsDouble()).isGreaterThan(0.1);
  }

  @SafeVarargs
  private static JsonObject seeds(List<Prediction>... runs) {
    Map<Long, EvaluationReport> reports = new HashMap<>();
    for (List<Prediction> run : runs) {
      long seed = reports.size() + 1L;
      reports.put(seed, new EvaluationReport("made up", List.of(), Outcome.ofStrangers(run)));
    }
    return new SeedsReport("made up", List.of(), reports).toJson();
  }

  private static List<Prediction> run(int foldOfSure, int foldOfTimid) {
    List<Prediction> run = new ArrayList<>(inFold(foldOfSure, SURE));
    run.addAll(inFold(foldOfTimid, TIMID));
    return run;
  }

  private static List<Prediction> inFold(int fold, List<Prediction> predictions) {
    return predictions.stream()
        .map(
            one ->
                new Prediction(
                    fold + " " + one.clip(), one.speaker(), fold, one.truth(), one.scores()))
        .toList();
  }
}
