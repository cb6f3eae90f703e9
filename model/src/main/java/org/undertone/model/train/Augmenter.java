// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.util.Arrays;
import java.util.Random;

/**
 * Changes the log-mel frames of a stretch of a clip as another microphone, line, room or place would.
 * All of it works on levels of bands, where energies that are not correlated add up, so that a clip
 * is analysed once and heard anew in every epoch. For one thread at a time.
 */
final class Augmenter {
  private static final int BULGES = 3;

  /** A telephone's band ends at some 200 to 400 and 3000 to 4000 Hz; as shares of the mel scale to 8 kHz. */
  private static final double PHONE_LOW = 0.08;

  private static final double PHONE_LOW_RANGE = 0.08;
  private static final double PHONE_HIGH = 0.66;
  private static final double PHONE_HIGH_RANGE = 0.12;

  /** How steeply a telephone cuts off, dB for the whole mel scale. */
  private static final double PHONE_SLOPE_DB = 500;

  private static final double PHONE_DEPTH_DB = 60;

  /** Time in which a room's echo falls by 60 dB, seconds. */
  private static final double LEAST_T60 = 0.2;

  private static final double T60_RANGE = 0.7;

  /** How far a room's echo lies below the speech, dB. */
  private static final double LEAST_ECHO_DB = 4;

  private static final double ECHO_RANGE_DB = 12;

  /** Largest tilt of a noise from the lowest to the highest band, dB: from white to rumbling. */
  private static final double NOISE_TILT_DB = 40;

  private static final double NOISE_BAND_DB = 2;
  private static final double NOISE_BULGE_DB = 10;

  /** How much a noise varies from frame to frame in all bands, with a memory of five frames, and in each, dB. */
  private static final double NOISE_SWELL_DB = 2;

  private static final float NOISE_MEMORY = 0.8f;
  private static final float NOISE_FLUCTUATION_DB = 3;

  /** By how much levels that vary so have more energy than their mean: ln(10)/20 times their variance. */
  private static final double NOISE_EXCESS_DB =
      Math.log(10)
          / 20
          * (NOISE_SWELL_DB * NOISE_SWELL_DB / (1 - NOISE_MEMORY * NOISE_MEMORY)
              + NOISE_FLUCTUATION_DB * NOISE_FLUCTUATION_DB);

  private final Recipe.Augmentation settings;
  private final double hopSeconds;
  private final int bands;
  private final float[] shape;
  private final float[] tail;
  private final Gaussians gaussians = new Gaussians();

  Augmenter(Recipe.Augmentation settings, int bands, double hopSeconds) {
    this.settings = settings;
    this.bands = bands;
    this.hopSeconds = hopSeconds;
    shape = new float[bands];
    tail = new float[bands];
  }

  /**
   * Changes {@code logMel}, {@code [frame][mel]} in dB, in place.
   *
   * @param speechDb level of the clip's speech: of the sum over bands, averaged over frames of speech
   */
  void augment(float[] logMel, double speechDb, Random random) {
    equaliser(random);
    if (random.nextDouble() < settings.phoneProbability()) {
      telephone(random);
    }
    for (int i = 0; i < logMel.length; i++) {
      logMel[i] += shape[i % bands];
    }
    if (random.nextDouble() < settings.reverberationProbability()) {
      reverberate(logMel, random);
    }
    if (random.nextDouble() < settings.noiseProbability()) {
      addNoise(logMel, speechDb, random);
    }
  }

  /** A random tilt plus random bulges: microphones, rooms and cases do no more than that to speech. */
  private void equaliser(Random random) {
    double most = settings.equaliserDb();
    double tilt = 1.5 * most * (2 * random.nextDouble() - 1);
    for (int band = 0; band < bands; band++) {
      shape[band] = (float) (tilt * (place(band) - 0.5));
    }
    for (int i = 0; i < BULGES; i++) {
      addBulge(
          most * (2 * random.nextDouble() - 1),
          random.nextDouble(),
          0.08 + 0.25 * random.nextDouble());
    }
  }

  private void addBulge(double height, double center, double width) {
    for (int band = 0; band < bands; band++) {
      double distance = (place(band) - center) / width;
      shape[band] += (float) (height * Math.exp(-distance * distance));
    }
  }

  /** Returns where a band lies on the mel scale, 0 to 1. */
  private double place(int band) {
    return (double) band / (bands - 1);
  }

  private void telephone(Random random) {
    double low = PHONE_LOW + PHONE_LOW_RANGE * random.nextDouble();
    double high = PHONE_HIGH + PHONE_HIGH_RANGE * random.nextDouble();
    for (int band = 0; band < bands; band++) {
      double outside = Math.max(0, Math.max(low - place(band), place(band) - high));
      shape[band] -= (float) Math.min(PHONE_DEPTH_DB, PHONE_SLOPE_DB * outside);
    }
  }

  /** Lets every band ring on: an echo that falls exponentially, as rooms do in the mean. */
  private void reverberate(float[] logMel, Random random) {
    double t60 = LEAST_T60 + T60_RANGE * random.nextDouble();
    float fall = (float) (60 * hopSeconds / t60);
    float below = (float) (LEAST_ECHO_DB + ECHO_RANGE_DB * random.nextDouble());
    Arrays.fill(tail, -200);
    for (int i = 0; i < logMel.length; i++) {
      int band = i % bands;
      float direct = logMel[i];
      logMel[i] = Decibels.sum(direct, tail[band]);
      tail[band] = Decibels.sum(tail[band], direct - below) - fall;
    }
  }

  private void addNoise(float[] logMel, double speechDb, Random random) {
    double snr =
        settings.noiseMinSnrDb()
            + (settings.noiseMaxSnrDb() - settings.noiseMinSnrDb()) * random.nextDouble();
    double tilt = NOISE_TILT_DB * random.nextDouble();
    for (int band = 0; band < bands; band++) {
      shape[band] = (float) (-tilt * place(band) + NOISE_BAND_DB * random.nextGaussian());
    }
    addBulge(NOISE_BULGE_DB * random.nextGaussian(), random.nextDouble(), 0.2);
    double energy = 0;
    for (int band = 0; band < bands; band++) {
      energy += Math.pow(10, shape[band] / 10);
    }
    float level = (float) (speechDb - 10 * Math.log10(energy) - snr - NOISE_EXCESS_DB);
    float swell = 0;
    gaussians.seed(random.nextInt());
    for (int row = 0; row < logMel.length; row += bands) {
      swell = NOISE_MEMORY * swell + (float) NOISE_SWELL_DB * gaussians.next();
      for (int band = 0; band < bands; band++) {
        float noise = level + shape[band] + swell + NOISE_FLUCTUATION_DB * gaussians.next();
        logMel[row + band] = Decibels.sum(logMel[row + band], noise);
      }
    }
  }

  /** Masks a stretch of frames and a stretch of coefficients of normalised features: sets them to 0. */
  void mask(float[] features, int coefficients, Random random) {
    int frames = features.length / coefficients;
    int length = random.nextInt(Math.min(frames, settings.timeMaskFrames()) + 1);
    int start = random.nextInt(frames - length + 1);
    Arrays.fill(features, start * coefficients, (start + length) * coefficients, 0);
    int width = random.nextInt(Math.min(coefficients, settings.bandMaskCoefficients()) + 1);
    int first = random.nextInt(coefficients - width + 1);
    for (int frame = 0; frame < frames; frame++) {
      int row = frame * coefficients + first;
      Arrays.fill(features, row, row + width, 0);
    }
  }
}
