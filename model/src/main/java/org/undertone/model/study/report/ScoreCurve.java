// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.util.Arrays;
import java.util.List;
import org.tribuo.classification.evaluation.LabelEvaluationUtil;

/**
 * A curve of a score that is to tell one class from the rest, by Tribuo. Immutable.
 *
 * @param x false positive rate (ROC) or recall, 0 to 1
 * @param y true positive rate (ROC) or precision, 0 to 1
 * @param area area under the ROC curve, or average precision
 */
record ScoreCurve(List<Double> x, List<Double> y, double area) {

  /**
   * Returns the receiver operating characteristic.
   *
   * @param positive whether each clip is of the class
   * @param scores how much of the class each clip has; any scale
   * @throws IllegalArgumentException if the lengths differ or there are not both kinds of clips
   */
  static ScoreCurve roc(boolean[] positive, double[] scores) {
    check(positive, scores);
    LabelEvaluationUtil.ROC roc = LabelEvaluationUtil.generateROCCurve(positive, scores);
    return new ScoreCurve(
        list(roc.fpr), list(roc.tpr), LabelEvaluationUtil.binaryAUCROC(positive, scores));
  }

  /**
   * Returns precision by recall.
   *
   * @param positive whether each clip is of the class
   * @param scores how much of the class each clip has; any scale
   * @throws IllegalArgumentException if the lengths differ or there are not both kinds of clips
   */
  static ScoreCurve precisionRecall(boolean[] positive, double[] scores) {
    check(positive, scores);
    LabelEvaluationUtil.PRCurve curve = LabelEvaluationUtil.generatePRCurve(positive, scores);
    return new ScoreCurve(
        list(curve.recall),
        list(curve.precision),
        LabelEvaluationUtil.averagedPrecision(positive, scores));
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** Returns whether there are clips of the class and others. */
  static boolean isDefined(boolean[] positive) {
    boolean some = false;
    boolean all = true;
    for (boolean one : positive) {
      some |= one;
      all &= one;
    }
    return some && !all;
  }

  private static void check(boolean[] positive, double[] scores) {
    if (positive.length != scores.length) {
      throw new IllegalArgumentException(positive.length + " clips, " + scores.length + " scores");
    }
    if (!isDefined(positive)) {
      throw new IllegalArgumentException("a curve needs clips of the class and others");
    }
  }
}
