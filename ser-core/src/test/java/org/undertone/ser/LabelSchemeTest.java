// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class LabelSchemeTest {
  private static final List<LabelScheme> ALL =
      List.of(LabelScheme.EIGHT, LabelScheme.FOUR, LabelScheme.THREE);
  private static final Offset<Float> ROUNDING = Offset.offset(1e-6f);

  /** neutral, calm, happy, sad, angry, fearful, disgust, surprised. */
  private static final EmotionScores SCORES =
      EmotionScores.of(0.05f, 0.1f, 0.15f, 0.2f, 0.25f, 0.1f, 0.1f, 0.05f);

  @Test
  void everySchemeSumsToOne() {
    Random random = new Random(1);
    for (int trial = 0; trial < 200; trial++) {
      float[] p = new float[Emotion.COUNT];
      float sum = 0;
      for (int i = 0; i < p.length; i++) {
        p[i] = random.nextInt(3) == 0 ? 0 : random.nextFloat();
        sum += p[i];
      }
      p[0] += sum == 0 ? 1 : 0;
      sum += sum == 0 ? 1 : 0;
      for (int i = 0; i < p.length; i++) {
        p[i] /= sum;
      }
      for (LabelScheme scheme : ALL) {
        float total = 0;
        for (float share : scheme.reduce(EmotionScores.of(p))) {
          assertThat(share).isBetween(0f, 1.000001f);
          total += share;
        }
        assertThat(total).isCloseTo(1, ROUNDING);
      }
    }
  }

  @Test
  void eightAreTheEmotionsThemselves() {
    assertThat(LabelScheme.EIGHT.reduce(SCORES)).containsExactly(SCORES.toArray(), ROUNDING);
    for (Emotion emotion : Emotion.values()) {
      assertThat(LabelScheme.EIGHT.labelIndex(emotion)).isEqualTo(emotion.index());
      assertThat(LabelScheme.EIGHT.labels().get(emotion.index())).isEqualTo(emotion.label());
    }
  }

  @Test
  void fourLeaveOutFearDisgustAndSurpriseAndScaleTheRest() {
    float rest = 0.75f;
    assertThat(LabelScheme.FOUR.labels()).containsExactly("angry", "calm/neutral", "happy", "sad");
    assertThat(LabelScheme.FOUR.reduce(SCORES))
        .containsExactly(
            new float[] {0.25f / rest, 0.15f / rest, 0.15f / rest, 0.2f / rest}, ROUNDING);
    assertThat(LabelScheme.FOUR.labelIndex(Emotion.FEARFUL)).isEqualTo(-1);
    assertThat(LabelScheme.FOUR.labelIndex(Emotion.DISGUST)).isEqualTo(-1);
    assertThat(LabelScheme.FOUR.labelIndex(Emotion.SURPRISED)).isEqualTo(-1);
  }

  @Test
  void fourAreEquallyProbableWhenNoneOfThemWasHeard() {
    EmotionScores surprised = EmotionScores.of(0, 0, 0, 0, 0, 0, 0, 1);
    assertThat(LabelScheme.FOUR.reduce(surprised)).containsExactly(0.25f, 0.25f, 0.25f, 0.25f);
  }

  @Test
  void threeHaveAPlaceForEveryEmotion() {
    assertThat(LabelScheme.THREE.labels()).containsExactly("calm", "tense", "low");
    for (Emotion emotion : Emotion.values()) {
      assertThat(LabelScheme.THREE.labelIndex(emotion)).isBetween(0, 2);
    }
    assertThat(LabelScheme.THREE.reduce(SCORES))
        .containsExactly(new float[] {0.3f, 0.5f, 0.2f}, ROUNDING);
  }

  @Test
  void isFoundByItsSize() {
    for (LabelScheme scheme : ALL) {
      assertThat(LabelScheme.ofSize(scheme.labels().size())).isSameAs(scheme);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelScheme.ofSize(5))
        .withMessageContaining("8, 4 or 3");
  }
}
