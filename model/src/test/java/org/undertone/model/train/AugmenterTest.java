// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AugmenterTest {
  private static final int BANDS = 32;
  private static final int FRAMES = 150;

  @Test
  void sameRandomNumbersGiveTheSameChange() {
    Recipe.Augmentation all = TinyRecipe.full().augmentation();
    assertThat(augmented(all, 3)).isEqualTo(augmented(all, 3)).isNotEqualTo(augmented(all, 4));
  }

  @Test
  void changesNothingWhereNothingIsAskedFor() {
    assertThat(augmented(TinyRecipe.NONE, 1)).isEqualTo(speech());
    float[] features = new float[FRAMES * 16];
    Arrays.fill(features, 1);
    float[] masked = features.clone();
    new Augmenter(TinyRecipe.NONE, BANDS).mask(masked, 16, new Random(1));
    assertThat(masked).isEqualTo(features);
  }

  @Test
  void gainIsOneForAllAndWithinItsRange() {
    Recipe.Augmentation gain = settings(6, 0, 0, 0);
    float[] before = speech();
    double least = 0;
    double most = 0;
    for (int seed = 0; seed < 200; seed++) {
      float[] after = augmented(gain, seed);
      double change = after[0] - before[0];
      for (int i = 0; i < after.length; i++) {
        assertThat(after[i] - before[i]).isCloseTo((float) change, within(1e-4f));
      }
      least = Math.min(least, change);
      most = Math.max(most, change);
    }
    assertThat(least).isBetween(-6.0, -5.0);
    assertThat(most).isBetween(5.0, 6.0);
  }

  @Test
  void tiltShapesBandsAlikeInEveryFrame() {
    float[] before = speech();
    double most = 0;
    for (int seed = 0; seed < 100; seed++) {
      float[] after = augmented(settings(0, 3, 0, 0), seed);
      for (int i = 0; i < after.length; i++) {
        float change = after[i] - before[i];
        assertThat(change).isCloseTo(after[i % BANDS] - before[i % BANDS], within(1e-4f));
        most = Math.max(most, Math.abs(change));
      }
    }
    assertThat(most).as("half the tilt and the whole bulge").isBetween(2.0, 4.5);
  }

  @Test
  void noiseHasTheRatioAskedFor() {
    for (double snr : new double[] {0, 10, 20}) {
      double sum = 0;
      for (int seed = 0; seed < 50; seed++) {
        double ratio = ratio(speech(), augmented(settings(0, 0, 1, snr), seed));
        // The noise of one clip varies from frame to frame by a few decibels.
        assertThat(ratio).as("snr %s, seed %d", snr, seed).isCloseTo(snr, within(2.5));
        sum += ratio;
      }
      assertThat(sum / 50).as("mean at %s dB", snr).isCloseTo(snr, within(1.5));
    }
  }

  @Test
  void noiseOnlyAdds() {
    float[] before = speech();
    float[] after = augmented(settings(0, 0, 1, 10), 5);
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i]).isGreaterThanOrEqualTo(before[i] - 1e-3f);
    }
  }

  @Test
  void masksAtMostAsManyFramesAndCoefficientsAsAllowed() {
    int coefficients = 16;
    Augmenter augmenter = new Augmenter(TinyRecipe.full().augmentation(), BANDS);
    Set<Integer> frameCounts = new HashSet<>();
    Set<Integer> bandCounts = new HashSet<>();
    for (int seed = 0; seed < 300; seed++) {
      float[] features = new float[FRAMES * coefficients];
      Arrays.fill(features, 1);
      augmenter.mask(features, coefficients, new Random(seed));
      int frames = 0;
      for (int frame = 0; frame < FRAMES; frame++) {
        frames += isZero(features, frame * coefficients, 1, coefficients) ? 1 : 0;
      }
      int bands = 0;
      for (int band = 0; band < coefficients; band++) {
        bands += isZero(features, band, coefficients, FRAMES) ? 1 : 0;
      }
      int zeros = 0;
      for (float value : features) {
        zeros += value == 0 ? 1 : 0;
      }
      assertThat(zeros).isEqualTo(frames * coefficients + bands * (FRAMES - frames));
      frameCounts.add(frames);
      bandCounts.add(bands);
    }
    assertThat(frameCounts).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(bandCounts).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void masksAreNotLongerThanTheFeatures() {
    float[] features = new float[4];
    Augmenter augmenter = new Augmenter(TinyRecipe.full().augmentation(), BANDS);
    for (int seed = 0; seed < 50; seed++) {
      augmenter.mask(features, 1, new Random(seed));
    }
    assertThat(features).containsOnly(0f);
  }

  private static boolean isZero(float[] values, int from, int step, int count) {
    for (int i = 0; i < count; i++) {
      if (values[from + i * step] != 0) {
        return false;
      }
    }
    return true;
  }

  private static double ratio(float[] clean, float[] noisy) {
    double speech = 0;
    double noise = 0;
    for (int i = 0; i < clean.length; i++) {
      speech += Math.pow(10, clean[i] / 10);
      noise += Math.pow(10, noisy[i] / 10) - Math.pow(10, clean[i] / 10);
    }
    return 10 * Math.log10(speech / noise);
  }

  private static Recipe.Augmentation settings(
      double gain, double tilt, double noiseProbability, double snr) {
    return new Recipe.Augmentation(
        List.of(1.0), gain, 0, noiseProbability, snr, snr, tilt, 0, 0, 0);
  }

  private static float[] augmented(Recipe.Augmentation settings, long seed) {
    float[] logMel = speech();
    // The first numbers of neighbouring seeds are much alike.
    new Augmenter(settings, BANDS).augment(logMel, new Random(seed * 0x9E3779B97F4A7C15L));
    return logMel;
  }

  /** Levels that rise and fall as those of speech do. */
  private static float[] speech() {
    Random random = new Random(1);
    float[] logMel = new float[FRAMES * BANDS];
    for (int i = 0; i < logMel.length; i++) {
      int frame = i / BANDS;
      double syllable = 15 * Math.sin(0.2 * frame);
      logMel[i] = (float) (-35 - 0.5 * (i % BANDS) + syllable + 4 * random.nextGaussian());
    }
    return logMel;
  }
}
