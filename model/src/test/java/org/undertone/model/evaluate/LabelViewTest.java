// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

/** Predictions counted in other labels than they were made in. */
final class LabelViewTest {
  private final List<Prediction> predictions =
      List.of(
          // Calm is the best of all, but not of the usual four; of the product's four it is right.
          prediction("a", Emotion.NEUTRAL, 0.3f, 0.4f, 0.1f, 0.2f, 0, 0, 0, 0),
          // Fear is the best, anger the best of four.
          prediction("b", Emotion.ANGRY, 0.1f, 0, 0.1f, 0, 0.3f, 0.5f, 0, 0),
          // Calm and neutral together outweigh sad.
          prediction("c", Emotion.CALM, 0.3f, 0.3f, 0, 0.4f, 0, 0, 0, 0),
          prediction("d", Emotion.FEARFUL, 0.3f, 0.2f, 0, 0, 0, 0.1f, 0.4f, 0),
          Predictions.silent("e", "s", 1, Emotion.SAD));

  @Test
  void eightLabelsCountEveryClip() {
    Figure eight = LabelView.ALL.get(0).count(predictions);
    assertThat(eight.clips()).isEqualTo(5);
    assertThat(eight.accuracy().mean()).isZero();
  }

  @Test
  void usualFourLeaveOutClipsAndScoresOfOthers() {
    Figure four = LabelView.ALL.get(1).count(predictions);
    assertThat(four.clips()).isEqualTo(3);
    assertThat(four.accuracy().mean()).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void fourOfTheProductJoinCalmAndNeutral() {
    Figure four = LabelView.ALL.get(2).count(predictions);
    assertThat(four.clips()).isEqualTo(4);
    assertThat(four.accuracy().mean()).isCloseTo(3 / 4.0, within(1e-9));
    // Anger 1 of 1, calm and neutral 2 of 2, sad 0 of 1.
    assertThat(four.recall().mean()).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void threeLabelsCountEveryClip() {
    Figure three = LabelView.ALL.get(3).count(predictions);
    assertThat(three.clips()).isEqualTo(5);
    // Calm for a and c, tense for b; d is tense, but half of it is calm, which comes first.
    assertThat(three.accuracy().mean()).isCloseTo(3 / 5.0, within(1e-9));
  }

  @Test
  void emotionsOfTheClipsAloneAreCountedWhereScoresKnowOthers() {
    // Of neutral, calm, angry, fearful and sad: b is fearful, d is neutral; none is right.
    LabelView five = LabelView.ofEmotions(predictions).orElseThrow();
    assertThat(five.name()).startsWith("5 labels");
    assertThat(five.count(predictions).accuracy().mean()).isZero();

    List<Prediction> two = List.of(predictions.get(0), predictions.get(1));
    Figure right = LabelView.ofEmotions(two).orElseThrow().count(two);
    assertThat(right.accuracy().mean()).as("of neutral and angry").isEqualTo(1);

    List<Prediction> restricted = new KnownClasses(two).restrict(two);
    assertThat(LabelView.ofEmotions(restricted)).isEmpty();
  }

  @Test
  void silenceIsWrongWhereNothingIsNeutral() {
    List<Prediction> some =
        List.of(
            prediction("a", Emotion.SAD, 0.4f, 0, 0, 0.3f, 0.1f, 0.2f, 0, 0),
            prediction("b", Emotion.ANGRY, 0, 0, 0.5f, 0, 0.4f, 0.1f, 0, 0),
            Predictions.silent("c", "s", 1, Emotion.SAD));
    Figure two = LabelView.ofEmotions(some).orElseThrow().count(some);
    assertThat(two.clips()).isEqualTo(3);
    assertThat(two.accuracy().mean()).isCloseTo(2 / 3.0, within(1e-9));
    // Anger 1 of 1, sad 1 of 2.
    assertThat(two.recall().mean()).isCloseTo(3 / 4.0, within(1e-9));
  }

  @Test
  void aSingleEmotionCannotBeMissed() {
    assertThat(LabelView.ofEmotions(predictions.subList(0, 1))).isEmpty();
  }

  @Test
  void labelsWithoutClipsHaveNoFigure() {
    List<Prediction> disgust =
        List.of(Predictions.of("x", "s", 1, Emotion.DISGUST, Emotion.DISGUST, 0.9));
    assertThat(LabelView.ALL.get(1).count(disgust)).isNull();
    assertThat(LabelView.ALL.get(3).count(disgust).accuracy().mean()).isEqualTo(1);
  }

  @Test
  void knownClassesTakeOthersOutOfTheScoresFoldByFold() {
    List<Prediction> two =
        List.of(
            prediction("a", Emotion.NEUTRAL, 0.3f, 0.4f, 0.1f, 0.2f, 0, 0, 0, 0),
            prediction("b", Emotion.SAD, 0.3f, 0.4f, 0.1f, 0.2f, 0, 0, 0, 0),
            Predictions.silent("c", "s", 1, Emotion.HAPPY),
            new Prediction("d", "s", 2, Emotion.CALM, predictions.get(0).scores()));
    List<Prediction> restricted = new KnownClasses(two).restrict(two);
    EmotionScores scores = restricted.get(0).scores();
    assertThat(scores.probability(Emotion.CALM)).isZero();
    assertThat(scores.probability(Emotion.NEUTRAL)).isCloseTo(0.5f, within(1e-6f));
    assertThat(scores.probability(Emotion.SAD)).isCloseTo(1 / 3f, within(1e-6f));
    assertThat(restricted.get(2).scores()).isNull();
    assertThat(restricted.get(3).scores().probability(Emotion.CALM)).isEqualTo(1);
    EmotionScores none = Predictions.of("x", "s", 1, Emotion.SAD, Emotion.CALM, 1).scores();
    assertThat(KnownClasses.restrict(none, EnumSet.of(Emotion.SAD, Emotion.HAPPY)).toArray())
        .containsExactly(0, 0, 0.5f, 0.5f, 0, 0, 0, 0);
  }

  private static Prediction prediction(String clip, Emotion truth, float... scores) {
    return new Prediction(clip, "s", 1, truth, EmotionScores.of(scores));
  }
}
