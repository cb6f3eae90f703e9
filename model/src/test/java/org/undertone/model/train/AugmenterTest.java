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
  private static final double HOP = 0.016;

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
    new Augmenter(TinyRecipe.NONE, BANDS, HOP).mask(masked, 16, new Random(1));
    assertThat(masked).isEqualTo(features);
  }

  @Test
  void equaliserShapesBandsAlikeInEveryFrame() {
    float[] before = speech();
    double most = 0;
    for (int seed = 0; seed < 100; seed++) {
      float[] after = augmented(settings(3, 0, 0, 0, 0), seed);
      for (int i = 0; i < after.length; i++) {
        float change = after[i] - before[i];
        assertThat(change).isCloseTo(after[i % BANDS] - before[i % BANDS], within(1e-4f));
        most = Math.max(most, Math.abs(change));
      }
    }
    assertThat(most).as("half the tilt and up to three bulges").isBetween(3.0, 11.3);
  }

  @Test
  void telephoneTakesOutTheLowestAndTheHighestBandsAndLeavesTheMiddle() {
    float[] before = speech();
    for (int seed = 0; seed < 50; seed++) {
      float[] after = augmented(settings(0, 0, 1, 0, 0), seed);
      assertThat(after[0] - before[0]).isLessThan(-30);
      assertThat(after[BANDS - 1] - before[BANDS - 1]).isLessThan(-30);
      assertThat(after[BANDS / 2]).isEqualTo(before[BANDS / 2]);
    }
  }

  @Test
  void roomsRingOnAfterTheSpeechAndFallBySixtyDecibelsInTheirTime() {
    float[] logMel = new float[FRAMES * BANDS];
    Arrays.fill(logMel, -100);
    Arrays.fill(logMel, 0, BANDS, 0);
    for (int seed = 0; seed < 50; seed++) {
      float[] after = augmented(settings(0, 1, 0, 0, 0), logMel, seed);
      assertThat(after[0]).isEqualTo(0);
      float fall = after[BANDS] - after[2 * BANDS];
      assertThat(HOP * 60 / fall).as("T60, s").isBetween(0.19, 0.91);
      assertThat(after[BANDS] + fall).as("echo, dB").isBetween(-16.1f, -3.9f);
    }
  }

  @Test
  void noiseHasTheRatioAskedFor() {
    for (double snr : new double[] {0, 10, 20}) {
      double sum = 0;
      for (int seed = 0; seed < 50; seed++) {
        double ratio = ratio(speech(), augmented(settings(0, 0, 0, 1, snr), seed));
        // The noise of one clip varies from frame to frame by a few decibels.
        assertThat(ratio).as("snr %s, seed %d", snr, seed).isCloseTo(snr, within(4.0));
        sum += ratio;
      }
      assertThat(sum / 50).as("mean at %s dB", snr).isCloseTo(snr, within(1.5));
    }
  }

  @Test
  void noiseOnlyAdds() {
    float[] before = speech();
    float[] after = augmented(settings(0, 0, 0, 1, 10), 5);
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i]).isGreaterThanOrEqualTo(before[i] - 1e-3f);
    }
  }

  @Test
  void masksAtMostAsManyFramesAndCoefficientsAsAllowed() {
    int coefficients = 16;
    Augmenter augmenter = new Augmenter(TinyRecipe.full().augmentation(), BANDS, HOP);
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
    Augmenter augmenter = new Augmenter(TinyRecipe.full().augmentation(), BANDS, HOP);
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
      double equaliser, double rooms, double telephones, double noises, double snr) {
    return new Recipe.Augmentation(
        0, List.of(1.0), 0, equaliser, rooms, telephones, noises, snr, snr, 0, 0);
  }

  private static float[] augmented(Recipe.Augmentation settings, long seed) {
    return augmented(settings, speech(), seed);
  }

  private static float[] augmented(Recipe.Augmentation settings, float[] logMel, long seed) {
    float[] changed = logMel.clone();
    // The first numbers of neighbouring seeds are much alike.
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    new Augmenter(settings, BANDS, HOP).augment(changed, level(logMel), random);
    return changed;
  }

  /** Level of the sum over bands, averaged over frames, dB. */
  private static double level(float[] logMel) {
    double energy = 0;
    for (float band : logMel) {
      energy += Math.pow(10, band / 10);
    }
    return 10 * Math.log10(energy / FRAMES);
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
