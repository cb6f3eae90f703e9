// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.undertone.model.corpus.Clip;
import org.undertone.ser.infer.ModelSpec;

/**
 * A model before and after fine-tuning, on clips that were held out; immutable. All folds are counted
 * together.
 */
public final class FineTuneReport {
  /** A temperature fitted on fewer clips is no better than the parent's. */
  private static final int LEAST_FOR_TEMPERATURE = 100;

  private static final double LEAST_TEMPERATURE = 0.01;
  private static final double MOST_TEMPERATURE = 100;

  private record Side(ConfusionMatrix matrix, double calibrationError) {
    JsonObject toJson() {
      JsonObject json = new JsonObject();
      json.addProperty("wa", ReportJson.rounded(matrix.weightedAccuracy()));
      json.addProperty("uar", ReportJson.rounded(matrix.unweightedAverageRecall()));
      json.addProperty("ece", ReportJson.rounded(calibrationError));
      JsonObject recall = new JsonObject();
      for (int label = 0; label < matrix.labels().size(); label++) {
        if (matrix.support(label) > 0) {
          recall.addProperty(matrix.labels().get(label), ReportJson.rounded(matrix.recall(label)));
        }
      }
      json.add("recall", recall);
      return json;
    }
  }

  private final FoldPlan plan;
  private final long speakers;
  private final Side before;
  private final Side after;
  private final int putRight;
  private final int spoilt;
  private final double parentTemperature;
  private final double temperature;
  private final int heard;

  /**
   * Computes the numbers.
   *
   * @param before scores of the parent, calibrated as it says
   * @param after scores of the children of the folds, calibrated as the parent says
   */
  FineTuneReport(
      ModelSpec parent,
      FoldPlan plan,
      List<Clip> clips,
      List<Prediction> before,
      List<Prediction> after) {
    this.plan = plan;
    speakers = clips.stream().map(Clip::speaker).distinct().count();
    Map<String, Boolean> rightBefore = new HashMap<>();
    before.forEach(one -> rightBefore.put(one.clip(), one.isRight()));
    putRight =
        (int) after.stream().filter(one -> one.isRight() && !rightBefore.get(one.clip())).count();
    spoilt =
        (int) after.stream().filter(one -> !one.isRight() && rightBefore.get(one.clip())).count();
    heard = (int) after.stream().filter(one -> one.scores() != null).count();
    parentTemperature = parent.temperature();
    double fitted = parentTemperature * (isRefitted() ? Calibration.temperature(after) : 1);
    temperature = Math.max(LEAST_TEMPERATURE, Math.min(MOST_TEMPERATURE, fitted));
    this.before = side(before, before);
    this.after = side(after, isRefitted() ? Calibration.crossFitted(after) : after);
  }

  private static Side side(List<Prediction> predictions, List<Prediction> calibrated) {
    return new Side(
        new Results(predictions).confusion(), Calibration.expectedCalibrationError(calibrated, 1));
  }

  private boolean isRefitted() {
    return heard >= LEAST_FOR_TEMPERATURE;
  }

  /** Returns the temperature for the new model. */
  public double temperature() {
    return temperature;
  }

  /** Returns whether accuracy (WA) or recall (UAR) rose, and neither fell. */
  public boolean isBetter() {
    double accuracy = after.matrix().weightedAccuracy() - before.matrix().weightedAccuracy();
    double recall =
        after.matrix().unweightedAverageRecall() - before.matrix().unweightedAverageRecall();
    return accuracy >= 0 && recall >= 0 && accuracy + recall > 0;
  }

  /** Returns what the user must not overlook, a line each. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (!plan.speakerDisjoint()) {
      warnings.add(
          "THE SAME SPEAKER"
              + (speakers == 1 ? " WAS" : "S WERE")
              + " TRAINED ON AND TESTED: there are too few others. The numbers after say how well"
              + " the model knows these voices, not how well it would do on others");
    }
    if (!isBetter()) {
      warnings.add(
          "fine-tuning did not make the model better on held-out clips: you may want to keep the one"
              + " you had");
    }
    return warnings;
  }

  /** Prints the table. */
  public void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "Held-out clips: %d of %d speaker%s in %d folds; each fold was judged before and after"
            + " training on the others.%n",
        before.matrix().total(),
        speakers,
        speakers == 1 ? "" : "s",
        plan.count());
    out.printf(Locale.ROOT, "%-10s %8s %8s %8s%n", "", "before", "after", "clips");
    percent(
        out,
        "WA %",
        before.matrix().weightedAccuracy(),
        after.matrix().weightedAccuracy(),
        before.matrix().total());
    percent(
        out,
        "UAR %",
        before.matrix().unweightedAverageRecall(),
        after.matrix().unweightedAverageRecall(),
        before.matrix().total());
    out.printf(
        Locale.ROOT, "%-10s %8.3f %8.3f%n", "ECE", before.calibrationError, after.calibrationError);
    out.println("recall %");
    for (int label = 0; label < before.matrix().labels().size(); label++) {
      if (before.matrix().support(label) > 0) {
        percent(
            out,
            before.matrix().labels().get(label),
            before.matrix().recall(label),
            after.matrix().recall(label),
            before.matrix().support(label));
      }
    }
    out.printf(
        Locale.ROOT,
        "Answers put right %d, spoilt %d; sign test, as if clips were independent: p = %.2g%n",
        putRight,
        spoilt,
        signTest(putRight, spoilt));
    out.printf(Locale.ROOT, "Temperature %.2f, %s%n", temperature, temperatureSource());
  }

  private static void percent(
      PrintWriter out, String name, double before, double after, long clips) {
    out.printf(Locale.ROOT, "%-10s %8.1f %8.1f %8d%n", name, 100 * before, 100 * after, clips);
  }

  private String temperatureSource() {
    return isRefitted()
        ? String.format(
            Locale.ROOT,
            "fitted on the %d held-out clips with speech (the parent's is %.2f); ECE after is by"
                + " that of the other folds",
            heard,
            parentTemperature)
        : "the parent's: fewer than " + LEAST_FOR_TEMPERATURE + " held-out clips with speech";
  }

  /** Returns the numbers for the model's file. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("clips", before.matrix().total());
    json.addProperty("speakers", speakers);
    json.addProperty("folds", plan.count());
    json.addProperty("speaker_disjoint", plan.speakerDisjoint());
    json.add("before", before.toJson());
    json.add("after", after.toJson());
    json.addProperty("put_right", putRight);
    json.addProperty("spoilt", spoilt);
    json.addProperty("sign_test_p", signTest(putRight, spoilt));
    json.addProperty("temperature_fitted", isRefitted());
    return json;
  }

  /** Returns how probable a split at least as uneven is by chance alone (sign test, two-sided). */
  static double signTest(int one, int other) {
    int n = one + other;
    // In logarithms: of a thousand clips the powers of a half underflow.
    double logTerm = n * Math.log(0.5);
    double tail = 0;
    for (int k = 0; k <= Math.min(one, other); k++) {
      tail += Math.exp(logTerm);
      logTerm += Math.log((double) (n - k) / (k + 1));
    }
    return Math.min(1, 2 * tail);
  }
}
