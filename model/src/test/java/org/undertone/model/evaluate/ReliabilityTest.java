// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.undertone.ser.Emotion;

final class ReliabilityTest {
  @Test
  void binsHoldWhatWasAnswered() {
    List<Reliability> bins =
        Reliability.bins(
            List.of(
                angry(Emotion.HAPPY, 0.62),
                angry(Emotion.ANGRY, 0.95),
                Predictions.silent("silent", "s", 1, Emotion.NEUTRAL),
                angry(Emotion.ANGRY, 0.68),
                angry(Emotion.ANGRY, 1)),
            1);
    assertThat(bins).extracting(Reliability::count).containsExactly(0, 0, 0, 0, 0, 0, 2, 0, 0, 2);
    assertThat(bins.get(6).accuracy()).isEqualTo(0.5);
    assertThat(bins.get(6).meanConfidence()).isCloseTo(0.65, within(1e-6));
    assertThat(bins.get(9).accuracy()).isEqualTo(1);
    assertThat(bins.get(0).accuracy()).isZero();
    assertThat(bins.get(0).meanConfidence()).isZero();
  }

  private static Prediction angry(Emotion truth, double probability) {
    return Predictions.of("clip", "s", 1, truth, Emotion.ANGRY, probability);
  }
}
