// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.model.EmotionRecognizer;
import org.undertone.ser.feature.MfccSpec;
import org.undertone.ser.infer.ModelSpec;

final class NoiseMixTest {
  private static final String CALM = "03-01-02-01-01-01-01.flac";
  private static final String ANGRY = "03-01-05-02-01-01-01.flac";

  @ParameterizedTest
  @ValueSource(ints = {20, 10, 5, 0})
  void speechPartHasTheRatioAskedFor(int snrDb) throws IOException {
    Sound clip = TestSounds.recording("ravdess_speech", CALM);
    Sound noise = TestSounds.recording("noise", "moodist_road.flac");
    boolean[] speech = SpeechPart.of(clip, features());
    Sound mixed = NoiseMix.mix(clip, speech, noise, snrDb, new Random(5));
    double clipEnergy = 0;
    double noiseEnergy = 0;
    for (int i = 0; i < speech.length; i++) {
      if (speech[i]) {
        double added = (double) mixed.samples()[i] - clip.samples()[i];
        noiseEnergy += added * added;
        clipEnergy += (double) clip.samples()[i] * clip.samples()[i];
      }
    }
    assertThat(10 * Math.log10(clipEnergy / noiseEnergy)).isCloseTo(snrDb, within(0.01));
  }

  @Test
  void pausesDoNotCount() throws IOException {
    Sound clip = TestSounds.recording("ravdess_speech", CALM);
    boolean[] speech = SpeechPart.of(clip, features());
    int count = 0;
    for (boolean one : speech) {
      count += one ? 1 : 0;
    }
    // A clip of 3.5 s, more than half of it before and after the sentence.
    assertThat((double) count / clip.rate()).isBetween(0.5, clip.seconds() - 0.8);
    boolean[] all = new boolean[speech.length];
    Arrays.fill(all, true);
    assertThat(SpeechPart.meanSquare(clip.samples(), speech))
        .isGreaterThan(1.3 * SpeechPart.meanSquare(clip.samples(), all));
  }

  @Test
  void silenceIsAllSpeechForWantOfBetter() throws IOException {
    boolean[] speech = SpeechPart.of(new Sound(new float[16_000], 16_000), features());
    assertThat(speech).containsOnly(true);
  }

  @Test
  void loudSumsAreTurnedDownInsteadOfClipped() throws IOException {
    Sound clip = Condition.gain(TestSounds.recording("ravdess_speech", ANGRY), 6);
    Sound noise = TestSounds.recording("noise", "moodist_road.flac");
    boolean[] speech = SpeechPart.of(clip, features());
    Sound mixed = NoiseMix.mix(clip, speech, noise, -10, new Random(5));
    int atTheTop = 0;
    for (float sample : mixed.samples()) {
      assertThat(Math.abs(sample)).isLessThanOrEqualTo(1);
      atTheTop += Math.abs(sample) > 0.9999f ? 1 : 0;
    }
    assertThat(atTheTop).isEqualTo(1);
  }

  @Test
  void seedDrawsWhereTheNoiseStarts() throws IOException {
    Sound clip = TestSounds.recording("ravdess_speech", CALM);
    Sound noise = TestSounds.recording("noise", "esc10_rain_1-17367-A.flac");
    boolean[] speech = SpeechPart.of(clip, features());
    float[] once = NoiseMix.mix(clip, speech, noise, 10, new Random(1)).samples();
    assertThat(NoiseMix.mix(clip, speech, noise, 10, new Random(1)).samples()).isEqualTo(once);
    assertThat(NoiseMix.mix(clip, speech, noise, 10, new Random(2)).samples()).isNotEqualTo(once);
  }

  @Test
  void refusesNoiseOfAnotherRate() {
    Sound clip = TestSounds.tone(200, 0.1, 1, 16_000);
    Sound noise = TestSounds.tone(200, 0.1, 1, 8000);
    assertThatThrownBy(() -> NoiseMix.mix(clip, new boolean[16_000], noise, 0, new Random(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MfccSpec features() throws IOException {
    ModelSpec spec = EmotionRecognizer.builtInModel().spec();
    return spec.mfcc();
  }
}
