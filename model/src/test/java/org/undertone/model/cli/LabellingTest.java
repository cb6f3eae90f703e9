// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.undertone.model.Recognition;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.LabelScheme;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

final class LabellingTest {
  private static final EmotionScores ANGRY = EmotionScores.of(0.1f, 0, 0, 0, 0.6f, 0.3f, 0, 0);
  private static final EmotionScores FEARFUL = EmotionScores.of(0.1f, 0, 0, 0, 0.4f, 0.5f, 0, 0);
  private static final EmotionScores MIXED = EmotionScores.of(0.25f, 0, 0, 0.35f, 0.2f, 0.2f, 0, 0);

  private static final Segment FIRST = segment(0, 3, Emotion.ANGRY, ANGRY);
  private static final Segment SECOND = segment(3, 4, Emotion.FEARFUL, FEARFUL);
  private static final Segment QUIET = new Segment(4, 5, Verdict.State.NO_SPEECH, null, null, 1);

  private static Segment segment(double start, double end, Emotion emotion, EmotionScores scores) {
    return new Segment(start, end, Verdict.State.EMOTION, emotion, scores, 1);
  }

  @Test
  void neighboursThatShareALabelBecomeOne() {
    Labelling three = new Labelling(LabelScheme.THREE, 0.5);
    List<Stretch> timeline = three.timeline(List.of(FIRST, SECOND, QUIET));
    assertThat(timeline).hasSize(2);
    assertThat(timeline.get(0).endSeconds()).isEqualTo(4);
    assertThat(timeline.get(0).heard().label()).isEqualTo("tense");
    assertThat(timeline.get(0).heard().probability()).isCloseTo(0.9, within(1e-6));
    assertThat(timeline.get(1).heard()).isEqualTo(Heard.NOTHING);
  }

  @Test
  void eightLabelsKeepWhatThePipelineChose() {
    Labelling eight = new Labelling(LabelScheme.EIGHT, 0.5);
    // Held on to although another emotion is now a little more probable.
    Verdict held = new Verdict(0, 3, Verdict.State.EMOTION, Emotion.ANGRY, FEARFUL, FEARFUL, 2);
    assertThat(eight.window(held).label()).isEqualTo("angry");
    assertThat(eight.window(held).probability()).isCloseTo(0.4, within(1e-6));
    assertThat(eight.timeline(List.of(FIRST, SECOND, QUIET))).hasSize(3);
  }

  @Test
  void windowBelowTheThresholdIsUnsureButARecordingHasItsBestLabel() {
    Labelling three = new Labelling(LabelScheme.THREE, 0.5);
    Verdict verdict = new Verdict(0, 3, Verdict.State.UNSURE, null, MIXED, MIXED, 2);
    assertThat(three.window(verdict).label()).isEqualTo("unsure");
    assertThat(three.window(verdict).scores()).hasSize(3);
    Heard whole = three.recording(new Recognition(3, false, MIXED, List.of(verdict), List.of()));
    assertThat(whole.label()).isEqualTo("tense");
    assertThat(three.isUnsure(whole)).isTrue();
  }
}
