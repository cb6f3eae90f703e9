// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

final class LabelSetTest {
  /** Fearful on the whole; of the usual four, happy; of the app's four, calm or neutral. */
  private static final EmotionScores SCORES =
      EmotionScores.of(0.12f, 0.13f, 0.2f, 0.05f, 0.05f, 0.4f, 0.03f, 0.02f);

  @Test
  void theUsualFourLeaveOutClipsAndScoresOfOthers() {
    ConfusionMatrix matrix = LabelSet.FOUR_STANDARD.confusion(clips());
    assertThat(matrix.labels()).containsExactly("neutral", "happy", "sad", "angry");
    assertThat(matrix.total()).as("happy, neutral and the silent one").isEqualTo(3);
    assertThat(matrix.count(1, 1)).as("happy, called happy").isEqualTo(1);
    assertThat(matrix.count(0, 1)).as("neutral, called happy").isEqualTo(1);
    assertThat(matrix.count(2, 0)).as("sad without speech counts as neutral").isEqualTo(1);
  }

  @Test
  void theFourOfTheAppTakeCalmAndNeutralTogether() {
    ConfusionMatrix matrix = LabelSet.FOUR_APP.confusion(clips());
    int quiet = matrix.labels().indexOf("calm/neutral");
    assertThat(matrix.total()).as("calm takes part").isEqualTo(4);
    assertThat(matrix.count(quiet, quiet)).as("neutral and calm").isEqualTo(2);
    assertThat(matrix.count(matrix.labels().indexOf("happy"), quiet)).isEqualTo(1);
  }

  @Test
  void threeAndEightTakeAllClips() {
    ConfusionMatrix three = LabelSet.THREE.confusion(clips());
    assertThat(three.total()).isEqualTo(5);
    // Tense: 0.05 + 0.4 + 0.03 + 0.02, and calm: 0.12 + 0.13 + 0.2.
    assertThat(three.count(three.labels().indexOf("tense"), three.labels().indexOf("tense")))
        .isEqualTo(1);
    assertThat(three.count(three.labels().indexOf("calm"), three.labels().indexOf("tense")))
        .isEqualTo(3);
    ConfusionMatrix eight = LabelSet.EIGHT.confusion(clips());
    assertThat(eight.total()).isEqualTo(5);
    assertThat(eight.weightedAccuracy()).isEqualTo(0.2);
  }

  private static List<Prediction> clips() {
    return List.of(
        clip(Emotion.HAPPY, SCORES),
        clip(Emotion.NEUTRAL, SCORES),
        clip(Emotion.CALM, SCORES),
        clip(Emotion.FEARFUL, SCORES),
        clip(Emotion.SAD, null));
  }

  private static Prediction clip(Emotion truth, EmotionScores scores) {
    return new Prediction(truth.label(), "somebody", 1, truth, scores);
  }
}
