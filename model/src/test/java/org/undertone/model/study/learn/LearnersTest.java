// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LearnersTest {
  private static final int WIDTH = 24;
  private static final int TELLING = 5;

  static Stream<Learner> learners() {
    return Stream.of(
        LightGbm.forest(30),
        new GradientBoosting(20, 4, 0.3, 0.8),
        LightGbm.boosting(20, 7, 0.2, 0.8),
        net(new DenseLayers("perceptron", List.of(16), 0.2)),
        net(new ImageLayers(2, 4, List.of(4), 0.2)),
        net(new SequenceLayers(4, List.of(8), 3, 0.2)));
  }

  private static Learner net(Architecture layers) {
    return new NetLearner(layers, 12, 16, 0.02, 0.01);
  }

  /** One column tells the class, the others nothing; in an image its place does not matter much. */
  private static LabelledRows rows(int count, long seed) {
    Random random = new Random(seed);
    float[][] rows = new float[count][WIDTH];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 3;
      for (int j = 0; j < WIDTH; j++) {
        rows[i][j] = (float) random.nextGaussian();
      }
      rows[i][TELLING] = 4 * (labels[i] - 1) + 0.3f * rows[i][TELLING];
    }
    return new LabelledRows(rows, labels, 3);
  }

  @ParameterizedTest
  @MethodSource("learners")
  void learnsWhatIsThereAndNotWhatIsNot(Learner learner) {
    LabelledRows training = rows(150, 1);
    LabelledRows test = rows(90, 2);
    try (Fitted fitted = learner.fit(training, test, 1)) {
      double[][] probabilities = fitted.probabilities(test.rows());
      assertThat(Scores.accuracy(probabilities, test.labels())).isGreaterThan(0.8);
      for (double[] row : probabilities) {
        assertThat(row).hasSize(3);
        assertThat(row[0] + row[1] + row[2]).isCloseTo(1, within(1e-4));
      }
      assertThat(fitted.bytes()).isBetween(100L, 10_000_000L);
    }
    int[] dealt = new int[training.size()];
    Random random = new Random(3);
    for (int i = 0; i < dealt.length; i++) {
      dealt[i] = random.nextInt(3);
    }
    try (Fitted fitted = learner.fit(new LabelledRows(training.rows(), dealt, 3), null, 1)) {
      assertThat(Scores.accuracy(fitted.probabilities(test.rows()), test.labels())).isLessThan(0.6);
    }
  }

  @ParameterizedTest
  @MethodSource("learners")
  void givesTheSameWithTheSameSeedWhateverElseRuns(Learner learner) {
    double[][] alone = fit(learner, 1);
    CompletableFuture<double[][]> other = CompletableFuture.supplyAsync(() -> fit(learner, 2));
    assertThat(fit(learner, 1)).isDeepEqualTo(alone);
    assertThat(Arrays.deepEquals(other.join(), alone)).isFalse();
  }

  private static double[][] fit(Learner learner, long seed) {
    try (Fitted fitted = learner.fit(rows(120, 1), null, seed)) {
      return fitted.probabilities(rows(30, 2).rows());
    }
  }

  @ParameterizedTest
  @MethodSource("learners")
  void treesRankTheColumnThatTellsFirstAndNetsHaveCurves(Learner learner) {
    try (Fitted fitted = learner.fit(rows(120, 1), rows(30, 2), 1)) {
      if (learner instanceof NetLearner) {
        assertThat(fitted.importance()).isEmpty();
        assertThat(fitted.curve()).hasSize(12);
        assertThat(fitted.curve().get(11).trainLoss())
            .isLessThan(fitted.curve().get(0).trainLoss());
        assertThat(fitted.curve().get(11).testAccuracy()).isBetween(0.5, 1.0);
      } else {
        assertThat(Scores.best(fitted.importance())).isEqualTo(TELLING);
        assertThat(fitted.curve()).isEmpty();
      }
    }
  }

  @Test
  void aClassThatDoesNotOccurGetsAProbabilityAllTheSame() {
    LabelledRows three = rows(60, 1);
    LabelledRows four = new LabelledRows(three.rows(), three.labels(), 4);
    learners()
        .forEach(
            learner -> {
              try (Fitted fitted = learner.fit(four, null, 1)) {
                assertThat(fitted.probabilities(four.rows())[0]).hasSize(4);
              }
            });
  }

  @Test
  void scalesByTheRowsItWasMadeFrom() {
    Scaler scaler = Scaler.of(new float[][] {{1, 7}, {3, 7}});
    assertThat(scaler.apply(new float[] {1, 7})).containsExactly(-1, 0);
    assertThat(scaler.apply(new float[] {5, 9})).containsExactly(3, 0);
  }

  @Test
  void rowsNeedLabels() {
    assertThatThrownBy(() -> new LabelledRows(new float[2][1], new int[1], 2))
        .hasMessage("2 rows have 1 labels");
  }
}
