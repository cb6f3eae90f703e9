// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import java.util.Random;

/**
 * Speech-like sound for tests, free of any recording: glottal pulses through formant resonators for
 * the vowels, bursts of hiss for the consonants, in syllables, words and breaths. The same rate and
 * seed give the same samples on every machine, hence {@link StrictMath}. For one thread.
 *
 * <p>Source of the method: D. H. Klatt, "Software for a cascade/parallel formant synthesizer", JASA
 * 67 (1980); of the pulse: A. E. Rosenberg, "Effect of glottal pulse shape on the quality of natural
 * vowels", JASA 49 (1971); of the formants: G. E. Peterson, H. L. Barney, "Control methods used in a
 * study of the vowels", JASA 24 (1952).
 */
public final class SyntheticSpeech {
  /** Formants of a, i, u, e and o, in Hz. */
  private static final double[][] VOWELS = {
    {730, 1090, 2440}, {270, 2290, 3010}, {300, 870, 2240}, {530, 1840, 2480}, {570, 840, 2410}
  };

  private static final double[] BANDWIDTHS = {80, 100, 140};
  private static final double TWO_PI = 2 * Math.PI;

  private final int sampleRate;
  private final Random random;
  private final Resonator[] formants = {new Resonator(), new Resonator(), new Resonator()};
  private final Resonator hiss = new Resonator();
  private double glottalPhase;
  private double lastFlow;

  /**
   * Prepares a speaker.
   *
   * @param sampleRate in Hz, 8000 or more
   * @param seed decides on the vowels, the accents and the noise
   */
  public SyntheticSpeech(int sampleRate, long seed) {
    this.sampleRate = sampleRate;
    random = new Random(seed);
  }

  /**
   * How a stretch of speech is spoken.
   *
   * @param pitchHz mean pitch
   * @param pitchRange semitones from the mean pitch to that of an accent
   * @param syllablesPerSecond tempo within a word
   * @param rms level over the whole stretch, pauses included
   * @param brightness 0 for a soft voice to 1 for a pressed one, with a shorter glottal pulse
   */
  public record Voice(
      double pitchHz, double pitchRange, double syllablesPerSecond, double rms, double brightness) {
    /** Unhurried, level. */
    public static final Voice CALM = new Voice(120, 2, 4, 0.04, 0.2);

    /** Loud, fast, high, with wide accents. */
    public static final Voice AGITATED = new Voice(210, 7, 6.5, 0.1, 1);

    /** Slow, soft and flat. */
    public static final Voice LOW = new Voice(100, 1, 2.6, 0.02, 0);
  }

  /** Returns {@code seconds} of speech: words of a few syllables, with short breaths between. */
  public float[] speech(Voice voice, double seconds) {
    double[] samples = new double[count(seconds)];
    int at = 0;
    while (at < samples.length) {
      int syllables = 2 + random.nextInt(4);
      for (int i = 0; i < syllables && at < samples.length; i++) {
        double length = (0.8 + 0.4 * random.nextDouble()) / voice.syllablesPerSecond();
        at = syllable(voice, samples, at, length, 1 - 0.3 * i / syllables);
      }
      at += count(0.08 + 0.15 * random.nextDouble());
    }
    return atLevel(samples, voice.rms());
  }

  /** Returns {@code seconds} of white noise: a quiet room, a fan. */
  public float[] noise(double rms, double seconds) {
    double[] samples = new double[count(seconds)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = random.nextGaussian();
    }
    return atLevel(samples, rms);
  }

  /** Returns the parts one after the other. */
  public static float[] concat(float[]... parts) {
    int length = 0;
    for (float[] part : parts) {
      length += part.length;
    }
    float[] all = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** Returns the sum of two signals, as long as the first. */
  public static float[] mix(float[] signal, float[] other) {
    float[] sum = signal.clone();
    for (int i = 0; i < Math.min(sum.length, other.length); i++) {
      sum[i] += other[i];
    }
    return sum;
  }

  /** Returns the signal, {@code gainDb} decibels louder. */
  public static float[] amplified(float[] signal, double gainDb) {
    double gain = StrictMath.pow(10, gainDb / 20);
    float[] louder = new float[signal.length];
    for (int i = 0; i < signal.length; i++) {
      louder[i] = (float) (signal[i] * gain);
    }
    return louder;
  }

  private int count(double seconds) {
    return (int) Math.round(seconds * sampleRate);
  }

  /** Adds a consonant and a vowel, and returns where the next syllable begins. */
  private int syllable(Voice voice, double[] samples, int at, double seconds, double stress) {
    int end = Math.min(samples.length, at + count(seconds));
    int vowelStart = Math.min(end, at + (int) (0.3 * (end - at)));
    if (random.nextInt(3) > 0) {
      hiss.tune(2500 + 1000 * random.nextDouble(), 1500, sampleRate);
      for (int i = at; i < vowelStart; i++) {
        samples[i] +=
            0.15 * stress * bump(i - at, vowelStart - at) * hiss.next(random.nextGaussian());
      }
    }
    double[] vowel = VOWELS[random.nextInt(VOWELS.length)];
    for (int i = 0; i < formants.length; i++) {
      formants[i].tune(vowel[i], BANDWIDTHS[i], sampleRate);
    }
    double accent = voice.pitchRange() * (2 * random.nextDouble() - 1);
    for (int i = vowelStart; i < end; i++) {
      double rise = bump(i - vowelStart, end - vowelStart);
      double pitch = voice.pitchHz() * StrictMath.pow(2, accent * rise / 12);
      double sound = glottis(pitch, voice.brightness());
      for (Resonator formant : formants) {
        sound = formant.next(sound);
      }
      samples[i] += stress * rise * sound;
    }
    return end;
  }

  /** Rises from 0 to 1 and falls to 0 again over {@code length} samples. */
  private static double bump(int i, int length) {
    return 0.5 - 0.5 * StrictMath.cos(TWO_PI * (i + 0.5) / length);
  }

  /** The derivative of Rosenberg's pulse, which stands for the radiation at the lips. */
  private double glottis(double pitchHz, double brightness) {
    glottalPhase += pitchHz / sampleRate;
    glottalPhase -= Math.floor(glottalPhase);
    double opening = 0.4 - 0.1 * brightness;
    double closing = 0.25 - 0.15 * brightness;
    double flow = 0;
    if (glottalPhase < opening) {
      flow = 0.5 - 0.5 * StrictMath.cos(Math.PI * glottalPhase / opening);
    } else if (glottalPhase < opening + closing) {
      flow = StrictMath.cos(Math.PI / 2 * (glottalPhase - opening) / closing);
    }
    double change = flow - lastFlow;
    lastFlow = flow;
    return change;
  }

  private static float[] atLevel(double[] samples, double rms) {
    double energy = 0;
    for (double sample : samples) {
      energy += sample * sample;
    }
    double gain = energy > 0 ? rms / Math.sqrt(energy / samples.length) : 0;
    float[] scaled = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      scaled[i] = (float) Math.max(-1, Math.min(1, gain * samples[i]));
    }
    return scaled;
  }

  /** Klatt's resonator, with a gain of 1 at 0 Hz. */
  private static final class Resonator {
    private double a;
    private double b;
    private double c;
    private double previous;
    private double beforeThat;

    void tune(double hz, double bandwidthHz, int sampleRate) {
      c = -StrictMath.exp(-TWO_PI * bandwidthHz / sampleRate);
      b =
          2
              * StrictMath.exp(-Math.PI * bandwidthHz / sampleRate)
              * StrictMath.cos(TWO_PI * hz / sampleRate);
      a = 1 - b - c;
    }

    double next(double x) {
      double y = a * x + b * previous + c * beforeThat;
      beforeThat = previous;
      previous = y;
      return y;
    }
  }
}
