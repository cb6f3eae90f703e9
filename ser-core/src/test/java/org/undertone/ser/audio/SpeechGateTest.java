// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.ser.SampleRecording;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.feature.Frames;
import org.undertone.ser.feature.MfccSpec;

final class SpeechGateTest {
  private static final int RATE = 16_000;
  private static final MfccSpec SPEC = MfccSpec.of(RATE, 512, 160, 40, 20);

  static List<Voice> voices() {
    return List.of(Voice.CALM, Voice.AGITATED, Voice.LOW);
  }

  @Test
  void digitalSilenceIsNoSpeech() {
    assertThat(decisions(new float[10 * RATE])).doesNotContain(true);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 0.3})
  void steadyNoiseIsNoSpeechAtAnyLevel(double rms) {
    assertThat(decisions(new SyntheticSpeech(RATE, 3).noise(rms, 20))).doesNotContain(true);
  }

  @Test
  void aHumIsNoSpeech() {
    float[] hum = new float[10 * RATE];
    for (int i = 0; i < hum.length; i++) {
      double t = (double) i / RATE;
      hum[i] =
          (float) (0.1 * Math.sin(2 * Math.PI * 100 * t) + 0.05 * Math.sin(2 * Math.PI * 300 * t));
    }
    // At the end the tone breaks off.
    assertThat(decisions(hum).subList(0, 990)).doesNotContain(true);
  }

  @ParameterizedTest
  @MethodSource("voices")
  void mostOfSpeechIsSpeech(Voice voice) {
    // 83 % of low, 96 % of calm and 99 % of agitated speech, breaths between words included.
    assertThat(share(decisions(speech(voice, 10)))).isGreaterThan(0.75);
  }

  @ParameterizedTest
  @MethodSource("voices")
  void theGainOfTheMicrophoneDoesNotMatter(Voice voice) {
    float[] speech = speech(voice, 10);
    List<Boolean> decisions = decisions(speech);
    for (double gainDb : new double[] {-30, -20, -10, -6, -3}) {
      assertThat(decisions(SyntheticSpeech.amplified(speech, gainDb)))
          .as("%s dB", gainDb)
          .isEqualTo(decisions);
    }
  }

  /** The pauses then sink into what log-mel frames hold for digital silence. */
  @Test
  void atFortyDecibelsLessTheDecisionIsNearlyTheSame() {
    for (Voice voice : List.of(Voice.CALM, Voice.AGITATED)) {
      float[] speech = speech(voice, 10);
      List<Boolean> quiet = decisions(SyntheticSpeech.amplified(speech, -40));
      assertThat(agreement(quiet, decisions(speech))).as("%s", voice).isGreaterThan(0.97);
    }
  }

  /** As in a car: the rumble is as strong as the speech, but leaves most of its bands free. */
  @Test
  void aRumbleHidesLittleOfTheSpeech() {
    for (Voice voice : List.of(Voice.CALM, Voice.AGITATED)) {
      float[] speech = speech(voice, 10);
      float[] rumble = rumble(10, rms(speech));
      assertThat(decisions(rumble)).doesNotContain(true);
      List<Boolean> together = decisions(SyntheticSpeech.mix(speech, rumble));
      assertThat(agreement(together, decisions(speech))).as("%s", voice).isGreaterThan(0.8);
    }
  }

  /** Noise that falls by 12 dB per octave above 100 Hz. */
  private static float[] rumble(double seconds, double rms) {
    float[] noise = new SyntheticSpeech(RATE, 3).noise(1, seconds);
    double step = 1 - Math.exp(-2 * Math.PI * 100 / RATE);
    double once = 0;
    double twice = 0;
    for (int i = 0; i < noise.length; i++) {
      once += step * (noise[i] - once);
      twice += step * (once - twice);
      noise[i] = (float) twice;
    }
    return SyntheticSpeech.amplified(noise, 20 * Math.log10(rms / rms(noise)));
  }

  private static double rms(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / samples.length);
  }

  @Test
  void findsTheSpeechOfTheSampleRecording() {
    List<Boolean> decisions = decisions(SampleRecording.samples());
    assertThat(share(decisions.subList(0, 400))).isGreaterThan(0.85);
    // A pause begins with the hangover of 0.2 s and the smoothing of levels.
    assertThat(decisions.subList(435, 550)).doesNotContain(true);
    assertThat(share(decisions.subList(550, 1050))).isGreaterThan(0.9);
    assertThat(decisions.subList(1085, 1150)).doesNotContain(true);
    assertThat(share(decisions.subList(1150, 1450))).isGreaterThan(0.6);
  }

  /** A step of a steady noise is not told from a word at once, but is forgotten after a second. */
  @Test
  void aNoiseThatSetsInIsTakenForSpeechOnlyForAMoment() {
    SyntheticSpeech room = new SyntheticSpeech(RATE, 3);
    float[] step = SyntheticSpeech.concat(room.noise(0.001, 4), room.noise(0.05, 6));
    List<Boolean> decisions = decisions(step);
    assertThat(decisions.subList(0, 395)).doesNotContain(true);
    assertThat(decisions.subList(530, decisions.size())).doesNotContain(true);
  }

  @Test
  void resetForgetsEverything() {
    List<float[]> first = Frames.logMel(SPEC, speech(Voice.AGITATED, 3), RATE);
    List<float[]> second = Frames.logMel(SPEC, speech(Voice.LOW, 3), RATE);
    SpeechGate used = new SpeechGate(SPEC);
    first.forEach(used::accept);
    used.reset();
    SpeechGate fresh = new SpeechGate(SPEC);
    for (float[] frame : second) {
      assertThat(used.accept(frame)).isEqualTo(fresh.accept(frame));
    }
  }

  @Test
  void worksWithAnyBandsAndHops() {
    Random random = new Random(5);
    float[] speech = speech(Voice.AGITATED, 4);
    for (int trial = 0; trial < 30; trial++) {
      MfccSpec spec =
          MfccSpec.of(
              RATE, 256 + random.nextInt(800), 80 + random.nextInt(400), 1 + random.nextInt(80), 1);
      SpeechGate gate = new SpeechGate(spec);
      List<Boolean> decisions = new ArrayList<>();
      Frames.logMel(spec, speech, 5000).forEach(frame -> decisions.add(gate.accept(frame)));
      assertThat(share(decisions)).as("%s", spec).isCloseTo(0.9, Percentage.withPercentage(20));
    }
  }

  /** Speech in a room, whose noise lies 30 to 45 dB below it. */
  private static float[] speech(Voice voice, double seconds) {
    SyntheticSpeech speaker = new SyntheticSpeech(RATE, 10);
    return SyntheticSpeech.mix(speaker.speech(voice, seconds), speaker.noise(0.0005, seconds));
  }

  private static List<Boolean> decisions(float[] samples) {
    SpeechGate gate = new SpeechGate(SPEC);
    List<Boolean> decisions = new ArrayList<>();
    Frames.logMel(SPEC, samples, RATE).forEach(frame -> decisions.add(gate.accept(frame)));
    return decisions;
  }

  private static double share(List<Boolean> decisions) {
    return (double) decisions.stream().filter(speech -> speech).count() / decisions.size();
  }

  private static double agreement(List<Boolean> some, List<Boolean> others) {
    int same = 0;
    for (int i = 0; i < some.size(); i++) {
      same += some.get(i).equals(others.get(i)) ? 1 : 0;
    }
    return (double) same / some.size();
  }
}
