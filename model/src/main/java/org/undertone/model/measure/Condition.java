// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What happens to a clip on its way to the model; immutable.
 *
 * @param name what it is called in the report
 * @param noise the kind of noise that is added, or nothing
 * @param snrDb ratio of speech to noise in dB; not a number without noise
 * @param change what it does to a clip
 */
record Condition(String name, String noise, double snrDb, Change change) {
  /** Ratios that noise is added at, dB. */
  static final List<Integer> SNRS_DB = List.of(20, 10, 5, 0);

  private static final double CUT_SECONDS = 0.5;
  private static final float SIXTEEN_BITS = 1 << 15;

  /** Changes a clip. May be used by several threads at a time. */
  @FunctionalInterface
  interface Change {
    /** Returns what becomes of the clip. */
    Sound apply(ClipSound clip) throws IOException;
  }

  /**
   * Returns all conditions; the first is the clean clip.
   *
   * @param noises what to mix into clips, or null for nothing
   */
  static List<Condition> all(Noises noises, long seed) {
    List<Condition> all = new ArrayList<>();
    all.add(plain("clean", ClipSound::sound));
    if (noises != null) {
      for (String kind : Noises.KINDS) {
        SNRS_DB.forEach(snr -> all.add(noisy(noises, kind, snr, seed)));
      }
    }
    all.add(plain("phone band, 8 kHz", clip -> PhoneBand.of(clip.sound())));
    all.add(plain("gain -20 dB", clip -> gain(clip.sound(), -20)));
    all.add(plain("gain +20 dB", clip -> gain(clip.sound(), 20)));
    all.add(plain("first 0.5 s cut off", clip -> withoutStart(clip.sound())));
    return List.copyOf(all);
  }

  private static Condition plain(String name, Change change) {
    return new Condition(name, "", Double.NaN, change);
  }

  /** The same noise from the same place on at every ratio, so that the ratio alone differs. */
  private static Condition noisy(Noises noises, String kind, int snrDb, long seed) {
    return new Condition(
        String.format(Locale.ROOT, "%s, %d dB", kind, snrDb),
        kind,
        snrDb,
        clip -> {
          Random random = new Random(31 * seed + (kind + " " + clip.id()).hashCode());
          Sound noise = noises.draw(kind, random);
          return NoiseMix.mix(clip.atModelRate(), clip.speech(), noise, snrDb, random);
        });
  }

  /** A converter of 16 bits behind another gain: quiet sound loses bits, loud sound is clipped. */
  static Sound gain(Sound clip, double decibels) {
    double factor = Math.pow(10, decibels / 20);
    float[] samples = clip.samples().clone();
    for (int i = 0; i < samples.length; i++) {
      double level = Math.rint(factor * samples[i] * SIXTEEN_BITS);
      samples[i] =
          (float) Math.max(-SIXTEEN_BITS, Math.min(SIXTEEN_BITS - 1, level)) / SIXTEEN_BITS;
    }
    return new Sound(samples, clip.rate());
  }

  private static Sound withoutStart(Sound clip) {
    int cut = Math.min(clip.samples().length, (int) (CUT_SECONDS * clip.rate()));
    return new Sound(Arrays.copyOfRange(clip.samples(), cut, clip.samples().length), clip.rate());
  }
}
