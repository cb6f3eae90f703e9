// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SeriesStatisticsTest {
  private static double[] all(double... series) {
    double[] row = new double[8];
    assertThat(SeriesStatistics.ALL.write(series, row, 1)).isEqualTo(8);
    assertThat(row[0]).isZero();
    return Arrays.copyOfRange(row, 1, 8);
  }

  @Test
  void agreesWithNumpyAndScipy() {
    // scipy.stats.skew and kurtosis of [1, 2, 4, 10], biased; numpy's std.
    assertThat(all(4, 1, 10, 2))
        .containsExactly(
            new double[] {
              4.25, 3.491060010942235, 3, 1, 10, 0.8483206969390205, -0.9292307692307693
            },
            within(1e-12));
  }

  @Test
  void aConstantSeriesHasNoShape() {
    assertThat(all(0.1, 0.1, 0.1))
        .containsExactly(new double[] {0.1, 0, 0.1, 0.1, 0.1, 0, 0}, within(1e-12));
    assertThat(all(1e6, 1e6 + 1e-9, 1e6)[6]).isZero();
  }

  @Test
  void anEmptySeriesIsZero() {
    assertThat(all()).containsOnly(0);
  }
}
