// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the training of a learner went, epoch by epoch. What was not measured is an empty list. Immutable.
 *
 * @param learner short name
 * @param trainingAccuracy on the clips it learns from, 0 to 1
 * @param testAccuracy on others, 0 to 1
 * @param trainingLoss on the clips it learns from
 * @param testLoss on others
 */
public record LearningCurve(
    String learner,
    List<Double> trainingAccuracy,
    List<Double> testAccuracy,
    List<Double> trainingLoss,
    List<Double> testLoss) {

  /** Copies the lists. */
  public LearningCurve {
    trainingAccuracy = List.copyOf(trainingAccuracy);
    testAccuracy = List.copyOf(testAccuracy);
    trainingLoss = List.copyOf(trainingLoss);
    testLoss = List.copyOf(testLoss);
  }

  /** Returns the highest loss that is a number; 1 without any. */
  double highestLoss() {
    return Stream.concat(trainingLoss.stream(), testLoss.stream())
        .filter(Double::isFinite)
        .max(Double::compare)
        .orElse(1.0);
  }

  /** Returns shares as percent. */
  static List<Double> percent(List<Double> shares) {
    return shares.stream().map(share -> 100 * share).toList();
  }
}
