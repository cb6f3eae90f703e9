// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.util.Random;

/** Adds a noise to a clip at a signal-to-noise ratio. */
final class NoiseMix {
  private NoiseMix() {}

  /**
   * Mixes. The ratio is that of the energies of clip and noise over the same samples, those that are
   * marked as speech: pauses do not count, so that a clip with long ones is no noisier than asked for.
   * The noise starts at a random place and goes round. Where the sum would leave [-1, 1], the whole is
   * turned down, which keeps the ratio.
   *
   * @param noise at the rate of the clip
   * @param speech for each sample of the clip whether it is speech
   * @param snrDb ratio in dB
   * @throws IllegalArgumentException if the rates differ, or the noise is empty
   */
  static Sound mix(Sound clip, boolean[] speech, Sound noise, double snrDb, Random random) {
    if (clip.rate() != noise.rate() || noise.samples().length == 0) {
      throw new IllegalArgumentException("a noise needs the clip's rate and a length");
    }
    float[] added = stretch(noise.samples(), clip.samples().length, random);
    double noiseEnergy = SpeechPart.meanSquare(added, speech);
    double gain =
        noiseEnergy == 0
            ? 0
            : Math.sqrt(
                SpeechPart.meanSquare(clip.samples(), speech)
                    / noiseEnergy
                    * Math.pow(10, -snrDb / 10));
    float[] sum = new float[added.length];
    double peak = 1;
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (clip.samples()[i] + gain * added[i]);
      peak = Math.max(peak, Math.abs(sum[i]));
    }
    if (peak > 1) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] /= (float) peak;
      }
    }
    return new Sound(sum, clip.rate());
  }

  private static float[] stretch(float[] noise, int length, Random random) {
    int start = random.nextInt(noise.length);
    float[] stretch = new float[length];
    for (int i = 0; i < length; i++) {
      stretch[i] = noise[(start + i) % noise.length];
    }
    return stretch;
  }
}
