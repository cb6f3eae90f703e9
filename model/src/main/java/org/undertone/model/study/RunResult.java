// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.undertone.model.evaluate.ConfusionMatrix;
import org.undertone.model.study.learn.CurvePoint;
import org.undertone.model.study.learn.Scores;

/** What came out of a run. Not changed after it was made. */
final class RunResult {
  private static final double DIGITS = 1e5;

  private final int[] truth;
  private final double[][] probabilities;
  private final int trained;
  private final double[] importance;
  private final Map<Integer, Double> drops;
  private final List<CurvePoint> curve;
  private final String chosen;
  private final double trainSeconds;
  private final double testMillis;
  private final long bytes;

  /**
   * Takes results.
   *
   * @param truth class of each tested clip
   * @param probabilities {@code [clip][class]}; kept to five digits
   * @param trained number of clips that were learnt from
   * @param chosen settings that a search chose; empty without one
   * @param about what the learner tells of itself
   */
  RunResult(int[] truth, double[][] probabilities, int trained, String chosen, About about) {
    this.truth = truth.clone();
    this.probabilities = new double[probabilities.length][];
    for (int i = 0; i < probabilities.length; i++) {
      this.probabilities[i] = rounded(probabilities[i]);
    }
    this.trained = trained;
    this.chosen = chosen;
    importance = rounded(about.importance().stream().mapToDouble(Double::doubleValue).toArray());
    drops = Map.copyOf(about.drops());
    curve = List.copyOf(about.curve());
    trainSeconds = about.trainSeconds();
    testMillis = about.testMillis();
    bytes = about.bytes();
  }

  /**
   * What a learner tells of itself.
   *
   * @param importance of each feature; empty if it cannot tell
   * @param drops of accuracy where a feature is shuffled, by feature; empty if that was not asked for
   * @param curve loss and accuracy by epoch; empty without epochs
   * @param trainSeconds to learn, with the choice among candidates
   * @param testMillis to predict a clip
   * @param bytes of what was learnt
   */
  record About(
      List<Double> importance,
      Map<Integer, Double> drops,
      List<CurvePoint> curve,
      double trainSeconds,
      double testMillis,
      long bytes) {}

  private static double[] rounded(double[] values) {
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = Math.round(values[i] * DIGITS) / DIGITS;
    }
    return rounded;
  }

  JsonObject toJson() {
    // A net that diverged has losses that are no numbers; that is a result, too.
    Gson gson = new GsonBuilder().serializeSpecialFloatingPointValues().create();
    return gson.toJsonTree(this).getAsJsonObject();
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws RuntimeException of several kinds if it is something else
   */
  static RunResult fromJson(JsonObject json) {
    RunResult result = new Gson().fromJson(json, RunResult.class);
    if (result.truth.length == 0 || result.truth.length != result.probabilities.length) {
      throw new IllegalArgumentException("not one row a clip");
    }
    return result;
  }

  /** Returns the number of tested clips. */
  int size() {
    return truth.length;
  }

  int truth(int clip) {
    return truth[clip];
  }

  /** Returns the probability of each class for a tested clip. */
  double[] probabilities(int clip) {
    return probabilities[clip].clone();
  }

  /** Counts the tested clips. */
  void addTo(ConfusionMatrix matrix) {
    for (int i = 0; i < truth.length; i++) {
      matrix.add(truth[i], Scores.best(probabilities[i]));
    }
  }

  int trained() {
    return trained;
  }

  double[] importance() {
    return importance.clone();
  }

  Map<Integer, Double> drops() {
    return drops;
  }

  List<CurvePoint> curve() {
    return curve;
  }

  String chosen() {
    return chosen;
  }

  double trainSeconds() {
    return trainSeconds;
  }

  double testMillis() {
    return testMillis;
  }

  long bytes() {
    return bytes;
  }
}
