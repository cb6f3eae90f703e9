// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;

final class VoicingDetectorTest {
  private static final MfccSpec SPEC = MfccSpec.of(16_000, 512, 256, 64, 40);

  /** Feeds blocks, and asks for every frame as the extractor completes it. */
  private static List<Boolean> voiced(MfccSpec spec, float[] samples, IntSupplier blocks) {
    VoicingDetector detector = new VoicingDetector(spec);
    LogMelExtractor extractor = new LogMelExtractor(spec);
    List<Boolean> voiced = new ArrayList<>();
    FrameSink sink = logMel -> voiced.add(detector.isVoiced(voiced.size()));
    int at = 0;
    while (at < samples.length) {
      int length = Math.min(blocks.getAsInt(), samples.length - at);
      detector.accept(samples, at, length);
      extractor.accept(samples, at, length, sink);
      at += length;
    }
    extractor.finish(sink);
    return voiced;
  }

  private static List<Boolean> voiced(MfccSpec spec, float[] samples) {
    return voiced(spec, samples, () -> VoicingDetector.MAX_BLOCK);
  }

  private static float[] second(int rate, IntToDoubleFunction sample) {
    float[] samples = new float[rate];
    for (int i = 0; i < rate; i++) {
      samples[i] = (float) sample.applyAsDouble(i);
    }
    return samples;
  }

  private static double share(List<Boolean> voiced) {
    return voiced.stream().mapToInt(one -> one ? 1 : 0).average().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 22_050, 48_000})
  void findsWhatThePitchTrackerFindsAndALittleMore(int rate) {
    MfccSpec spec = MfccSpec.of(rate, 2048, 512, 64, 40);
    for (Voice voice : List.of(Voice.CALM, Voice.AGITATED, Voice.LOW)) {
      float[] speech = new SyntheticSpeech(rate, 5).speech(voice, 6);
      speech =
          SyntheticSpeech.mix(
              speech, new SyntheticSpeech(rate, 6).noise(1e-3, (double) speech.length / rate));
      List<Boolean> expected = new ArrayList<>();
      FrameSink sink = pitch -> expected.add(pitch[0] > 0);
      PitchTracker tracker = new PitchTracker(rate, 512);
      tracker.accept(speech, 0, speech.length, sink);
      tracker.finish(sink);
      List<Boolean> found = voiced(spec, speech);
      assertThat(found).hasSameSizeAs(expected);
      int both = 0;
      for (int i = 0; i < found.size(); i++) {
        both += found.get(i) && expected.get(i) ? 1 : 0;
      }
      assertThat((double) both / found.size()).isGreaterThan(0.97 * share(expected));
      assertThat(share(found)).isBetween(share(expected) - 0.01, share(expected) + 0.08);
    }
  }

  @ParameterizedTest
  @CsvSource({"70, 1", "120, 1", "400, 1", "900, 1", "50, 0", "1500, 0", "3000, 0"})
  void tonesOfAVoiceArePeriodic(double hertz, double expected) {
    float[] tone = second(16_000, i -> 0.3 * Math.sin(2 * Math.PI * hertz * i / 16_000));
    assertThat(share(voiced(SPEC, tone).subList(2, 58))).isEqualTo(expected);
  }

  @Test
  void neitherNoiseNorSilenceNorRoundingIsVoiced() {
    assertThat(share(voiced(SPEC, new SyntheticSpeech(16_000, 1).noise(0.1, 5)))).isLessThan(0.01);
    assertThat(share(voiced(SPEC, new float[16_000]))).isZero();
    assertThat(share(voiced(SPEC, second(16_000, i -> 0.4)))).isZero();
    float[] steps = second(16_000, i -> Math.sin(2 * Math.PI * 120 * i / 16_000) / 40_000);
    assertThat(share(voiced(SPEC, steps))).isZero();
  }

  @Test
  void anOffsetDoesNotHideAVoice() {
    float[] tone = second(16_000, i -> 0.5 + 0.01 * Math.sin(2 * Math.PI * 120 * i / 16_000));
    assertThat(share(voiced(SPEC, tone).subList(2, 58))).isEqualTo(1);
  }

  /** Frames shorter than two long periods, as long, longer; centred and not; with gaps between them. */
  @ParameterizedTest
  @CsvSource({
    "16000, 400, 160, true",
    "16000, 512, 256, true",
    "16000, 2048, 512, false",
    "8000, 256, 700, true",
    "22050, 512, 256, false"
  })
  void theBlocksDoNotChangeAnAnswer(int rate, int nFft, int hop, boolean center) {
    MfccSpec spec = new MfccSpec(rate, nFft, hop, 40, 20, 0, rate / 2.0, center);
    float[] speech = new SyntheticSpeech(rate, 9).speech(Voice.CALM, 2);
    List<Boolean> expected = voiced(spec, speech);
    assertThat(share(expected)).isBetween(0.2, 0.9);
    for (int block : new int[] {1, 7, 160}) {
      assertThat(voiced(spec, speech, () -> block)).as("blocks of %d", block).isEqualTo(expected);
    }
    Random random = new Random(rate);
    assertThat(voiced(spec, speech, () -> 1 + random.nextInt(VoicingDetector.MAX_BLOCK)))
        .isEqualTo(expected);
  }

  @Test
  void refusesMoreThanItKeeps() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VoicingDetector(SPEC).accept(new float[1025], 0, 1025))
        .withMessageContaining("1025 samples");
  }
}
