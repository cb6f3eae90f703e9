// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Progress;
import org.undertone.model.export.Precision;
import org.undertone.model.export.TfliteWriter;
import org.undertone.model.train.PreparedClips;
import org.undertone.model.train.Recipe;
import org.undertone.model.train.SyntheticCorpus;
import org.undertone.model.train.TinyRecipe;
import org.undertone.model.train.TrainedNetwork;
import org.undertone.model.train.Trainer;
import org.undertone.ser.Emotion;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

final class EmotionRecognizerTest {
  @TempDir private static Path folder;
  private static EmotionRecognizer recognizer;
  private static List<Clip> clips;
  private static Path twoMoods;

  @BeforeAll
  static void train() throws IOException {
    Recipe recipe = TinyRecipe.full().withEpochs(20);
    clips = SyntheticCorpus.clips(folder.resolve("corpus"), 3, 3);
    TrainedNetwork network =
        new Trainer(recipe, PreparedClips.prepare(recipe, clips, Progress.NONE), "{}", epoch -> {})
            .train(null);
    Path model =
        Files.write(
            folder.resolve("model.tflite"),
            TfliteWriter.write(network.toNetwork(), network.spec(), Precision.FLOAT16));
    recognizer = EmotionRecognizer.load(model);
    SyntheticSpeech synthesis = new SyntheticSpeech(16_000, 77);
    float[] sound =
        SyntheticSpeech.concat(
            synthesis.speech(Voice.CALM, 6), synthesis.speech(Voice.AGITATED, 6));
    twoMoods =
        SyntheticCorpus.wav(
            folder.resolve("two.wav"), SyntheticSpeech.mix(sound, synthesis.noise(0.0003, 12)));
  }

  @AfterAll
  static void close() {
    recognizer.close();
  }

  @Test
  void recognisesWhatItWasTrainedOn() throws IOException {
    int right = 0;
    for (Clip clip : clips) {
      try (AudioSource source = clip.open()) {
        Recognition heard = recognizer.classify(source);
        assertThat(heard.isSpeech()).isTrue();
        assertThat(heard.label()).isEqualTo(heard.emotion().orElseThrow().label());
        assertThat(heard.bestIndex()).isEqualTo(heard.emotion().orElseThrow().index());
        assertThat(heard.probability()).isEqualTo(heard.scores().bestProbability());
        right += heard.emotion().orElseThrow() == clip.emotion() ? 1 : 0;
      }
    }
    assertThat(right).as("of 27, chance is 9").isGreaterThanOrEqualTo(22);
  }

  @Test
  void timelineOfARecordingHasNoGaps() throws IOException {
    Recognition heard = recognizer.classify(twoMoods);
    assertThat(heard.durationSeconds()).isCloseTo(12, within(1e-9));
    double end = 0;
    for (Verdict verdict : heard.verdicts()) {
      assertThat(verdict.endSeconds()).isGreaterThan(end).isLessThanOrEqualTo(12);
      end = verdict.endSeconds();
    }
    assertThat(end).isEqualTo(12);
    double last = 0;
    for (Segment segment : heard.segments()) {
      assertThat(segment.startSeconds()).isEqualTo(last);
      last = segment.endSeconds();
    }
    assertThat(last).isEqualTo(12);
    assertThat(heard.verdicts().get(9).emotion()).isEqualTo(Emotion.NEUTRAL);
    assertThat(heard.verdicts().get(heard.verdicts().size() - 1).emotion())
        .isEqualTo(Emotion.ANGRY);
  }

  @Test
  void sameRecordingGetsTheSameAnswerAgain() throws IOException {
    Recognition first = recognizer.classify(twoMoods);
    recognizer.classify(clips.get(0).open());
    assertThat(recognizer.classify(twoMoods)).isEqualTo(first);
  }

  @Test
  void silenceHasNoEmotion() throws IOException {
    Path silence = SyntheticCorpus.wav(folder.resolve("silence.wav"), new float[40_000]);
    Recognition heard = recognizer.classify(silence);
    assertThat(heard.isSpeech()).isFalse();
    assertThat(heard.emotion()).isEmpty();
    assertThat(heard.label()).isEqualTo("no speech");
    assertThat(heard.bestIndex()).isEqualTo(-1);
    assertThat(heard.probability()).isZero();
    assertThat(heard.durationSeconds()).isEqualTo(2.5);
    assertThat(heard.verdicts()).isNotEmpty().noneMatch(Verdict::isSpeech);
  }

  @Test
  void emptyRecordingIsNoFailure() throws IOException {
    Path empty = SyntheticCorpus.wav(folder.resolve("empty.wav"));
    Recognition heard = recognizer.classify(empty);
    assertThat(heard.isSpeech()).isFalse();
    assertThat(heard.durationSeconds()).isZero();
    assertThat(heard.segments()).isEmpty();
  }

  @Test
  void saysWhichFileCannotBeRead() throws IOException {
    Path text = Files.writeString(folder.resolve("text.wav"), "not sound");
    assertThatThrownBy(() -> recognizer.classify(text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("text.wav");
    assertThatThrownBy(() -> EmotionRecognizer.load(text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("text.wav");
    assertThatThrownBy(() -> EmotionRecognizer.load(folder.resolve("gone.tflite")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gone.tflite");
  }

  @Test
  void builtInModelHearsSpeech() throws IOException {
    Assumptions.assumeTrue(
        EmotionRecognizer.class.getResource("undertone.tflite") != null,
        "skipped: no model is built in");
    try (EmotionRecognizer builtIn = EmotionRecognizer.load()) {
      Recognition heard = builtIn.classify(twoMoods);
      assertThat(heard.isSpeech()).isTrue();
      assertThat(heard.durationSeconds()).isCloseTo(12, within(1e-9));
      assertThat(builtIn.spec().labels()).containsExactly(Emotion.values());
    }
  }
}
