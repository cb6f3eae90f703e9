// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.audio.Resampler;
import org.undertone.ser.audio.SpeechGate;
import org.undertone.ser.feature.Frames;
import org.undertone.ser.feature.MfccSpec;
import org.undertone.ser.infer.Models;

final class FrontEndTest {
  private static final MfccSpec SPEC = Models.MFCC;

  /** A log-mel frame and what the gate said of it. */
  private record Frame(List<Float> logMel, boolean speech) {
    static Frame of(float[] logMel, boolean speech) {
      List<Float> values = new ArrayList<>();
      for (float value : logMel) {
        values.add(value);
      }
      return new Frame(values, speech);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 22_050, 44_100, 48_000})
  void isResamplingThenLogMelThenGateWhateverTheBlocks(int rate) {
    float[] samples = new SyntheticSpeech(rate, 4).speech(Voice.CALM, 1.7);
    List<Frame> expected = expected(samples, rate);
    assertThat(expected.stream().filter(Frame::speech)).hasSizeGreaterThan(50);
    for (int block : new int[] {1, 7, 160, 4096, samples.length}) {
      assertThat(frames(samples, rate, () -> block)).as("blocks of %d", block).isEqualTo(expected);
    }
    Random random = new Random(rate);
    assertThat(frames(samples, rate, () -> 1 + random.nextInt(3000))).isEqualTo(expected);
  }

  @Test
  void readsItsPartOfTheBlockOnly() {
    float[] samples = new SyntheticSpeech(16_000, 4).speech(Voice.CALM, 0.5);
    float[] padded = new float[samples.length + 50];
    Arrays.fill(padded, 0.7f);
    System.arraycopy(samples, 0, padded, 20, samples.length);
    List<Frame> frames = new ArrayList<>();
    FrontEnd frontEnd =
        new FrontEnd(SPEC, 16_000, (logMel, speech) -> frames.add(Frame.of(logMel, speech)));
    frontEnd.accept(padded, 20, samples.length);
    frontEnd.finish();
    assertThat(frames).isEqualTo(expected(samples, 16_000));
  }

  @Test
  void nothingInGivesNothingOut() {
    for (int rate : new int[] {8_000, 16_000, 44_100}) {
      assertThat(frames(new float[0], rate, () -> 1)).isEmpty();
    }
  }

  @Test
  void refusesARateThatNoMicrophoneHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FrontEnd(SPEC, 0, (logMel, speech) -> {}))
        .withMessageContaining("0 Hz");
  }

  private static List<Frame> frames(float[] samples, int rate, IntSupplier blocks) {
    List<Frame> frames = new ArrayList<>();
    FrontEnd frontEnd =
        new FrontEnd(SPEC, rate, (logMel, speech) -> frames.add(Frame.of(logMel, speech)));
    int at = 0;
    while (at < samples.length) {
      int length = Math.min(blocks.getAsInt(), samples.length - at);
      frontEnd.accept(samples, at, length);
      at += length;
    }
    frontEnd.finish();
    return frames;
  }

  private static List<Frame> expected(float[] samples, int rate) {
    Resampler resampler = new Resampler(rate, SPEC.sampleRate());
    List<float[]> parts = new ArrayList<>();
    resampler.accept(
        samples,
        0,
        samples.length,
        (s, from, n) -> parts.add(Arrays.copyOfRange(s, from, from + n)));
    resampler.finish((s, from, n) -> parts.add(Arrays.copyOfRange(s, from, from + n)));
    float[] resampled = SyntheticSpeech.concat(parts.toArray(new float[0][]));
    SpeechGate gate = new SpeechGate(SPEC);
    List<Frame> frames = new ArrayList<>();
    for (float[] logMel : Frames.logMel(SPEC, resampled, resampled.length)) {
      frames.add(Frame.of(logMel, gate.accept(logMel)));
    }
    return frames;
  }
}
