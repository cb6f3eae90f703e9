// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.corpus.Channel;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpora;
import org.undertone.model.corpus.Progress;
import org.undertone.model.corpus.Sex;
import org.undertone.model.evaluate.Prediction;
import org.undertone.model.evaluate.Results;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.TestData;
import org.undertone.ser.timeline.Verdict;

final class StreamsTest {
  private static final int EVERY = 3;

  @Test
  void hearsEveryClipOfTwoSpeakersWithTheRightLabel() throws IOException {
    List<Clip> all = Corpora.open(TestData.corpus("ravdess_speech")).clips();
    List<Clip> clips =
        all.stream()
            .filter(clip -> List.of("ravdess_01", "ravdess_02").contains(clip.speaker()))
            .filter(clip -> all.indexOf(clip) / 24 % EVERY == 0)
            .toList();
    try (Judges judges = new Judges(Models.of(EmotionRecognizer.builtInModel()), 2)) {
      List<LiveWindow> windows = Streams.run(judges, clips, true, 1, Progress.NONE);
      assertThat(windows.stream().map(LiveWindow::clip).collect(Collectors.toSet()))
          .containsExactlyInAnyOrderElementsOf(clips);
      List<Prediction> alone =
          Streams.only(windows, LiveWindow::alone).stream()
              .filter(window -> window.verdict().isSpeech())
              .map(LiveWindow::raw)
              .toList();
      // The model has learnt these clips: were a window given to its neighbour, this would be
      // chance.
      assertThat(new Results(alone).confusion().weightedAccuracy()).isGreaterThan(0.8);
      assertThat(Streams.run(judges, clips, true, 1, Progress.NONE)).isEqualTo(windows);
      assertThat(Streams.run(judges, clips, false, 1, Progress.NONE)).isNotEqualTo(windows);
    }
  }

  @Test
  void aClipIsTheMeanOfItsWindows() {
    Clip clip = clip("a");
    List<Prediction> clips =
        Streams.perClip(
            List.of(
                window(clip, 0, scores(0.9f)),
                window(clip, 1, scores(0.3f)),
                window(clip, 2, null),
                window(clip("b"), 3, null)));
    assertThat(clips).hasSize(2);
    assertThat(clips.get(0).scores().probability(Emotion.ANGRY)).isCloseTo(0.6f, within(1e-6f));
    assertThat(clips.get(1).scores()).isNull();
  }

  private static LiveWindow window(Clip clip, double start, EmotionScores scores) {
    Verdict verdict =
        scores == null
            ? Verdict.noSpeech(start, start + 3, 0)
            : new Verdict(start, start + 3, Verdict.State.UNSURE, null, scores, scores, 2);
    return new LiveWindow(clip, true, 1, verdict);
  }

  private static EmotionScores scores(float angry) {
    return EmotionScores.of(0, 0, 0, 1 - angry, angry, 0, 0, 0);
  }

  private static Clip clip(String file) {
    return new Clip(
        "test",
        file,
        "somebody",
        Sex.UNKNOWN,
        Emotion.ANGRY,
        "",
        "",
        "",
        Channel.SPEECH,
        () -> {
          throw new AssertionError("not to be opened");
        });
  }
}
