// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SummaryTest {
  @Test
  void computesTheNumbersOfASmallExample() {
    Summary summary = Summary.of(List.of(4.0, 1.0, 3.0, 8.0));
    assertThat(summary.mean()).isEqualTo(4);
    assertThat(summary.deviation()).isCloseTo(Math.sqrt(26 / 3.0), within(1e-12));
    assertThat(summary.min()).isEqualTo(1);
    assertThat(summary.median()).isEqualTo(3.5);
    assertThat(summary.max()).isEqualTo(8);
    assertThat(Summary.of(List.of(5.0, 1.0, 2.0)).median()).isEqualTo(2);
  }

  @Test
  void singleValueHasNoSpread() {
    assertThat(Summary.of(List.of(0.5))).isEqualTo(new Summary(0.5, 0, 0.5, 0.5, 0.5));
  }

  @Test
  void nothingHasNoSummary() {
    assertThatThrownBy(() -> Summary.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
