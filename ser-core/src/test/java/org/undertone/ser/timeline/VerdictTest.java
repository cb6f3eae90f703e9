// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

class VerdictTest {
  private static final EmotionScores SCORES = Synthetic.peak(Emotion.SAD, 0.9);

  @Test
  void hasNoScoresWithoutSpeech() {
    Verdict verdict = Verdict.noSpeech(1, 4, 0.4);

    assertThat(verdict.isSpeech()).isFalse();
    assertThat(verdict.raw()).isNull();
    assertThat(verdict.smoothed()).isNull();
    assertThat(verdict.emotion()).isNull();
    assertThat(verdict.speechSeconds()).isEqualTo(0.4);
  }

  @Test
  void refusesWhatContradictsItself() {
    assertThatIllegalArgumentException().isThrownBy(() -> Verdict.noSpeech(2, 2, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Verdict.noSpeech(-1, 2, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Verdict.noSpeech(0, Double.NaN, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Verdict.noSpeech(0, 3, 3.5))
        .withMessageContaining("3.5 s of speech in a window of 3.0 s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Verdict(0, 3, Verdict.State.EMOTION, Emotion.SAD, SCORES, null, 2))
        .withMessageContaining("scores");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Verdict(0, 3, Verdict.State.EMOTION, null, SCORES, SCORES, 2))
        .withMessageContaining("emotion");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Verdict(0, 3, Verdict.State.UNSURE, null, SCORES, SCORES, 0))
        .withMessageContaining("without any speech");
  }
}
