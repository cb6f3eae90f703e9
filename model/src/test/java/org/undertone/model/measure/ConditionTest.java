// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undertone.model.EmotionRecognizer;
import org.undertone.ser.TestData;
import org.undertone.ser.feature.MfccSpec;

final class ConditionTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"100, -40", "200, -30", "3700, -30", "3900, -40"})
  void phoneBandTakesOutWhatNoTelephoneCarries(double hertz, double atMostDb) throws IOException {
    assertThat(phoneGainDb(hertz)).isLessThan(atMostDb);
  }

  @ParameterizedTest
  @CsvSource({"400", "1000", "2000", "3200"})
  void phoneBandLeavesTheRest(double hertz) throws IOException {
    assertThat(phoneGainDb(hertz)).isCloseTo(0, within(0.2));
  }

  private static double phoneGainDb(double hertz) throws IOException {
    Sound heard = PhoneBand.of(TestSounds.tone(hertz, 0.5, 1, 16_000));
    assertThat(heard.rate()).isEqualTo(8000);
    assertThat(heard.seconds()).isEqualTo(1);
    return 20 * Math.log10(TestSounds.rms(heard, 0.2, 0.8) / (0.5 / Math.sqrt(2)));
  }

  @Test
  void phoneBandDoesNotDelay() throws IOException {
    float[] heard = PhoneBand.of(TestSounds.tone(1000, 0.5, 1, 16_000)).samples();
    float[] tone = TestSounds.tone(1000, 0.5, 1, 8000).samples();
    for (int i = 2000; i < 2100; i++) {
      assertThat(heard[i]).isCloseTo(tone[i], within(0.01f));
    }
  }

  @Test
  void gainClipsAsAMicrophoneDoes() {
    Sound loud = Condition.gain(TestSounds.tone(200, 0.5, 1, 16_000), 20);
    float most = 0;
    float least = 0;
    for (float sample : loud.samples()) {
      most = Math.max(most, sample);
      least = Math.min(least, sample);
    }
    assertThat(most).isEqualTo(32767f / 32768);
    assertThat(least).isEqualTo(-1);
    Sound quiet = Condition.gain(TestSounds.tone(200, 0.5, 1, 16_000), -20);
    assertThat(TestSounds.rms(quiet, 0, 1)).isCloseTo(0.05 / Math.sqrt(2), within(1e-4));
  }

  @Test
  void coarseStepsOf16BitsRemain() {
    Sound faint = Condition.gain(TestSounds.tone(200, 0.0005, 1, 16_000), -20);
    for (float sample : faint.samples()) {
      assertThat(sample * 32768).isBetween(-2f, 2f).isEqualTo(Math.round(sample * 32768));
    }
  }

  @Test
  void namesEveryConditionOnceAndBeginsWithTheCleanClip() throws IOException {
    assertThat(Condition.all(null, 1))
        .extracting(Condition::name)
        .containsExactly(
            "clean", "phone band, 8 kHz", "gain -20 dB", "gain +20 dB", "first 0.5 s cut off");
    Noises noises = Noises.read(TestData.corpus("noise"), 16_000);
    assertThat(Condition.all(noises, 1)).hasSize(17).doesNotHaveDuplicates();
    // "train" and "rainbow" are no rain: three of the kind itself, and three of esc10.
    assertThat(noises.count("rain")).isEqualTo(6);
    assertThat(noises.count("road")).isEqualTo(3);
    assertThat(noises.count("crowd")).isEqualTo(3);
  }

  @Test
  void addsTheSameNoiseAtEveryRatio() throws IOException {
    Noises noises = Noises.read(TestData.corpus("noise"), 16_000);
    Sound clip = TestSounds.recording("ravdess_speech", "03-01-02-01-01-01-01.flac");
    MfccSpec spec = EmotionRecognizer.builtInModel().spec().mfcc();
    float[][] added = new float[2][];
    int next = 0;
    for (Condition condition : Condition.all(noises, 1)) {
      if (condition.name().equals("road, 20 dB") || condition.name().equals("road, 0 dB")) {
        float[] mixed =
            condition.change().apply(new ClipSound("a clip", clip, spec)).samples().clone();
        for (int i = 0; i < mixed.length; i++) {
          mixed[i] -= clip.samples()[i];
        }
        added[next++] = mixed;
      }
    }
    for (int i = 0; i < added[0].length; i += 100) {
      assertThat(added[1][i]).isCloseTo(10 * added[0][i], within(1e-5f));
    }
  }

  @Test
  void cutsTheStartOff() throws IOException {
    Condition cut = Condition.all(null, 1).get(4);
    Sound clip = TestSounds.tone(200, 0.5, 2, 16_000);
    Sound rest = cut.change().apply(new ClipSound("a clip", clip, null));
    assertThat(rest.seconds()).isEqualTo(1.5);
    assertThat(rest.samples()[0]).isEqualTo(clip.samples()[8000]);
  }

  @Test
  void saysWhatAFolderOfNoisesLacks() throws IOException {
    assertThatThrownBy(() -> Noises.read(folder, 16_000)).hasMessageContaining("manifest.csv");
    Path list = folder.resolve("manifest.csv");
    Files.writeString(list, "file,kind\na.wav,road\n");
    assertThatThrownBy(() -> Noises.read(folder, 16_000)).hasMessageContaining("lacks the column");
    Files.writeString(list, "file,category\na.wav,fan\n");
    assertThatThrownBy(() -> Noises.read(folder, 16_000)).hasMessageContaining("category road");
  }
}
