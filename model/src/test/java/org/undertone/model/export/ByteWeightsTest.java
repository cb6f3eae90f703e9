// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ByteWeightsTest {
  @Test
  void scalesEachChannelByItsLargestWeight() {
    float[] weights = {0.5f, -0.2f, 0.1f, -254, 2, 3};
    ByteWeights bytes = ByteWeights.of(weights, 2);
    assertThat(bytes.values()).containsExactly(127, -51, 25, -127, 1, 2);
    assertThat(bytes.scales()).containsExactly(new float[] {0.5f / 127, 2}, within(1e-9f));
  }

  @Test
  void isNeverFurtherOffThanHalfAStep() {
    float[] weights = new RandomNetworks(6).gaussian(64 * 200, 0.3);
    ByteWeights bytes = ByteWeights.of(weights, 64);
    float[] back = bytes.toFloats();
    for (int i = 0; i < weights.length; i++) {
      assertThat(back[i]).isCloseTo(weights[i], within(bytes.scales()[i / 200] * 0.5001f));
    }
    assertThat(ByteWeights.of(back, 64).values()).isEqualTo(bytes.values());
  }

  @Test
  void scalesArePositiveForChannelsOfNothingOrNextToNothing() {
    float[] weights = {0, 0, Float.MIN_VALUE, 0};
    ByteWeights bytes = ByteWeights.of(weights, 2);
    assertThat(bytes.values()).containsOnly(0);
    assertThat(bytes.scales()).containsExactly(1, Float.MIN_NORMAL);
  }
}
