// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.Test;
import org.undertone.ser.timeline.DriverState;

public final class EarconTest {
  private static final int FULL_SCALE = Short.MAX_VALUE;

  @Test
  public void fallsForTenseAndRisesForLow() {
    short[] tense = Earcon.of(DriverState.TENSE);
    short[] low = Earcon.of(DriverState.LOW);
    assertThat(pitch(tense, 0.05)).isGreaterThan(pitch(tense, 0.30) * 1.2);
    assertThat(pitch(low, 0.05)).isLessThan(pitch(low, 0.30) / 1.2);
  }

  @Test
  public void isShortSoftAndDoesNotClick() {
    for (DriverState state : new DriverState[] {DriverState.TENSE, DriverState.LOW}) {
      short[] samples = Earcon.of(state);
      assertThat(Earcon.millis(samples)).isBetween(300L, 600L);
      int peak = 0;
      int step = 0;
      for (int i = 1; i < samples.length; i++) {
        peak = Math.max(peak, Math.abs(samples[i]));
        step = Math.max(step, Math.abs(samples[i] - samples[i - 1]));
      }
      assertThat(peak).isBetween(FULL_SCALE / 8, FULL_SCALE / 3);
      assertThat(step).isLessThan(peak / 5);
      assertThat(Math.abs(samples[0])).isLessThan((short) 10);
      assertThat(Math.abs(samples[samples.length - 1])).isLessThan((short) 10);
    }
  }

  @Test
  public void thereIsNoneForCalm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Earcon.of(DriverState.CALM))
        .withMessageContaining("CALM");
  }

  /** Counts the upward crossings of zero in a tenth of a second, Hz. */
  private static double pitch(short[] samples, double fromSeconds) {
    int from = (int) (fromSeconds * Earcon.SAMPLE_RATE);
    int crossings = 0;
    for (int i = from + 1; i < from + Earcon.SAMPLE_RATE / 10; i++) {
      if (samples[i - 1] < 0 && samples[i] >= 0) {
        crossings++;
      }
    }
    return crossings * 10;
  }
}
