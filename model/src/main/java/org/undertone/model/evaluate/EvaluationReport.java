// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.undertone.model.export.Precision;
import org.undertone.model.train.ExportCheck;

/** The numbers of an evaluation, as text for people and as JSON for the model's provenance. */
public final class EvaluationReport {
  private final String protocol;
  private final Results strangers;
  private final Results acquaintances;
  private final int profileClips;
  private final List<ExportCheck> exports;

  /**
   * Prepares a report.
   *
   * @param protocol what was done, in words, with its seed
   * @param acquaintances results with a voice profile, or null if there are none
   * @param exports how the folds' files compare with their networks
   */
  public EvaluationReport(
      String protocol,
      Results strangers,
      Results acquaintances,
      int profileClips,
      List<ExportCheck> exports) {
    this.protocol = protocol;
    this.strangers = strangers;
    this.acquaintances = acquaintances;
    this.profileClips = profileClips;
    this.exports = List.copyOf(exports);
  }

  /** Prints the report. */
  public void print(PrintWriter out) {
    out.println(protocol);
    out.println();
    printAccuracy(out, "no voice profile", strangers);
    if (acquaintances != null) {
      printAccuracy(out, "voice profile of " + profileClips + " clips", acquaintances);
    }
    out.println();
    printFolds(out);
    out.println();
    printSpeakers(out);
    out.println();
    printConfusion(out);
    out.println();
    List<Prediction> predictions = strangers.predictions();
    out.printf(
        Locale.ROOT,
        "calibration error (ECE): %.3f as it is",
        Calibration.expectedCalibrationError(predictions, 1));
    if (strangers.byFold().size() > 1) {
      out.printf(
          Locale.ROOT, ", %.3f with a temperature fitted on other folds", crossFittedError());
    }
    out.println();
    out.printf(Locale.ROOT, "clips without speech by the gate: %d%n", strangers.withoutSpeech());
    printExports(out);
    out.flush();
  }

  private void printExports(PrintWriter out) {
    for (Precision precision : Precision.values()) {
      int clips = 0;
      int same = 0;
      double largest = 0;
      for (ExportCheck check : exports) {
        if (check.precision() == precision) {
          clips += check.clips();
          same += check.sameClass();
          largest = Math.max(largest, check.largestDifference());
        }
      }
      if (clips > 0) {
        out.printf(
            Locale.ROOT,
            "export %s: probabilities within %.1e of the trained network's, same class on %d of %d"
                + " test clips%n",
            precision,
            largest,
            same,
            clips);
      }
    }
  }

  private static void printAccuracy(PrintWriter out, String name, Results results) {
    Summary accuracy = results.foldAccuracy();
    Summary recall = results.foldRecall();
    if (results.byFold().size() == 1) {
      out.printf(
          Locale.ROOT,
          "%-30s WA %.1f %%   UAR %.1f %%   (%d clips)%n",
          name,
          100 * accuracy.mean(),
          100 * recall.mean(),
          results.confusion().total());
      return;
    }
    out.printf(
        Locale.ROOT,
        "%-30s WA %.1f %% ± %.1f   UAR %.1f %% ± %.1f   (%d clips, mean ± deviation of %d folds)%n",
        name,
        100 * accuracy.mean(),
        100 * accuracy.deviation(),
        100 * recall.mean(),
        100 * recall.deviation(),
        results.confusion().total(),
        results.byFold().size());
  }

  private void printFolds(PrintWriter out) {
    out.println("fold   clips   WA %    UAR %" + (acquaintances == null ? "" : "   WA % profile"));
    Map<Integer, ConfusionMatrix> withProfile =
        acquaintances == null ? Map.of() : acquaintances.byFold();
    for (Map.Entry<Integer, ConfusionMatrix> fold : strangers.byFold().entrySet()) {
      ConfusionMatrix matrix = fold.getValue();
      out.printf(
          Locale.ROOT,
          "%-6d %-7d %-7.1f %-7.1f",
          fold.getKey(),
          matrix.total(),
          100 * matrix.weightedAccuracy(),
          100 * matrix.unweightedAverageRecall());
      if (withProfile.containsKey(fold.getKey())) {
        out.printf(Locale.ROOT, " %.1f", 100 * withProfile.get(fold.getKey()).weightedAccuracy());
      }
      out.println();
    }
  }

  private void printSpeakers(PrintWriter out) {
    Summary speakers = strangers.speakerAccuracy();
    out.printf(
        Locale.ROOT,
        "WA per speaker: min %.1f %%, median %.1f %%, max %.1f %% (%d speakers)%n",
        100 * speakers.min(),
        100 * speakers.median(),
        100 * speakers.max(),
        strangers.bySpeaker().size());
    int column = 0;
    for (Map.Entry<String, ConfusionMatrix> speaker : strangers.bySpeaker().entrySet()) {
      out.printf(
          Locale.ROOT,
          "  %-14s %5.1f",
          speaker.getKey(),
          100 * speaker.getValue().weightedAccuracy());
      if (++column % 4 == 0) {
        out.println();
      }
    }
    if (column % 4 != 0) {
      out.println();
    }
  }

  private void printConfusion(PrintWriter out) {
    ConfusionMatrix matrix = strangers.confusion();
    out.printf(Locale.ROOT, "%-10s", "truth");
    matrix.labels().forEach(label -> out.printf(Locale.ROOT, "%10s", label));
    out.println("   recall %  precision %");
    for (int truth = 0; truth < matrix.labels().size(); truth++) {
      if (matrix.support(truth) == 0) {
        continue;
      }
      out.printf(Locale.ROOT, "%-10s", matrix.labels().get(truth));
      for (int predicted = 0; predicted < matrix.labels().size(); predicted++) {
        out.printf(Locale.ROOT, "%10d", matrix.count(truth, predicted));
      }
      out.printf(
          Locale.ROOT,
          "%11.1f %12.1f%n",
          100 * matrix.recall(truth),
          100 * matrix.precision(truth));
    }
  }

  /** Fits each fold's temperature on the other folds: a fold must not calibrate itself. */
  private double crossFittedError() {
    if (strangers.byFold().size() < 2) {
      return Calibration.expectedCalibrationError(strangers.predictions(), 1);
    }
    // All clips in the same bins, as for the error without a temperature: with fewer clips in a bin
    // the error comes out larger.
    List<Prediction> scaled = new ArrayList<>();
    for (int fold : strangers.byFold().keySet()) {
      List<Prediction> others =
          strangers.predictions().stream().filter(one -> one.fold() != fold).toList();
      List<Prediction> own =
          strangers.predictions().stream().filter(one -> one.fold() == fold).toList();
      scaled.addAll(Calibration.scaled(own, Calibration.temperature(others)));
    }
    return Calibration.expectedCalibrationError(scaled, 1);
  }

  /** Returns the numbers as JSON; {@code temperature} is fitted on all folds, for a final model. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("protocol", protocol);
    json.addProperty("clips", strangers.confusion().total());
    json.add("wa", summary(strangers.foldAccuracy()));
    json.add("uar", summary(strangers.foldRecall()));
    json.add("wa_per_speaker", summary(strangers.speakerAccuracy()));
    JsonArray folds = new JsonArray();
    strangers.byFold().values().forEach(m -> folds.add(rounded(m.weightedAccuracy())));
    json.add("wa_per_fold", folds);
    if (acquaintances != null) {
      json.addProperty("profile_clips", profileClips);
      json.add("wa_with_profile", summary(acquaintances.foldAccuracy()));
    }
    json.addProperty("ece_cross_fitted", rounded(crossFittedError()));
    json.addProperty("temperature", rounded(Calibration.temperature(strangers.predictions())));
    return json;
  }

  private static JsonObject summary(Summary summary) {
    JsonObject json = new JsonObject();
    json.addProperty("mean", rounded(summary.mean()));
    json.addProperty("deviation", rounded(summary.deviation()));
    json.addProperty("min", rounded(summary.min()));
    json.addProperty("median", rounded(summary.median()));
    json.addProperty("max", rounded(summary.max()));
    return json;
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
