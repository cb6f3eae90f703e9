// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.util.Random;

/**
 * The noise of the room that a recording was made in: its quietest quarter of a second, cut into
 * grains that are laid over each other in random order. Its level and its spectrum are those of the
 * recording's own pauses, so that where it meets the recording there is no step, which the speech gate
 * would take for a sound. For one thread at a time.
 */
final class RoomNoise {
  private static final double STRETCH_SECONDS = 0.25;
  private static final double STEP_SECONDS = 0.05;
  private static final double GRAIN_SECONDS = 0.1;

  /**
   * A recording may have no pause at all, and grains of speech sound like speech: then white noise
   * stands in, this far below the recording.
   */
  private static final double LEAST_SNR_DB = 30;

  private final float[] samples;
  private final int rate;
  private final int start;
  private final int length;
  private final double whiteRms;

  /** Looks for the quietest stretch. */
  RoomNoise(Sound sound) {
    samples = sound.samples();
    rate = sound.rate();
    length = Math.min(samples.length, (int) (STRETCH_SECONDS * rate));
    int quietest = 0;
    double least = energy(0);
    for (int at = 0; at + length <= samples.length; at += (int) (STEP_SECONDS * rate)) {
      double energy = energy(at);
      if (energy < least) {
        least = energy;
        quietest = at;
      }
    }
    start = quietest;
    double all = 0;
    for (float sample : samples) {
      all += (double) sample * sample;
    }
    double most = all / Math.max(1, samples.length) * Math.pow(10, -LEAST_SNR_DB / 10);
    whiteRms = least > most ? Math.sqrt(most) : 0;
  }

  /** Returns the mean square of the stretch from a sample on. */
  private double energy(int from) {
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return sum / Math.max(1, length);
  }

  /** Returns so many samples of noise; digital silence if the recording has it. */
  float[] make(int count, Random random) {
    float[] noise = new float[count];
    if (whiteRms > 0) {
      for (int i = 0; i < count; i++) {
        noise[i] = (float) (whiteRms * random.nextGaussian());
      }
      return noise;
    }
    int grain = Math.min(length, (int) (GRAIN_SECONDS * rate));
    int hop = Math.max(1, grain / 2);
    for (int at = -hop; at < count && grain > 1; at += hop) {
      int from = start + random.nextInt(length - grain + 1);
      for (int i = Math.max(0, -at); i < grain && at + i < count; i++) {
        // The squares of halves of sines that overlap by half sum to 1, and so do the energies.
        noise[at + i] += (float) (Math.sin(Math.PI * (i + 0.5) / grain) * samples[from + i]);
      }
    }
    return noise;
  }
}
