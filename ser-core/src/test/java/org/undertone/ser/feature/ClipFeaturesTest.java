// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClipFeaturesTest {
  private static final int RATE = 16_000;

  private static double value(double[] row, String column) {
    int at = ClipFeatures.columns().indexOf(column);
    assertThat(at).as(column).isNotNegative();
    return row[at];
  }

  private static void assertFinite(double[] row) {
    for (int i = 0; i < row.length; i++) {
      assertThat(row[i]).as(ClipFeatures.columns().get(i)).isFinite();
    }
  }

  @Test
  void everyColumnHasANameOfItsOwn() {
    List<String> columns = ClipFeatures.columns();
    assertThat(columns)
        .hasSize(691)
        .startsWith("mfcc01_mean", "mfcc01_std")
        .endsWith("voiced_share");
    assertThat(new HashSet<>(columns)).hasSameSizeAs(columns);
    assertThat(columns)
        .contains("mfcc40_delta2_std", "centroid_skewness", "contrast07_max", "chroma12_std")
        .contains("mel128_mean", "pitch_median", "flatness_kurtosis", "mfcc13_delta_mean")
        .doesNotContain("mel001_std", "chroma01_median");
  }

  @Test
  void columnsHoldTheStatisticsOfTheirOwnDescriptor() {
    float[] samples = Golden.samples("vowel");
    double[] row = new ClipFeatures(RATE).compute(samples);
    Map<String, double[][]> series = Descriptors.of(MfccSpec.of(RATE, 2048, 512, 128, 40), samples);
    for (String one : List.of("rms", "zcr", "centroid", "bandwidth", "rolloff", "flatness")) {
      double[] values = series.get(one)[0];
      assertThat(value(row, one + "_mean"))
          .isEqualTo(Arrays.stream(values).average().orElseThrow(), within(1e-9));
      assertThat(value(row, one + "_max")).isEqualTo(Arrays.stream(values).max().orElseThrow());
      assertThat(value(row, one + "_min")).isEqualTo(Arrays.stream(values).min().orElseThrow());
    }
    assertThat(value(row, "contrast03_max"))
        .isEqualTo(Arrays.stream(series.get("contrast")[2]).max().orElseThrow());
    assertThat(value(row, "mfcc40_min"))
        .isEqualTo(Arrays.stream(series.get("mfcc")[39]).min().orElseThrow());
    assertThat(value(row, "mel128_mean"))
        .isEqualTo(Arrays.stream(series.get("logmel")[127]).average().orElseThrow(), within(1e-9));
    assertThat(value(row, "mfcc02_delta2_mean"))
        .isEqualTo(Arrays.stream(series.get("delta2")[1]).average().orElseThrow(), within(1e-12));
    assertThat(value(row, "chroma12_mean"))
        .isEqualTo(Arrays.stream(series.get("chroma")[11]).average().orElseThrow(), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chirp", "clipped", "dc", "impulse", "noise", "short", "silence", "tone"})
  void everyNumberIsFinite(String signal) {
    assertFinite(new ClipFeatures(RATE).compute(Golden.samples(signal)));
  }

  @Test
  void extremeAndShortClipsAreFinite() {
    float[] huge = new float[5000];
    Arrays.fill(huge, 0, 2500, 1e6f);
    for (float[] samples :
        List.of(huge, new float[1], new float[] {-1}, new float[] {Float.MIN_VALUE, 0, 1e-30f})) {
      assertFinite(new ClipFeatures(22_050).compute(samples));
    }
  }

  @Test
  void silenceIsAsLibrosaHasIt() {
    double[] row = new ClipFeatures(RATE).compute(new float[RATE]);
    assertThat(value(row, "centroid_mean")).isZero();
    assertThat(value(row, "bandwidth_max")).isZero();
    assertThat(value(row, "rolloff_max")).isZero();
    assertThat(value(row, "flatness_mean")).isEqualTo(1, within(1e-9));
    assertThat(value(row, "contrast01_max")).isZero();
    assertThat(value(row, "chroma01_mean")).isZero();
    assertThat(value(row, "mel001_mean")).isEqualTo(-100, within(1e-9));
    assertThat(value(row, "voiced_share")).isZero();
    assertThat(value(row, "pitch_median")).isZero();
    assertThat(value(row, "mfcc01_skewness")).isZero();
    assertThat(value(row, "mfcc01_kurtosis")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"16000, 80", "16000, 220", "22050, 440", "48000, 62", "44100, 880", "16000, 990"})
  void pitchOfARichToneIsItsFundamental(int rate, double hz) {
    float[] samples = new float[rate];
    for (int i = 0; i < rate; i++) {
      double phase = 2 * Math.PI * hz * i / rate;
      samples[i] = (float) (0.2 + 0.1 * Math.sin(phase) + 0.05 * Math.cos(2 * phase));
    }
    double[] row = new ClipFeatures(rate).compute(samples);
    assertThat(value(row, "pitch_median")).isEqualTo(hz, within(0.005 * hz));
    assertThat(value(row, "voiced_share")).isGreaterThan(0.9);
  }

  @Test
  void noiseHasHardlyAnyPitch() {
    Random random = new Random(3);
    float[] samples = new float[RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.1 * random.nextGaussian());
    }
    assertThat(value(new ClipFeatures(RATE).compute(samples), "voiced_share")).isLessThan(0.05);
  }

  @Test
  void aConstantOffsetHasNoPitch() {
    float[] samples = new float[RATE];
    Arrays.fill(samples, 0.3f);
    assertThat(value(new ClipFeatures(RATE).compute(samples), "voiced_share")).isZero();
  }

  @Test
  void aClipBeforeLeavesNothingBehind() {
    ClipFeatures features = new ClipFeatures(RATE);
    double[] fresh = features.compute(Golden.samples("vowel"));
    features.compute(Golden.samples("noise"));
    assertThat(features.compute(Golden.samples("vowel"))).isEqualTo(fresh);
  }

  @Test
  void whatHasNoFeaturesIsRefused() {
    ClipFeatures features = new ClipFeatures(RATE);
    assertThatThrownBy(() -> features.compute(new float[0]))
        .hasMessageContaining("without samples");
    assertThatThrownBy(() -> features.compute(new float[] {0, Float.NaN}))
        .hasMessage("sample 1 is NaN: need -1 to 1");
    assertThatThrownBy(() -> new ClipFeatures(8000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("12800 Hz, not 8000");
    assertThatThrownBy(() -> new ClipFeatures(768_000)).hasMessageContaining("no bin");
  }
}
