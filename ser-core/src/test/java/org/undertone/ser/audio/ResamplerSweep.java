// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

/**
 * Measures a resampler with tones, one after another, over the whole band of the input.
 *
 * @param passbandDb the worst deviation of a tone's level, up to 0.85 of the lower Nyquist frequency
 * @param aliasDb the loudest of all that is not the tone (for tones that the output can hold) or of
 *     all that comes out (for tones that it cannot), relative to the tone put in
 */
record ResamplerSweep(double passbandDb, double aliasDb) {
  /** Any resampler, as a function of a whole recording. */
  interface Whole {
    float[] resample(int inRate, int outRate, float[] samples);
  }

  private static final int TONES = 97;
  private static final double SECONDS = 0.25;
  private static final double AMPLITUDE = 0.5;

  static ResamplerSweep measure(int inRate, int outRate, Whole resampler) {
    double lowNyquist = Math.min(inRate, outRate) / 2.0;
    double worstPassband = 0;
    double worstAlias = 0;
    for (int i = 0; i <= TONES; i++) {
      double hz = 20 + (inRate / 2.0 * 0.997 - 20) * i / TONES;
      Tone tone = Tone.of(hz, outRate, resampler.resample(inRate, outRate, sine(hz, inRate)));
      if (hz <= 0.85 * lowNyquist) {
        worstPassband = Math.max(worstPassband, Math.abs(db(tone.amplitude / AMPLITUDE)));
      }
      double rest = hz < lowNyquist ? tone.restRms : tone.totalRms;
      worstAlias = Math.max(worstAlias, rest / (AMPLITUDE / Math.sqrt(2)));
    }
    // The edges themselves: the end of the passband, and the first tones that must be gone.
    double edge = 0.85 * lowNyquist;
    Tone last = Tone.of(edge, outRate, resampler.resample(inRate, outRate, sine(edge, inRate)));
    worstPassband = Math.max(worstPassband, Math.abs(db(last.amplitude / AMPLITUDE)));
    if (outRate < inRate) {
      double fold = 1.001 * lowNyquist;
      Tone first = Tone.of(fold, outRate, resampler.resample(inRate, outRate, sine(fold, inRate)));
      worstAlias = Math.max(worstAlias, first.totalRms / (AMPLITUDE / Math.sqrt(2)));
    }
    return new ResamplerSweep(worstPassband, db(Math.max(worstAlias, 1e-12)));
  }

  static float[] sine(double hz, int rate) {
    float[] samples = new float[(int) (rate * SECONDS)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (AMPLITUDE * Math.sin(2 * Math.PI * hz * i / rate));
    }
    return samples;
  }

  private static double db(double ratio) {
    return 20 * Math.log10(ratio);
  }

  /** A tone and what is not that tone, by least squares over the middle of a recording. */
  private record Tone(double amplitude, double restRms, double totalRms) {
    static Tone of(double hz, int rate, float[] y) {
      int from = y.length / 5;
      int to = y.length - from;
      double cc = 0;
      double ss = 0;
      double cs = 0;
      double yc = 0;
      double ys = 0;
      double yy = 0;
      for (int i = from; i < to; i++) {
        double angle = 2 * Math.PI * hz * i / rate;
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        cc += c * c;
        ss += s * s;
        cs += c * s;
        yc += y[i] * c;
        ys += y[i] * s;
        yy += (double) y[i] * y[i];
      }
      double det = cc * ss - cs * cs;
      double a = (yc * ss - ys * cs) / det;
      double b = (ys * cc - yc * cs) / det;
      double rest = 0;
      for (int i = from; i < to; i++) {
        double angle = 2 * Math.PI * hz * i / rate;
        double e = y[i] - a * Math.cos(angle) - b * Math.sin(angle);
        rest += e * e;
      }
      int n = to - from;
      return new Tone(Math.hypot(a, b), Math.sqrt(rest / n), Math.sqrt(yy / n));
    }
  }
}
