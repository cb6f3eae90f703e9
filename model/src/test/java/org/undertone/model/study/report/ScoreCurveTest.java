// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreCurveTest {
  private static final double[] SCORES = {0.1, 0.4, 0.35, 0.8};
  private static final boolean[] POSITIVE = {false, false, true, true};

  @Test
  void agreesWithAnExampleDoneByHand() {
    // Of four pairs of a positive and a negative, three are in order.
    assertThat(ScoreCurve.roc(POSITIVE, SCORES).area()).isCloseTo(0.75, within(1e-12));
    // Precision 1 at recall 1/2 and 2/3 at recall 1: the mean, weighted by the gain in recall.
    assertThat(ScoreCurve.precisionRecall(POSITIVE, SCORES).area())
        .isCloseTo(0.5 * 1 + 0.5 * 2 / 3, within(1e-12));
  }

  @Test
  void areaIsTheShareOfPairsInOrderWithTiesAsHalves() {
    Random random = new Random(5);
    double[] scores = new double[300];
    boolean[] positive = new boolean[300];
    for (int i = 0; i < scores.length; i++) {
      positive[i] = random.nextInt(3) == 0;
      scores[i] = random.nextInt(20) + (positive[i] ? 4 : 0);
    }
    double ordered = 0;
    double pairs = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (positive[i] && !positive[j]) {
          pairs++;
          ordered += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }

    ScoreCurve curve = ScoreCurve.roc(positive, scores);

    assertThat(curve.area()).isCloseTo(ordered / pairs, within(1e-9));
    assertThat(curve.x()).isSorted().startsWith(0.0).endsWith(1.0);
    assertThat(curve.y()).isSorted().endsWith(1.0);
  }

  @Test
  void refusesWhatHasNoCurve() {
    assertThatThrownBy(() -> ScoreCurve.roc(new boolean[] {true, true}, new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clips of the class and others");
    assertThatThrownBy(() -> ScoreCurve.roc(POSITIVE, new double[] {1, 2}))
        .hasMessageContaining("4 clips, 2 scores");
  }
}
