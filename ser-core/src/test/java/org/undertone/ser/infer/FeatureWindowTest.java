// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.feature.Frames;
import org.undertone.ser.feature.MfccSpec;

final class FeatureWindowTest {
  private static final MfccSpec SPEC = MfccSpec.of(16_000, 512, 160, 12, 5);
  private static final int CAPACITY = 9;
  private static final double FLOOR_DB = 40;
  private static final Offset<Float> ROUNDING = Offset.offset(1e-4f);

  @Test
  void agreesWithAPlainListOfFramesWhateverTheFill() {
    Random random = new Random(1);
    FeatureWindow window = new FeatureWindow(SPEC, CAPACITY);
    List<float[]> kept = new ArrayList<>();
    List<Boolean> speech = new ArrayList<>();
    float[] features = new float[CAPACITY * SPEC.nMfcc()];
    for (int added = 0; added < 5 * CAPACITY; added++) {
      float[] frame = frame(random);
      boolean isSpeech = random.nextInt(3) > 0;
      window.add(frame, isSpeech);
      kept.add(frame);
      speech.add(isSpeech);
      if (kept.size() > CAPACITY) {
        kept.remove(0);
        speech.remove(0);
      }
      assertThat(window.size()).isEqualTo(kept.size());
      assertThat(window.speechFrames()).isEqualTo((int) speech.stream().filter(s -> s).count());
      for (int i = 0; i < speech.size(); i++) {
        assertThat(window.isSpeech(i)).isEqualTo(speech.get(i));
      }
      window.features(FLOOR_DB, features);
      assertThat(features).containsExactly(expected(kept), ROUNDING);
    }
  }

  @Test
  void aPauseBeforeOrAfterTheSpeechDoesNotShow() {
    float[] pause = new float[SPEC.nMels()];
    Arrays.fill(pause, -150);
    float[] loud = new float[SPEC.nMels()];
    loud[3] = -20;
    float[] quiet = new float[SPEC.nMels()];
    Arrays.fill(quiet, 1 - (float) FLOOR_DB);
    List<float[]> speech = List.of(quiet, loud, pause, quiet);
    FeatureWindow window = new FeatureWindow(SPEC, CAPACITY);
    for (int i = 0; i < 2; i++) {
      window.add(pause, false);
    }
    speech.forEach(frame -> window.add(frame, true));
    window.add(pause, false);
    float[] features = new float[CAPACITY * SPEC.nMfcc()];
    window.features(FLOOR_DB, features);
    // A pause within the speech stays.
    assertThat(features).containsExactly(expected(speech), ROUNDING);
    assertThat(window.stretchStart()).isEqualTo(2);
    assertThat(window.stretchEnd()).isEqualTo(6);
    assertThat(window.row(3)).isEqualTo(1 + (CAPACITY - 4) / 2);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> window.row(1));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> window.row(6));
  }

  @Test
  void trainingMayPutTheStretchAnywhere() {
    FeatureWindow window = new FeatureWindow(SPEC, CAPACITY);
    window.add(frame(new Random(2)), true);
    float[] middle = new float[CAPACITY * SPEC.nMfcc()];
    window.features(FLOOR_DB, middle);
    for (int row = 0; row < CAPACITY; row++) {
      float[] features = new float[middle.length];
      window.features(FLOOR_DB, row / (CAPACITY - 1.0), features);
      assertThat(window.row(0)).isEqualTo(row);
      assertThat(Arrays.copyOfRange(features, row * SPEC.nMfcc(), (row + 1) * SPEC.nMfcc()))
          .containsExactly(
              Arrays.copyOfRange(
                  middle, CAPACITY / 2 * SPEC.nMfcc(), (CAPACITY / 2 + 1) * SPEC.nMfcc()));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-40, -20, -6, 14})
  void theGainOfTheMicrophoneDoesNotShow(double gainDb) {
    SyntheticSpeech speaker = new SyntheticSpeech(Models.MFCC.sampleRate(), 2);
    float[] speech = SyntheticSpeech.mix(speaker.speech(Voice.CALM, 2), speaker.noise(0.0005, 2));
    // With this floor, nothing meets the smallest energy of the log-mel frames at any of the gains.
    float[] features = features(speech, 40);
    assertThat(features(SyntheticSpeech.amplified(speech, gainDb), 40))
        .containsExactly(features, Offset.offset(2e-3f));
  }

  @Test
  void whatIsBelowTheFloorDoesNotShow() {
    float[] loud = new float[SPEC.nMels()];
    float[] quiet = new float[SPEC.nMels()];
    float[] quieter = new float[SPEC.nMels()];
    Arrays.fill(quiet, (float) -FLOOR_DB - 1);
    Arrays.fill(quieter, -90);
    FeatureWindow window = new FeatureWindow(SPEC, 3);
    float[] first = new float[3 * SPEC.nMfcc()];
    window.add(loud, true);
    window.add(quiet, false);
    window.add(loud, true);
    window.features(FLOOR_DB, first);
    float[] second = new float[3 * SPEC.nMfcc()];
    window.clear();
    window.add(loud, true);
    window.add(quieter, false);
    window.add(loud, true);
    window.features(FLOOR_DB, second);
    assertThat(second).isEqualTo(first);
    // The first coefficient of a flat frame is its level times the root of the number of bands.
    assertThat(first[SPEC.nMfcc()])
        .isCloseTo((float) (-FLOOR_DB * Math.sqrt(SPEC.nMels())), Offset.offset(1e-3f));
  }

  @Test
  void anEmptyWindowHasNoFeatures() {
    FeatureWindow window = new FeatureWindow(SPEC, CAPACITY);
    float[] features = new float[CAPACITY * SPEC.nMfcc()];
    assertThatIllegalStateException().isThrownBy(() -> window.features(FLOOR_DB, features));
    window.add(frame(new Random(1)), true);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> window.isSpeech(1));
    window.clear();
    assertThat(window.size()).isZero();
    assertThat(window.speechFrames()).isZero();
    assertThatIllegalStateException().isThrownBy(() -> window.features(FLOOR_DB, features));
  }

  @Test
  void aClearedWindowIsAsNewEvenAfterItWentRound() {
    Random random = new Random(4);
    FeatureWindow used = new FeatureWindow(SPEC, CAPACITY);
    for (int i = 0; i < CAPACITY + 4; i++) {
      used.add(frame(random), true);
    }
    used.clear();
    List<float[]> kept = new ArrayList<>();
    for (int i = 0; i < CAPACITY + 2; i++) {
      float[] frame = frame(random);
      used.add(frame, i % 2 == 0);
      kept.add(frame);
    }
    float[] features = new float[CAPACITY * SPEC.nMfcc()];
    used.features(FLOOR_DB, features);
    assertThat(features).containsExactly(expected(kept.subList(2, kept.size())), ROUNDING);
    assertThat(used.speechFrames()).isEqualTo(5);
  }

  private static float[] frame(Random random) {
    float[] frame = new float[SPEC.nMels()];
    for (int i = 0; i < frame.length; i++) {
      frame[i] = (float) (20 * random.nextGaussian());
    }
    return frame;
  }

  private static float[] features(float[] samples, double floorDb) {
    FeatureWindow window = new FeatureWindow(Models.MFCC, 150);
    Frames.logMel(Models.MFCC, samples, 1000).forEach(frame -> window.add(frame, true));
    float[] features = new float[150 * Models.MFCC.nMfcc()];
    window.features(floorDb, features);
    return features;
  }

  /** The definition, straight: DCT-II by its formula over the raised stretch, in the middle of a floor. */
  private static float[] expected(List<float[]> window) {
    float peak = Float.NEGATIVE_INFINITY;
    for (float[] frame : window) {
      for (float value : frame) {
        peak = Math.max(peak, value);
      }
    }
    List<float[]> frames = new ArrayList<>(window);
    while (!above(frames.get(0), peak)) {
      frames.remove(0);
    }
    while (!above(frames.get(frames.size() - 1), peak)) {
      frames.remove(frames.size() - 1);
    }
    int bands = SPEC.nMels();
    float[] expected = new float[CAPACITY * SPEC.nMfcc()];
    int before = (CAPACITY - frames.size()) / 2;
    float[] flat = new float[bands];
    Arrays.fill(flat, peak - (float) FLOOR_DB);
    for (int row = 0; row < CAPACITY; row++) {
      boolean inside = row >= before && row < before + frames.size();
      float[] frame = inside ? frames.get(row - before) : flat;
      for (int k = 0; k < SPEC.nMfcc(); k++) {
        double sum = 0;
        for (int n = 0; n < bands; n++) {
          double raised = Math.max(-FLOOR_DB, frame[n] - peak);
          sum += raised * Math.cos(Math.PI * k * (n + 0.5) / bands);
        }
        double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
        expected[row * SPEC.nMfcc() + k] = (float) (scale * sum);
      }
    }
    return expected;
  }

  private static boolean above(float[] frame, float peak) {
    for (float value : frame) {
      if (value > peak - FLOOR_DB) {
        return true;
      }
    }
    return false;
  }
}
