// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.undertone.model.MeanScores;
import org.undertone.ser.EmotionScores;

/**
 * Weighs the nets of a committee by what they said alone of clips that none of them has heard. A
 * recipe fixes the weights; this tells what they would be if the clips chose them, and what such a
 * choice is worth on speakers that took no part in it.
 */
final class NetWeights {
  /** Weights are in tenths, none below zero. */
  private static final int STEPS = 10;

  private NetWeights() {}

  /**
   * Returns the predictions of each fold with the weights that {@link #fit} chooses on all other
   * folds.
   *
   * @param nets predictions of each net for the same clips in the same order, of two folds or more
   */
  static List<Prediction> crossFitted(List<List<Prediction>> nets) {
    List<Prediction> predictions = new ArrayList<>();
    for (int fold : Calibration.folds(nets.get(0))) {
      double[] weights = fit(of(nets, fold, false));
      predictions.addAll(mixed(of(nets, fold, true), weights));
    }
    return predictions;
  }

  /**
   * Returns the weights, which sum to 1, that give the truth the highest mean log-likelihood; of
   * equals those that weigh earlier nets less. They are even if no speech was heard.
   *
   * @param nets as in {@link #crossFitted}
   */
  static double[] fit(List<List<Prediction>> nets) {
    double[] best = new double[nets.size()];
    Arrays.fill(best, 1.0 / nets.size());
    double least = Double.POSITIVE_INFINITY;
    for (int[] steps : shares(nets.size(), STEPS)) {
      double[] weights = Arrays.stream(steps).mapToDouble(step -> (double) step / STEPS).toArray();
      double loss = Calibration.negativeLogLikelihood(mixed(nets, weights), 1);
      if (loss < least) {
        least = loss;
        best = weights;
      }
    }
    return best;
  }

  /** Returns every way to deal out {@code steps} to {@code count} nets. */
  private static List<int[]> shares(int count, int steps) {
    if (count == 1) {
      return List.of(new int[] {steps});
    }
    List<int[]> shares = new ArrayList<>();
    for (int first = 0; first <= steps; first++) {
      for (int[] rest : shares(count - 1, steps - first)) {
        shares.add(IntStream.concat(IntStream.of(first), Arrays.stream(rest)).toArray());
      }
    }
    return shares;
  }

  /**
   * Returns the predictions of the committee with these weights. Those of a clip are the mean of the
   * logarithms over its windows, so mixing clips comes to the same as mixing the logits of windows.
   */
  static List<Prediction> mixed(List<List<Prediction>> nets, double[] weights) {
    List<Prediction> mixed = new ArrayList<>();
    for (int i = 0; i < nets.get(0).size(); i++) {
      Prediction first = nets.get(0).get(i);
      EmotionScores scores = first.scores() == null ? null : mixed(nets, i, weights);
      mixed.add(new Prediction(first.clip(), first.speaker(), first.fold(), first.truth(), scores));
    }
    return mixed;
  }

  private static EmotionScores mixed(List<List<Prediction>> nets, int clip, double[] weights) {
    MeanScores mean = new MeanScores();
    for (int net = 0; net < weights.length; net++) {
      mean.add(weights[net], nets.get(net).get(clip).scores());
    }
    return mean.scores();
  }

  private static List<List<Prediction>> of(List<List<Prediction>> nets, int fold, boolean inside) {
    return nets.stream().map(net -> Calibration.of(net, fold, inside)).toList();
  }
}
