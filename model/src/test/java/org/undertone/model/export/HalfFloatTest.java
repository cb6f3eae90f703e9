// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HalfFloatTest {
  @Test
  void keepsEveryFiniteHalf() {
    for (int half = 0; half <= 0x7bff; half++) {
      assertThat(HalfFloat.fromFloat(toFloat(half))).isEqualTo((short) half);
      assertThat(HalfFloat.fromFloat(-toFloat(half))).isEqualTo((short) (half | 0x8000));
    }
  }

  @Test
  void roundsToTheNearestAndTiesToEven() {
    for (int half = 0; half < 0x7bff; half++) {
      float low = toFloat(half);
      float high = toFloat(half + 1);
      float middle = (low + high) / 2;
      int even = half % 2 == 0 ? half : half + 1;
      assertThat(HalfFloat.fromFloat(middle)).isEqualTo((short) even);
      assertThat(HalfFloat.fromFloat(Math.nextDown(middle))).isEqualTo((short) half);
      assertThat(HalfFloat.fromFloat(Math.nextUp(middle))).isEqualTo((short) (half + 1));
    }
  }

  @Test
  void refusesWhatIsTooLarge() {
    for (float value : new float[] {65520, -70000, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> HalfFloat.fromFloat(value))
          .withMessageContaining("too large");
    }
  }

  private static float toFloat(int half) {
    int exponent = half >> 10;
    int fraction = half & 0x3ff;
    return exponent == 0
        ? Math.scalb((float) fraction, -24)
        : Math.scalb((float) (fraction + 1024), exponent - 25);
  }
}
