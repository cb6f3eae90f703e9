// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.model.train.SyntheticCorpus;
import org.undertone.ser.EmotionPipeline;
import org.undertone.ser.PipelineSettings;
import org.undertone.ser.SampleRecording;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.audio.WavReader;
import org.undertone.ser.infer.VoiceProfile;

/** How the built-in model hears a recording of a person whose profile there is. */
final class KnownVoiceTest {
  private static final int[] RATES = {16_000, 14_400, 17_600};

  @TempDir private static Path folder;
  private static TfliteClassifier classifier;
  private static EmotionRecognizer recognizer;
  private static byte[] sample;

  @BeforeAll
  static void load() throws IOException {
    classifier = new TfliteClassifier(EmotionRecognizer.builtInModel());
    recognizer = EmotionRecognizer.of(classifier);
    sample = SampleRecording.wav();
  }

  @AfterAll
  static void close() {
    recognizer.close();
  }

  /** The same samples at another rate are the recording at another speed. */
  @Test
  void isTheMeanOfThreeSpeeds() throws IOException {
    MeanScores mean = new MeanScores();
    for (int rate : RATES) {
      mean.add(1, recognizer.classify(new Played(rate, Long.MAX_VALUE)).scores());
    }
    Recognition heard = recognizer.classify(played(), profile(), false);
    Recognition once = recognizer.classify(played());
    assertThat(heard.scores()).isEqualTo(mean.scores()).isNotEqualTo(once.scores());
    assertThat(heard.verdicts()).isEqualTo(once.verdicts());
    assertThat(heard.segments()).isEqualTo(once.segments());
    assertThat(heard.durationSeconds()).isEqualTo(once.durationSeconds());
  }

  /** What is said counts once in the profile, and what was learnt is the mean of what each speed taught. */
  @Test
  void learnsTheMeanOfThreeSpeeds() throws IOException {
    VoiceProfile expected = profile();
    long frames = 0;
    for (int rate : RATES) {
      VoiceProfile own = profile();
      EmotionPipeline pipeline =
          new EmotionPipeline(
              classifier,
              PipelineSettings.recording(classifier.spec()).withLearnVoice(true),
              own,
              rate,
              verdict -> {});
      float[] block = new float[1000];
      AudioSource source = played();
      for (int read; (read = source.read(block, 0, block.length)) >= 0; ) {
        pipeline.accept(block, 0, read);
      }
      pipeline.finish();
      expected.addAll(own);
      frames += own.frames();
    }
    VoiceProfile taught = profile();
    Recognition first = recognizer.classify(played(), taught, true);
    assertThat(taught.frames()).isPositive().isEqualTo(Math.round(frames / 3.0));
    assertThat(taught.frames() * recognizer.spec().mfcc().hopSeconds())
        .isLessThan(first.durationSeconds() * 1.1);
    assertThat(taught.toJson().get("mean_answer")).isEqualTo(expected.toJson().get("mean_answer"));
    // The same sound, but no longer a stranger's.
    assertThat(recognizer.classify(played(), taught, false).scores()).isNotEqualTo(first.scores());
  }

  @Test
  void learnsNothingUnlessItIsTold() throws IOException {
    VoiceProfile profile = profile();
    recognizer.classify(played(), profile, false);
    assertThat(profile.toJson()).isEqualTo(profile().toJson());
  }

  @Test
  void learnsNothingOfARecordingThatBreaksOff() throws IOException {
    VoiceProfile profile = profile();
    assertThatIOException()
        .isThrownBy(() -> recognizer.classify(new Played(16_000, 100_000), profile, true))
        .withMessage("the disk is gone");
    assertThat(profile.toJson()).isEqualTo(profile().toJson());
  }

  /** Rates that cannot be played faster or slower, and one that no filter would be made for. */
  @ParameterizedTest
  @ValueSource(ints = {4_000, 44_101, 384_000})
  void takesEveryRateThatAStrangersRecordingMayHave(int rate) throws IOException {
    Recognition once = recognizer.classify(new Played(rate, Long.MAX_VALUE));
    Recognition heard = recognizer.classify(new Played(rate, Long.MAX_VALUE), profile(), true);
    assertThat(heard.isSpeech()).isEqualTo(once.isSpeech());
    assertThat(heard.verdicts()).isEqualTo(once.verdicts());
  }

  @Test
  void silenceHasNoEmotionAndTeachesNothing() throws IOException {
    VoiceProfile profile = profile();
    Path file = SyntheticCorpus.wav(folder.resolve("silence.wav"), new float[40_000]);
    try (AudioSource silence = AudioFiles.open(file)) {
      Recognition heard = recognizer.classify(silence, profile, true);
      assertThat(heard.isSpeech()).isFalse();
      assertThat(heard.durationSeconds()).isEqualTo(2.5);
    }
    assertThat(profile.frames()).isZero();
  }

  @Test
  void aProfileOfAnotherModelIsRefused() throws IOException {
    VoiceProfile other = new VoiceProfile(recognizer.spec().derived("other", "{\"seed\": 77}"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recognizer.classify(played(), other, true))
        .withMessageContaining("another model");
  }

  private static VoiceProfile profile() {
    return new VoiceProfile(recognizer.spec());
  }

  private static AudioSource played() throws IOException {
    return new Played(16_000, Long.MAX_VALUE);
  }

  /** The sample's samples, said to have been taken at a rate; fails after some of them. */
  private static final class Played implements AudioSource {
    private final WavReader samples = new WavReader(new ByteArrayInputStream(sample));
    private final int rate;
    private final long whole;
    private long read;

    Played(int rate, long whole) throws IOException {
      this.rate = rate;
      this.whole = whole;
    }

    @Override
    public int sampleRate() {
      return rate;
    }

    @Override
    public int read(float[] block, int offset, int length) throws IOException {
      int taken = samples.read(block, offset, length);
      read += Math.max(0, taken);
      if (read > whole) {
        throw new IOException("the disk is gone");
      }
      return taken;
    }

    @Override
    public void close() throws IOException {
      samples.close();
    }
  }
}
