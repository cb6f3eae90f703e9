// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.List;

/**
 * What is answered, and how well, when answers less probable than a threshold are "unsure"; immutable.
 *
 * @param threshold least probability of an answer
 * @param clips number of clips
 * @param answered number of clips with an answer; those without speech have none
 * @param right number of clips with the right answer
 */
record Coverage(double threshold, long clips, long answered, long right) {
  /** Accuracy among the answers that a threshold is to reach. */
  static final double TARGET = 0.75;

  /** A threshold leaves at least this share answered, however good the answers. */
  static final double LEAST_ANSWERED = 0.5;

  /** The rule of {@link #propose}, in words. */
  static final String RULE =
      "the smallest threshold, in steps of 0.01, at which 75 % of the answers are right; but never"
          + " one that leaves less than half of the clips answered: then the largest that does not";

  private static final int STEPS = 100;

  /** Counts at a threshold. */
  static Coverage at(List<Prediction> predictions, double threshold) {
    long answered = 0;
    long right = 0;
    for (Prediction one : predictions) {
      if (one.scores() != null && one.scores().bestProbability() >= threshold) {
        answered++;
        right += one.isRight() ? 1 : 0;
      }
    }
    return new Coverage(threshold, predictions.size(), answered, right);
  }

  /**
   * Proposes a threshold for calibrated predictions of speakers that were not heard in training. An
   * app that is silent more than half of the time is of no use, so {@link #LEAST_ANSWERED} goes before
   * {@link #TARGET}.
   */
  static double propose(List<Prediction> predictions) {
    double proposed = 0;
    for (int step = 0; step < STEPS; step++) {
      Coverage coverage = at(predictions, (double) step / STEPS);
      if (coverage.share() < LEAST_ANSWERED) {
        break;
      }
      proposed = coverage.threshold();
      if (coverage.accuracy() >= TARGET) {
        break;
      }
    }
    return proposed;
  }

  /** Returns the counts of both together, under this threshold. */
  Coverage plus(Coverage other) {
    return new Coverage(
        threshold, clips + other.clips, answered + other.answered, right + other.right);
  }

  /** Returns the share of clips that are answered. */
  double share() {
    return clips == 0 ? 0 : (double) answered / clips;
  }

  /** Returns the share of right answers among the answers; 0 without any. */
  double accuracy() {
    return answered == 0 ? 0 : (double) right / answered;
  }
}
