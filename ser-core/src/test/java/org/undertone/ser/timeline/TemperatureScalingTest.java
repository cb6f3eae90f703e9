// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

class TemperatureScalingTest {

  @Test
  void temperatureOneChangesNothing() {
    EmotionScores scores = EmotionScores.of(0.1f, 0.2f, 0.05f, 0.25f, 0.15f, 0.05f, 0.1f, 0.1f);

    float[] calibrated = TemperatureScaling.apply(scores, 1).toArray();

    assertThat(calibrated).containsExactly(scores.toArray(), within(1e-6f));
  }

  @Test
  void temperatureTwoTakesTheSquareRootOfTheOdds() {
    EmotionScores scores = Synthetic.two(Emotion.SAD, 0.9, Emotion.CALM);

    EmotionScores calibrated = TemperatureScaling.apply(scores, 2);

    // Odds of 9 to 1 become 3 to 1.
    assertThat(calibrated.probability(Emotion.SAD)).isCloseTo(0.75f, within(1e-5f));
    assertThat(calibrated.probability(Emotion.CALM)).isCloseTo(0.25f, within(1e-5f));
  }

  @Test
  void keepsZeroAtZero() {
    EmotionScores certain = Synthetic.peak(Emotion.HAPPY, 1);

    assertThat(TemperatureScaling.apply(certain, 5)).isEqualTo(certain);
    assertThat(TemperatureScaling.apply(certain, 0.01)).isEqualTo(certain);
  }

  @Test
  void survivesTinyProbabilitiesAtLowTemperature() {
    EmotionScores scores =
        EmotionScores.of(1 - 3e-7f, Float.MIN_VALUE, 0, 1e-7f, 1e-30f, 1e-7f, 1e-7f, 0);

    assertThat(TemperatureScaling.apply(scores, 0.01).probability(Emotion.NEUTRAL)).isEqualTo(1f);
  }

  @Test
  void refusesTemperaturesThatAreNotPositive() {
    EmotionScores scores = Synthetic.peak(Emotion.SAD, 0.5);
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TemperatureScaling.apply(scores, bad))
          .withMessageContaining("temperature is " + bad);
    }
  }
}
