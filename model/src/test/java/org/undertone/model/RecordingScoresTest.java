// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

final class RecordingScoresTest {
  private final RecordingScores scores = new RecordingScores();

  @Test
  void oneWindowSpeaksForItself() {
    scores.add(2, probabilities(0.5f, 0.3f, 0.2f));
    assertThat(scores.scores().probability(Emotion.NEUTRAL)).isCloseTo(0.5f, within(1e-4f));
    assertThat(scores.scores().probability(Emotion.HAPPY)).isCloseTo(0.2f, within(1e-4f));
  }

  @Test
  void isTheGeometricMeanWeightedByTheFourthPowerOfSpeech() {
    scores.add(2, probabilities(0.8f, 0.1f, 0.1f));
    scores.add(1, probabilities(0.1f, 0.8f, 0.1f));
    double first = Math.pow(0.8, 16 / 17.0) * Math.pow(0.1, 1 / 17.0);
    double second = Math.pow(0.1, 16 / 17.0) * Math.pow(0.8, 1 / 17.0);
    double sum = first + second + 0.1;
    EmotionScores mean = scores.scores();
    assertThat(mean.probability(Emotion.NEUTRAL)).isCloseTo((float) (first / sum), within(1e-4f));
    assertThat(mean.probability(Emotion.CALM)).isCloseTo((float) (second / sum), within(1e-4f));
    assertThat(mean.probability(Emotion.HAPPY)).isCloseTo((float) (0.1 / sum), within(1e-4f));
  }

  @Test
  void doesNotDependOnTheOrder() {
    RecordingScores other = new RecordingScores();
    scores.add(2, probabilities(0.7f, 0.2f, 0.1f));
    scores.add(0.5, probabilities(0.2f, 0.2f, 0.6f));
    other.add(0.5, probabilities(0.2f, 0.2f, 0.6f));
    other.add(2, probabilities(0.7f, 0.2f, 0.1f));
    assertThat(other.scores().probability(Emotion.NEUTRAL))
        .isCloseTo(scores.scores().probability(Emotion.NEUTRAL), within(1e-6f));
  }

  @Test
  void zeroInOneWindowDoesNotOutvoteAllOthers() {
    for (int i = 0; i < 9; i++) {
      scores.add(2, probabilities(0.98f, 0.01f, 0.01f));
    }
    scores.add(2, probabilities(0, 0.5f, 0.5f));
    assertThat(scores.scores().best()).isEqualTo(Emotion.NEUTRAL);
  }

  @Test
  void withoutSpeechThereAreNoScores() {
    assertThat(scores.scores()).isNull();
  }

  private static EmotionScores probabilities(float neutral, float calm, float happy) {
    return EmotionScores.of(neutral, calm, happy, 0, 0, 0, 0, 0);
  }
}
