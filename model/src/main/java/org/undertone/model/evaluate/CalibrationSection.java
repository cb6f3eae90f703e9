// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether probabilities mean what they say, and from which on an answer is worth giving. With two folds
 * or more, every fold is judged by a temperature of the other folds; with one, as the model gives it.
 */
final class CalibrationSection implements Section {
  private static final int THRESHOLDS = 10;

  private final List<Prediction> raw;
  private final boolean crossFitted;
  private final double temperature;
  private final double error;
  private final double errorCrossFitted;
  private final List<Reliability> reliability;
  private final List<Coverage> coverage = new ArrayList<>();
  private final Coverage proposed;
  private final Coverage honest;

  /**
   * Computes the numbers.
   *
   * @param raw held-out predictions with the scores that the model gave
   */
  CalibrationSection(List<Prediction> raw) {
    this(List.of(List.copyOf(raw)), Calibration.folds(raw).size() > 1);
  }

  private CalibrationSection(List<List<Prediction>> runs, boolean crossFitted) {
    this.crossFitted = crossFitted;
    raw = runs.stream().flatMap(List::stream).toList();
    temperature = Calibration.temperature(raw);
    error = Calibration.expectedCalibrationError(raw, 1);
    List<Prediction> scaled =
        crossFitted
            ? runs.stream().flatMap(run -> Calibration.crossFitted(run).stream()).toList()
            : raw;
    // All clips in the same bins, as for the error without a temperature: with fewer clips in a bin
    // the error comes out larger.
    errorCrossFitted = Calibration.expectedCalibrationError(scaled, 1);
    reliability = Reliability.bins(scaled, 1);
    for (int i = 0; i < THRESHOLDS; i++) {
      coverage.add(Coverage.at(scaled, (double) i / THRESHOLDS));
    }
    proposed = Coverage.at(scaled, Coverage.propose(scaled));
    honest =
        crossFitted
            ? runs.stream()
                .map(Calibration::crossFittedThreshold)
                .reduce(Coverage::plus)
                .orElseThrow()
            : null;
  }

  /**
   * Computes the numbers of several runs of one protocol. Each is judged by its own folds: seeds may
   * deal the speakers out differently, so that those of a fold stand in other folds of another seed.
   *
   * @param runs held-out predictions of two folds or more each
   */
  static CalibrationSection ofRuns(List<List<Prediction>> runs) {
    return new CalibrationSection(
        runs, runs.stream().allMatch(run -> Calibration.folds(run).size() > 1));
  }

  /** Returns the calibration error, cross-fitted where there are folds. */
  double error() {
    return errorCrossFitted;
  }

  @Override
  public void print(PrintWriter out) {
    out.printf(Locale.ROOT, "calibration error (ECE): %.3f as it is", error);
    if (crossFitted) {
      out.printf(Locale.ROOT, ", %.3f with a temperature fitted on other folds", errorCrossFitted);
    }
    out.printf(Locale.ROOT, "; temperature fitted on all: %.2f%n", temperature);
    String scale = crossFitted ? "temperature of other folds" : "probabilities as they are";
    out.println("reliability (" + scale + "): confidence, clips, mean confidence %, accuracy %");
    for (int bin = 0; bin < reliability.size(); bin++) {
      Reliability one = reliability.get(bin);
      if (one.count() > 0) {
        out.printf(
            Locale.ROOT,
            "  %.1f-%.1f %7d %7.1f %7.1f%n",
            (double) bin / Reliability.BINS,
            (bin + 1.0) / Reliability.BINS,
            one.count(),
            100 * one.meanConfidence(),
            100 * one.accuracy());
      }
    }
    out.println("coverage (" + scale + "): threshold, answered %, right among the answered %");
    for (Coverage one : coverage) {
      out.printf(
          Locale.ROOT,
          "  %.1f %7.1f %7.1f%n",
          one.threshold(),
          100 * one.share(),
          100 * one.accuracy());
    }
    out.printf(
        Locale.ROOT,
        "proposed unsure_threshold %.2f: %.1f %% answered, %.1f %% of them right%n",
        proposed.threshold(),
        100 * proposed.share(),
        100 * proposed.accuracy());
    if (crossFitted) {
      out.printf(
          Locale.ROOT,
          "  chosen on other folds each: %.1f %% answered, %.1f %% of them right%n",
          100 * honest.share(),
          100 * honest.accuracy());
    }
    out.println("  rule: " + Coverage.RULE);
    out.printf(
        Locale.ROOT,
        "clips without speech by the gate: %d%n",
        raw.stream().filter(one -> one.scores() == null).count());
  }

  @Override
  public void addTo(JsonObject report) {
    report.addProperty("ece", ReportJson.rounded(error));
    report.addProperty("ece_cross_fitted", ReportJson.rounded(errorCrossFitted));
    report.addProperty("temperature", ReportJson.rounded(temperature));
    report.addProperty("unsure_threshold", proposed.threshold());
    JsonObject calibration = new JsonObject();
    calibration.addProperty("cross_fitted", crossFitted);
    calibration.addProperty("unsure_threshold_rule", Coverage.RULE);
    calibration.add("at_unsure_threshold", json(proposed));
    if (crossFitted) {
      JsonObject others = json(honest);
      others.remove("threshold");
      calibration.add("at_cross_fitted_threshold", others);
    }
    JsonArray bins = new JsonArray();
    for (Reliability one : reliability) {
      JsonObject bin = new JsonObject();
      bin.addProperty("count", one.count());
      bin.addProperty("confidence", ReportJson.rounded(one.meanConfidence()));
      bin.addProperty("accuracy", ReportJson.rounded(one.accuracy()));
      bins.add(bin);
    }
    calibration.add("reliability", bins);
    JsonArray thresholds = new JsonArray();
    coverage.forEach(one -> thresholds.add(json(one)));
    calibration.add("coverage", thresholds);
    report.add("calibration", calibration);
  }

  private static JsonObject json(Coverage coverage) {
    JsonObject json = new JsonObject();
    json.addProperty("threshold", ReportJson.rounded(coverage.threshold()));
    json.addProperty("answered", ReportJson.rounded(coverage.share()));
    json.addProperty("accuracy", ReportJson.rounded(coverage.accuracy()));
    return json;
  }
}
