// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ConfusionMatrixTest {
  private final ConfusionMatrix matrix = new ConfusionMatrix(List.of("a", "b", "c"));

  @Test
  void computesTheNumbersOfASmallExample() {
    add(0, 0, 6);
    add(0, 1, 2);
    add(1, 1, 1);
    add(1, 0, 1);
    assertThat(matrix.labels()).containsExactly("a", "b", "c");
    assertThat(matrix.count(0, 1)).isEqualTo(2);
    assertThat(matrix.total()).isEqualTo(10);
    assertThat(matrix.support(0)).isEqualTo(8);
    assertThat(matrix.weightedAccuracy()).isCloseTo(0.7, within(1e-12));
    assertThat(matrix.recall(0)).isCloseTo(0.75, within(1e-12));
    assertThat(matrix.recall(1)).isCloseTo(0.5, within(1e-12));
    assertThat(matrix.precision(0)).isCloseTo(6 / 7.0, within(1e-12));
    assertThat(matrix.precision(1)).isCloseTo(1 / 3.0, within(1e-12));
    // A label without clips does not lower the average.
    assertThat(matrix.unweightedAverageRecall()).isCloseTo(0.625, within(1e-12));
    assertThat(matrix.recall(2)).isNaN();
    assertThat(matrix.precision(2)).isNaN();
  }

  @Test
  void emptyMatrixHasNoAccuracy() {
    assertThat(matrix.total()).isZero();
    assertThat(matrix.weightedAccuracy()).isZero();
    assertThat(matrix.unweightedAverageRecall()).isZero();
  }

  @Test
  void refusesLabelsThatItDoesNotHave() {
    assertThatThrownBy(() -> matrix.add(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private void add(int truth, int predicted, int times) {
    for (int i = 0; i < times; i++) {
      matrix.add(truth, predicted);
    }
  }
}
