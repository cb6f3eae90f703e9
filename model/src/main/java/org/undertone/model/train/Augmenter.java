// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.util.Random;

/**
 * Changes the log-mel frames of a stretch of a clip as another microphone, room or place would. Noise
 * is added as energies: bands of speech and noise that are not correlated add up so on average. For
 * one thread at a time.
 */
final class Augmenter {
  private static final double DB_TO_NEPER = Math.log(10) / 10;

  /** How much the level of a noise varies from frame to frame, and from band to band, dB. */
  private static final double NOISE_FLUCTUATION_DB = 3;

  /** Largest tilt of a noise from the lowest to the highest band, dB: from white to rumbling. */
  private static final double NOISE_TILT_DB = 40;

  private final Recipe.Augmentation settings;
  private final int bands;
  private final double[] shape;

  Augmenter(Recipe.Augmentation settings, int bands) {
    this.settings = settings;
    this.bands = bands;
    shape = new double[bands];
  }

  /** Changes {@code logMel}, {@code [frame][mel]} in dB, in place. */
  void augment(float[] logMel, Random random) {
    double gain = settings.gainDb() * (2 * random.nextDouble() - 1);
    spectralShape(random);
    for (int i = 0; i < logMel.length; i++) {
      logMel[i] = (float) Math.max(-100, logMel[i] + gain + shape[i % bands]);
    }
    if (random.nextDouble() < settings.noiseProbability()) {
      addNoise(logMel, random);
    }
  }

  /** A random tilt plus a random bulge: microphones, rooms and cases do no more than that to speech. */
  private void spectralShape(Random random) {
    double tilt = settings.tiltDb() * (2 * random.nextDouble() - 1);
    double bulge = settings.tiltDb() * (2 * random.nextDouble() - 1);
    double center = random.nextDouble();
    double width = 0.1 + 0.3 * random.nextDouble();
    for (int band = 0; band < bands; band++) {
      double x = (double) band / (bands - 1);
      double distance = (x - center) / width;
      shape[band] = tilt * (x - 0.5) + bulge * Math.exp(-distance * distance);
    }
  }

  private void addNoise(float[] logMel, Random random) {
    double snr =
        settings.noiseMinSnrDb()
            + (settings.noiseMaxSnrDb() - settings.noiseMinSnrDb()) * random.nextDouble();
    double tilt = NOISE_TILT_DB * random.nextDouble();
    double noiseEnergy = 0;
    for (int band = 0; band < bands; band++) {
      double level = -tilt * band / (bands - 1) + NOISE_FLUCTUATION_DB * random.nextGaussian();
      shape[band] = Math.exp(DB_TO_NEPER * level);
      noiseEnergy += shape[band];
    }
    int frames = logMel.length / bands;
    double[] energies = new double[logMel.length];
    double speechEnergy = 0;
    for (int i = 0; i < logMel.length; i++) {
      energies[i] = Math.exp(DB_TO_NEPER * logMel[i]);
      speechEnergy += energies[i];
    }
    double gain = speechEnergy / (noiseEnergy * frames) * Math.exp(-DB_TO_NEPER * snr);
    for (int frame = 0; frame < frames; frame++) {
      double level = gain * Math.exp(DB_TO_NEPER * NOISE_FLUCTUATION_DB * random.nextGaussian());
      for (int band = 0; band < bands; band++) {
        int i = frame * bands + band;
        logMel[i] = (float) (Math.log(energies[i] + level * shape[band]) / DB_TO_NEPER);
      }
    }
  }

  /** Masks a stretch of frames and a stretch of coefficients of normalised features: sets them to 0. */
  void mask(float[] features, int coefficients, Random random) {
    int frames = features.length / coefficients;
    int length = random.nextInt(Math.min(frames, settings.timeMaskFrames()) + 1);
    int start = random.nextInt(frames - length + 1);
    java.util.Arrays.fill(features, start * coefficients, (start + length) * coefficients, 0);
    int width = random.nextInt(Math.min(coefficients, settings.bandMaskCoefficients()) + 1);
    int first = random.nextInt(coefficients - width + 1);
    for (int frame = 0; frame < frames; frame++) {
      int row = frame * coefficients + first;
      java.util.Arrays.fill(features, row, row + width, 0);
    }
  }
}
