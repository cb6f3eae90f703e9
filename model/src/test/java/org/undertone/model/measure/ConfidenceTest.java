// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.undertone.model.evaluate.Prediction;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

final class ConfidenceTest {
  private final Confidence confidence =
      new Confidence(
          List.of(
              angry(Emotion.HAPPY, 0.62f),
              angry(Emotion.ANGRY, 0.95f),
              new Prediction("silent", "s", 1, Emotion.NEUTRAL, null),
              angry(Emotion.ANGRY, 0.68f),
              angry(Emotion.ANGRY, 1)));

  @Test
  void theSurestComeFirstAndSilenceLast() {
    assertThat(confidence.accuracyOfSurest(2)).isEqualTo(1);
    assertThat(confidence.accuracyOfSurest(4)).isEqualTo(0.75);
    // Neutral, which is what silence counts as.
    assertThat(confidence.accuracyOfSurest(5)).isEqualTo(0.8);
    assertThat(confidence.countFrom(0.65)).isEqualTo(3);
    assertThat(confidence.count()).isEqualTo(5);
  }

  private static Prediction angry(Emotion truth, float probability) {
    float[] scores = new float[Emotion.COUNT];
    scores[Emotion.ANGRY.index()] = probability;
    scores[Emotion.SAD.index()] = 1 - probability;
    return new Prediction("clip", "s", 1, truth, EmotionScores.of(scores));
  }
}
