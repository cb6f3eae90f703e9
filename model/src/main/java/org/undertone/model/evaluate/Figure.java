// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The accuracy of one way to test or to count; immutable.
 *
 * @param name what was tested, or how it was counted
 * @param accuracy weighted accuracy (WA) over the folds
 * @param recall unweighted average recall (UAR) over the folds
 * @param clips number of clips
 * @param folds number of folds
 */
record Figure(String name, Summary accuracy, Summary recall, long clips, int folds) {

  static Figure of(String name, Results results) {
    return of(name, results.byFold());
  }

  static Figure of(String name, Map<Integer, ConfusionMatrix> byFold) {
    List<ConfusionMatrix> folds = List.copyOf(byFold.values());
    return new Figure(
        name,
        Summary.of(folds.stream().map(ConfusionMatrix::weightedAccuracy).toList()),
        Summary.of(folds.stream().map(ConfusionMatrix::unweightedAverageRecall).toList()),
        folds.stream().mapToLong(ConfusionMatrix::total).sum(),
        folds.size());
  }

  /** Returns WA and UAR as text, in percent. */
  String text() {
    if (folds == 1) {
      return String.format(
          Locale.ROOT,
          "WA %.1f %%   UAR %.1f %%   (%d clips)",
          100 * accuracy.mean(),
          100 * recall.mean(),
          clips);
    }
    return String.format(
        Locale.ROOT,
        "WA %.1f %% ± %.1f   UAR %.1f %% ± %.1f   (%d clips, mean ± deviation of %d folds)",
        100 * accuracy.mean(),
        100 * accuracy.deviation(),
        100 * recall.mean(),
        100 * recall.deviation(),
        clips,
        folds);
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("name", name);
    json.addProperty("clips", clips);
    json.add("wa", ReportJson.meanAndDeviation(accuracy));
    json.add("uar", ReportJson.meanAndDeviation(recall));
    return json;
  }
}
