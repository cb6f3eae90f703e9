// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureTableTest {
  private static final FeatureTable TABLE =
      new FeatureTable(
          List.of("a", "b", "c"),
          new double[][] {
            {1, 2, 7}, {3, 6, 7}, {1, 2, 7}, {Double.NaN, Double.NEGATIVE_INFINITY, 7}
          },
          List.of("sad", "happy", "sad", "calm"));

  private static final FeatureTable FINITE =
      new FeatureTable(
          List.of("a", "b"),
          new double[][] {{1, 4}, {2, 1}, {3, 4}, {6, 1}},
          List.of("sad", "sad", "happy", "happy"));

  @Test
  void countsWhatIsMissingInfiniteConstantAndRepeated() {
    assertThat(TABLE.checks("checks", "Checks").rows())
        .extracting(row -> row.get(1))
        .containsExactly("4", "3", "1", "1", "1", "1");
  }

  @Test
  void splitsAColumnByLabel() {
    assertThat(TABLE.byLabel("b", List.of("happy", "sad", "angry")))
        .containsOnlyKeys("happy", "sad")
        .satisfies(parts -> assertThat(parts.get("sad")).containsExactly(2, 2));
  }

  @Test
  void knowsWhatLabelsExplainAndWhatGoesTogether() {
    // a: mean 3, between labels 2·1.5² + 2·1.5² = 9, in all 4 + 1 + 0 + 9 = 14.
    assertThat(FINITE.explained("a")).isCloseTo(9.0 / 14, within(1e-12));
    assertThat(FINITE.explained("b")).isZero();
    // a·b: (−2)(1.5) + (−1)(−1.5) + 0 + (3)(−1.5) = −6, over √(14 · 9).
    assertThat(FINITE.correlation("a", "b")).isCloseTo(-6 / Math.sqrt(14 * 9), within(1e-12));
    assertThat(SongComparison.effect(new double[] {0, 2}, new double[] {4, 6}))
        .isCloseTo(4 / Math.sqrt(2), within(1e-12));
  }

  @Test
  void measuresBoxesAsNumPyDoes() {
    Box box = Box.of(new double[] {1, 2, 3, 4, 100, Double.NaN});

    assertThat(box).isEqualTo(new Box(1, 2, 3, 4, 4));
  }
}
