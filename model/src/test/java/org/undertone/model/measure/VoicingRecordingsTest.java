// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.TestData;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.timeline.Verdict;

/** The demand for a voice on real recordings: of windows with enough speech, how many get a verdict. */
final class VoicingRecordingsTest {
  private static final int EVERY = 40;

  @ParameterizedTest
  @ValueSource(strings = {"ravdess_speech", "nemo", "tess", "ased"})
  void hearsAVoiceInSpeech(String corpus) throws IOException {
    List<Sound> sounds = new ArrayList<>();
    List<Path> files = flacs(corpus);
    for (int i = 0; i < files.size(); i += EVERY) {
      sounds.add(read(files.get(i)));
    }
    assertThat(shareWithVerdict(corpus, sounds)).isGreaterThan(0.98);
  }

  @ParameterizedTest
  @CsvSource({"road, 10, 0.9", "crowd, 10, 0.9", "rain, 10, 0.9", "road, 5, 0.75"})
  void hearsItInNoise(String kind, double snrDb, double least) throws IOException {
    ModelFile model = EmotionRecognizer.builtInModel();
    Noises noises = Noises.read(TestData.corpus("noise"), model.spec().mfcc().sampleRate());
    Random random = new Random(1);
    List<Path> files = flacs("ravdess_speech");
    List<Sound> sounds = new ArrayList<>();
    for (int i = 0; i < files.size(); i += EVERY) {
      Sound clip = read(files.get(i));
      boolean[] speech = SpeechPart.of(clip, model.spec().mfcc());
      sounds.add(NoiseMix.mix(clip, speech, noises.draw(kind, random), snrDb, random));
    }
    assertThat(shareWithVerdict(kind + " at " + snrDb + " dB", sounds)).isGreaterThan(least);
  }

  /** A dog barks with a voice, too; a rooster and a baby all the more. */
  @ParameterizedTest
  @CsvSource({"clock tick, 0.35", "fire crackling, 0.1", "impulse, 0.35"})
  void hearsNoneInTicksAndKnocks(String category, double most) throws IOException {
    List<Sound> sounds = new ArrayList<>();
    for (RecordingList.Entry entry : RecordingList.read(TestData.corpus("noise"))) {
      if (entry.category().endsWith(category)) {
        sounds.add(entry.read());
      }
    }
    assertThat(shareWithVerdict(category, sounds)).isLessThan(most);
  }

  @Test
  void theGateAloneWouldLetThemPass() throws IOException {
    ModelFile model = EmotionRecognizer.builtInModel();
    Sound clock = TestSounds.recording("noise", "esc10_clock_tick_1-21934-A.flac");
    List<Verdict> verdicts = verdicts(model, clock);
    assertThat(verdicts)
        .anyMatch(verdict -> verdict.speechSeconds() >= model.spec().minSpeechSeconds());
  }

  private static double shareWithVerdict(String name, List<Sound> sounds) throws IOException {
    ModelFile model = EmotionRecognizer.builtInModel();
    int enough = 0;
    int judged = 0;
    for (Sound sound : sounds) {
      for (Verdict verdict : verdicts(model, sound)) {
        enough += verdict.speechSeconds() >= model.spec().minSpeechSeconds() ? 1 : 0;
        judged += verdict.isSpeech() ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d of %d windows with enough speech have a voice%n",
        name,
        judged,
        enough);
    assertThat(enough).isGreaterThan(5);
    return (double) judged / enough;
  }

  private static List<Verdict> verdicts(ModelFile model, Sound sound) throws IOException {
    try (TfliteClassifier classifier = new TfliteClassifier(model)) {
      return LiveRun.verdicts(classifier, sound, false);
    }
  }

  private static Sound read(Path file) throws IOException {
    try (AudioSource source = AudioFiles.open(file)) {
      return Sound.read(source);
    }
  }

  private static List<Path> flacs(String corpus) throws IOException {
    try (Stream<Path> files = Files.walk(TestData.corpus(corpus))) {
      return files.filter(file -> file.toString().endsWith(".flac")).sorted().toList();
    }
  }
}
