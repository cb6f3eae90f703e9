// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

class ScoreSmootherTest {
  /** So short a memory that every verdict stands for itself. */
  private static final double NO_MEMORY = 1e-3;

  private static ScoreSmoother smoother(double threshold, double timeConstant, double margin) {
    return new ScoreSmoother(new SmootherSettings(1, threshold, timeConstant, margin));
  }

  @Test
  void firstVerdictIsNotSmoothed() {
    Verdict verdict = smoother(0.4, 2, 0.1).speech(0, 3, 2, Synthetic.peak(Emotion.SAD, 0.6));

    assertThat(verdict.state()).isEqualTo(Verdict.State.EMOTION);
    assertThat(verdict.emotion()).isEqualTo(Emotion.SAD);
    assertThat(verdict.smoothed().probability(Emotion.SAD)).isCloseTo(0.6f, within(1e-5f));
    assertThat(verdict.speechSeconds()).isEqualTo(2);
  }

  @Test
  void givesCalibratedScores() {
    ScoreSmoother smoother = new ScoreSmoother(SmootherSettings.calibrated(2, 0.4));

    Verdict verdict = smoother.speech(0, 3, 3, Synthetic.two(Emotion.SAD, 0.9, Emotion.CALM));

    assertThat(verdict.raw().probability(Emotion.SAD)).isCloseTo(0.75f, within(1e-5f));
  }

  @Test
  void averagesLogProbabilitiesByAgeAndSpeech() {
    ScoreSmoother smoother = smoother(0, 2, 0);
    smoother.speech(0, 3, 3, Synthetic.two(Emotion.SAD, 0.9, Emotion.CALM));

    Verdict verdict = smoother.speech(1, 4, 1.5, Synthetic.two(Emotion.SAD, 0.2, Emotion.CALM));

    double old = 3 * Math.exp(-1 / 2.0);
    double logOdds = (old * Math.log(9) + 1.5 * Math.log(0.25)) / (old + 1.5);
    // The six emotions at the floor take a thousandth.
    assertThat((double) verdict.smoothed().probability(Emotion.SAD))
        .isCloseTo(1 / (1 + Math.exp(-logOdds)), within(2e-3));
  }

  @Test
  void isUnsureBelowTheThreshold() {
    ScoreSmoother smoother = smoother(0.4, NO_MEMORY, 0.1);

    assertThat(smoother.speech(0, 3, 3, Synthetic.peak(Emotion.SAD, 0.39)).state())
        .isEqualTo(Verdict.State.UNSURE);
    Verdict sure = smoother.speech(1, 4, 3, Synthetic.peak(Emotion.SAD, 0.41));
    assertThat(sure.emotion()).isEqualTo(Emotion.SAD);
  }

  @Test
  void narrowLeadMustLastTwoVerdicts() {
    ScoreSmoother smoother = smoother(0.3, NO_MEMORY, 0.2);
    EmotionScores narrowlyCalm = Synthetic.two(Emotion.SAD, 0.45, Emotion.CALM);
    smoother.speech(0, 3, 3, Synthetic.two(Emotion.SAD, 0.6, Emotion.CALM));

    assertThat(smoother.speech(1, 4, 3, narrowlyCalm).emotion()).isEqualTo(Emotion.SAD);
    assertThat(smoother.speech(2, 5, 3, narrowlyCalm).emotion()).isEqualTo(Emotion.CALM);
  }

  @Test
  void alternatingNarrowLeadsDoNotFlicker() {
    ScoreSmoother smoother = smoother(0.3, NO_MEMORY, 0.2);
    smoother.speech(0, 3, 3, Synthetic.two(Emotion.SAD, 0.55, Emotion.CALM));
    for (int i = 1; i < 20; i++) {
      double sad = i % 2 == 0 ? 0.55 : 0.45;
      Verdict verdict = smoother.speech(i, i + 3, 3, Synthetic.two(Emotion.SAD, sad, Emotion.CALM));
      assertThat(verdict.emotion()).isEqualTo(Emotion.SAD);
    }
  }

  @Test
  void wideLeadWinsAtOnce() {
    ScoreSmoother smoother = smoother(0.3, NO_MEMORY, 0.2);
    smoother.speech(0, 3, 3, Synthetic.two(Emotion.SAD, 0.6, Emotion.CALM));

    Verdict verdict = smoother.speech(1, 4, 3, Synthetic.two(Emotion.SAD, 0.35, Emotion.CALM));

    assertThat(verdict.emotion()).isEqualTo(Emotion.CALM);
  }

  @Test
  void neverShowsAnEmotionBelowTheThreshold() {
    Random random = new Random(17);
    ScoreSmoother smoother = smoother(0.3, 0.5, 0.3);
    int shown = 0;
    for (int i = 0; i < 2000; i++) {
      Verdict verdict =
          smoother.speech(i, i + 3, 0.1 + random.nextInt(3), Synthetic.random(random));
      if (verdict.emotion() != null) {
        shown++;
        assertThat(verdict.smoothed().probability(verdict.emotion())).isGreaterThanOrEqualTo(0.3f);
      }
    }
    assertThat(shown).isBetween(200, 1990);
  }

  @Test
  void longPauseForgets() {
    ScoreSmoother smoother = smoother(0, 100, 0.9);
    smoother.speech(0, 3, 3, Synthetic.peak(Emotion.SAD, 0.9));
    smoother.noSpeech(3, 6);
    smoother.noSpeech(5, 3 + ScoreSmoother.RESET_SECONDS);

    EmotionScores later = Synthetic.peak(Emotion.CALM, 0.5);
    Verdict verdict = smoother.speech(6, 9, 3, later);

    assertThat(verdict.emotion()).isEqualTo(Emotion.CALM);
    assertThat(verdict.smoothed().toArray()).containsExactly(later.toArray(), within(1e-5f));
  }

  @Test
  void timeWithoutVerdictsIsAPauseToo() {
    ScoreSmoother smoother = smoother(0, 100, 0.9);
    smoother.speech(0, 3, 3, Synthetic.peak(Emotion.SAD, 0.9));

    Verdict verdict = smoother.speech(60, 63, 3, Synthetic.peak(Emotion.CALM, 0.5));

    assertThat(verdict.emotion()).isEqualTo(Emotion.CALM);
  }

  @Test
  void shortPauseForgetsNothing() {
    ScoreSmoother smoother = smoother(0, 100, 0.9);
    smoother.speech(0, 3, 3, Synthetic.peak(Emotion.SAD, 0.9));
    Verdict pause = smoother.noSpeech(3, 6, 0.2);

    Verdict verdict = smoother.speech(4, 7, 3, Synthetic.peak(Emotion.CALM, 0.5));

    assertThat(pause.state()).isEqualTo(Verdict.State.NO_SPEECH);
    assertThat(pause.speechSeconds()).isEqualTo(0.2);
    assertThat(verdict.emotion()).isEqualTo(Emotion.SAD);
  }

  @Test
  void oneImpossibleScoreIsOutvoted() {
    ScoreSmoother smoother = smoother(0, 2, 0);
    smoother.speech(0, 3, 3, Synthetic.peak(Emotion.SAD, 1));
    Verdict verdict = null;
    for (int i = 1; i <= 8; i++) {
      verdict = smoother.speech(i, i + 3, 3, Synthetic.peak(Emotion.CALM, 0.9));
      assertThat(verdict.smoothed().toArray()).doesNotContain(Float.NaN);
    }
    assertThat(verdict.smoothed().probability(Emotion.CALM)).isGreaterThan(0.8f);
  }

  @Test
  void refusesTimeThatGoesBackwardsAndCarriesOn() {
    ScoreSmoother smoother = smoother(0.3, 2, 0.1);
    EmotionScores scores = Synthetic.peak(Emotion.SAD, 0.9);
    smoother.speech(0, 3, 3, scores);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> smoother.speech(0, 2.9, 2, scores))
        .withMessageContaining("2.9");
    assertThatIllegalArgumentException().isThrownBy(() -> smoother.noSpeech(0, 2.9));
    assertThatIllegalArgumentException().isThrownBy(() -> smoother.speech(0, 4, 0, scores));
    assertThat(smoother.speech(0, 3, 3, scores).emotion()).isEqualTo(Emotion.SAD);
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmootherSettings(0, 0.4, 2, 0.1))
        .withMessageContaining("temperature");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmootherSettings(1, 1.1, 2, 0.1))
        .withMessageContaining("unsure threshold");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmootherSettings(1, 0.4, 0, 0.1))
        .withMessageContaining("time constant");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmootherSettings(1, 0.4, 2, Double.NaN))
        .withMessageContaining("switch margin");
  }
}
