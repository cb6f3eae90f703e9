// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class EmotionScoresTest {
  private static final float[] ANGRY = {0.05f, 0.05f, 0.1f, 0, 0.6f, 0.1f, 0.1f, 0};

  @Test
  void givesTheProbabilityOfEachEmotion() {
    EmotionScores scores = EmotionScores.of(ANGRY);
    for (Emotion emotion : Emotion.values()) {
      assertThat(scores.probability(emotion)).isEqualTo(ANGRY[emotion.index()]);
    }
    assertThat(scores.best()).isEqualTo(Emotion.ANGRY);
    assertThat(scores.bestProbability()).isEqualTo(0.6f);
  }

  @Test
  void ofEqualsTheFirstIsTheBest() {
    assertThat(EmotionScores.of(0, 0, 0.5f, 0, 0, 0.5f, 0, 0).best()).isEqualTo(Emotion.HAPPY);
  }

  @Test
  void nobodyCanChangeIt() {
    float[] given = ANGRY.clone();
    EmotionScores scores = EmotionScores.of(given);
    given[4] = 0;
    scores.toArray()[4] = 0;
    assertThat(scores.toArray()).isEqualTo(ANGRY);
  }

  @Test
  void equalProbabilitiesAreEqualScores() {
    EmotionScores scores = EmotionScores.of(ANGRY);
    assertThat(scores)
        .isEqualTo(EmotionScores.of(ANGRY))
        .hasSameHashCodeAs(EmotionScores.of(ANGRY));
    assertThat(scores).isNotEqualTo(EmotionScores.of(1, 0, 0, 0, 0, 0, 0, 0));
    assertThat(scores.toString()).startsWith("angry");
  }

  @Test
  void forgivesRoundingOfTheSumAndNoMore() {
    EmotionScores.of(0.5f, 0.4992f, 0, 0, 0, 0, 0, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmotionScores.of(0.5f, 0.49f, 0, 0, 0, 0, 0, 0))
        .withMessageContaining("0.99");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmotionScores.of(0.5f, 0.51f, 0, 0, 0, 0, 0, 0))
        .withMessageContaining("1.01");
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmotionScores.of(1.2f, -0.2f, 0, 0, 0, 0, 0, 0))
        .withMessageContaining("-0.2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmotionScores.of(Float.NaN, 1, 0, 0, 0, 0, 0, 0))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmotionScores.of(Float.POSITIVE_INFINITY, 0, 0, 0, 0, 0, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmotionScores.of(0.5f, 0.5f))
        .withMessageContaining("8");
  }

  @Test
  void everyEmotionIsFoundByItsLabelAndStandsAtItsIndex() {
    for (Emotion emotion : Emotion.values()) {
      assertThat(Emotion.ofLabel(emotion.label())).isEqualTo(emotion);
      assertThat(Emotion.values()[emotion.index()]).isEqualTo(emotion);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Emotion.ofLabel("ANGRY"))
        .withMessageContaining("ANGRY");
  }
}
