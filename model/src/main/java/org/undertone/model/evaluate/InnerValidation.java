// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left of a recipe's accuracy when speakers of the training side choose the weights of the nets,
 * the temperature and the threshold of "unsure" for each fold. They are chosen on a neighbouring fold, by
 * nets that heard neither that fold nor the one that is tested ({@link FoldPairs}), and then used with
 * the nets of the tested fold. What else the recipe fixes, such as features, sizes and epochs, it does
 * not choose. A single fold is a small jury, and nets that heard a fold less choose for nets that heard
 * it, so the accuracy may be lower for want of clips as well as for want of a leak. Immutable.
 *
 * @param results of the tested folds, with what was chosen for each
 * @param coverage what the chosen thresholds answer
 * @param choices fold by fold
 */
record InnerValidation(Results results, Coverage coverage, List<Choice> choices) {

  /**
   * What is used in a fold.
   *
   * @param fold its number
   * @param weights of the nets, which sum to 1
   * @param fit temperature and threshold
   * @param validated number of clips of the neighbouring fold
   */
  record Choice(int fold, List<Double> weights, Calibration.Fit fit, int validated) {}

  /**
   * Chooses and judges.
   *
   * @param outer what came out of the folds
   * @param inner what came out of {@link FoldPairs#of} of the same folds
   */
  static InnerValidation of(Outcome outer, Outcome inner) {
    Map<String, Integer> foldOf = new HashMap<>();
    outer.raw().forEach(one -> foldOf.put(one.clip(), one.fold()));
    boolean committee =
        !outer.members().isEmpty() && outer.members().size() == inner.members().size();
    List<List<Prediction>> tested = nets(outer, committee);
    List<List<Prediction>> paired = nets(inner, committee);
    List<Prediction> judged = new ArrayList<>();
    List<Choice> choices = new ArrayList<>();
    Coverage coverage = new Coverage(Double.NaN, 0, 0, 0);
    for (int fold : Calibration.folds(outer.raw())) {
      int pair = pairWithout(fold, inner.raw(), foldOf);
      List<List<Prediction>> validation =
          paired.stream()
              .map(net -> neighbours(Calibration.of(net, pair, true), fold, foldOf))
              .toList();
      double[] weights = committee ? NetWeights.fit(validation) : new double[] {1};
      List<Prediction> mixed = NetWeights.mixed(validation, weights);
      Calibration.Fit fit = Calibration.fit(mixed);
      choices.add(new Choice(fold, Arrays.stream(weights).boxed().toList(), fit, mixed.size()));
      List<List<Prediction>> own =
          tested.stream().map(net -> Calibration.of(net, fold, true)).toList();
      List<Prediction> answers =
          Calibration.scaled(NetWeights.mixed(own, weights), fit.temperature());
      judged.addAll(answers);
      coverage = coverage.plus(Coverage.at(answers, fit.unsureThreshold()));
    }
    return new InnerValidation(new Results(judged), coverage, List.copyOf(choices));
  }

  private static List<List<Prediction>> nets(Outcome outcome, boolean committee) {
    return committee
        ? outcome.members().stream().map(Results::predictions).toList()
        : List.of(outcome.raw());
  }

  /** Returns the first pair of folds that was left out together with a fold. */
  private static int pairWithout(int fold, List<Prediction> inner, Map<String, Integer> foldOf) {
    return inner.stream()
        .filter(one -> foldOf.get(one.clip()) == fold)
        .mapToInt(Prediction::fold)
        .min()
        .orElseThrow();
  }

  private static List<Prediction> neighbours(
      List<Prediction> pair, int fold, Map<String, Integer> foldOf) {
    return pair.stream().filter(one -> foldOf.get(one.clip()) != fold).toList();
  }

  /** Returns the calibration error at the chosen temperatures. */
  double calibrationError() {
    return Calibration.expectedCalibrationError(results.predictions(), 1);
  }
}
