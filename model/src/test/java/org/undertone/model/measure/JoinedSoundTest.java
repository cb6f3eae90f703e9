// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.timeline.Verdict;

final class JoinedSoundTest {
  private static final int RATE = 16_000;

  @Test
  void findsTheRecordingOfAWindow() throws IOException {
    // Pause to 1 s, first to 3 s, pause to 4 s, second to 8 s, pause to 9 s.
    JoinedSound joined =
        JoinedSound.of(
            List.of(TestSounds.tone(200, 0.3, 2, RATE), TestSounds.tone(300, 0.3, 4, 8000)),
            RATE,
            new Random(1));
    assertThat(joined.sound().seconds()).isEqualTo(9);
    assertThat(joined.sound().rate()).isEqualTo(RATE);
    assertThat(joined.partOf(0, 0.9)).isEqualTo(-1);
    assertThat(joined.partOf(3.1, 3.9)).isEqualTo(-1);
    assertThat(joined.partOf(0, 3)).isZero();
    assertThat(joined.partOf(1.9, 4.9)).isZero();
    assertThat(joined.partOf(2.1, 5.1)).isEqualTo(1);
    assertThat(joined.partOf(6, 9)).isEqualTo(1);
    assertThat(joined.holdsOne(0.5, 3.5)).isTrue();
    assertThat(joined.holdsOne(2.1, 5.1)).isFalse();
    assertThat(joined.holdsOne(3, 6)).isTrue();
    assertThat(joined.holdsOne(0, 0.9)).isFalse();
  }

  @Test
  void whatIsJoinedStaysAsItWasButForAFaintNoise() throws IOException {
    Sound clip = TestSounds.tone(200, 0.3, 2, RATE);
    float[] joined = JoinedSound.of(List.of(clip, clip), RATE, new Random(1)).sound().samples();
    for (int i = 0; i < clip.samples().length; i++) {
      assertThat(joined[RATE + i]).isCloseTo(clip.samples()[i], within(2e-4f));
      assertThat(joined[4 * RATE + i]).isCloseTo(clip.samples()[i], within(2e-4f));
    }
  }

  @Test
  void pausesAreFaintButNeverSilent() throws IOException {
    Sound joined =
        JoinedSound.of(List.of(TestSounds.tone(200, 0.3, 2, RATE)), RATE, new Random(1)).sound();
    double speech = TestSounds.rms(joined, 1, 3);
    for (double from : new double[] {0, 0.5, 3, 3.5}) {
      double pause = TestSounds.rms(joined, from, from + 0.5);
      assertThat(20 * Math.log10(speech / pause)).isCloseTo(30, within(3.0));
    }
    Sound silent =
        JoinedSound.of(List.of(new Sound(new float[RATE], RATE)), RATE, new Random(1)).sound();
    assertThat(TestSounds.rms(silent, 0, 0.5)).isBetween(1e-5, 1e-4);
  }

  @Test
  void pausesAreNoSpeechToTheGate() throws IOException {
    List<Sound> clips = new ArrayList<>();
    for (String name : new String[] {"03-01-02-01-01-01-01.flac", "03-01-05-02-01-01-01.flac"}) {
      clips.add(TestSounds.recording("ravdess_speech", name));
    }
    JoinedSound joined = JoinedSound.of(clips, RATE, new Random(1));
    boolean[] speech =
        SpeechPart.of(joined.sound(), EmotionRecognizer.builtInModel().spec().mfcc());
    int heard = 0;
    for (int i = 0; i < RATE; i++) {
      heard += speech[i] ? 1 : 0;
    }
    int second = (int) ((1 + clips.get(0).seconds()) * RATE);
    for (int i = second; i < second + RATE; i++) {
      heard += speech[i] ? 1 : 0;
    }
    // A frame reaches a little over the border.
    assertThat(heard).as("samples of two seconds of pauses").isLessThan(RATE / 20);
  }

  /** Digits are cut to the voice, so there is no pause in them to take the noise from. */
  @Test
  void pausesBetweenDigitsAreNoSpeechEither() throws IOException {
    List<Sound> digits = new ArrayList<>();
    for (String name : new String[] {"fsdd_0_george_0.flac", "fsdd_0_jackson_1.flac"}) {
      digits.add(TestSounds.recording("neutral_speech", name));
    }
    JoinedSound joined = JoinedSound.of(digits, RATE, new Random(1));
    boolean[] speech =
        SpeechPart.of(joined.sound(), EmotionRecognizer.builtInModel().spec().mfcc());
    int heard = 0;
    int end = (int) ((1 + digits.get(0).seconds()) * RATE);
    // The gate holds on for 0.2 s after a word.
    for (int i = end + RATE * 3 / 10; i < end + RATE * 19 / 20; i++) {
      heard += speech[i] ? 1 : 0;
    }
    assertThat(heard).as("samples of a pause").isZero();
  }

  @Test
  void liveVerdictsCoverTheStream() throws IOException {
    Sound clip = TestSounds.recording("ravdess_speech", "03-01-05-02-01-01-01.flac");
    Sound stream = JoinedSound.of(List.of(clip, clip, clip), RATE, new Random(1)).sound();
    try (EmotionClassifier classifier = new TfliteClassifier(EmotionRecognizer.builtInModel())) {
      List<Verdict> verdicts = LiveRun.verdicts(classifier, stream, true);
      assertThat(verdicts.get(verdicts.size() - 1).endSeconds()).isEqualTo(stream.seconds());
      assertThat(verdicts).anyMatch(Verdict::isSpeech).anyMatch(verdict -> !verdict.isSpeech());
    }
  }
}
