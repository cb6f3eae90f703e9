// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import org.undertone.ser.timeline.DriverState;

/**
 * The sounds of the alerts, computed: two soft tones each, falling for tense, rising for low, so that
 * they are told apart without a look. Half a second, between 500 and 700 Hz, where small speakers
 * still carry and a speech recogniser hears no voice.
 */
final class Earcon {
  /** Rate of the samples, Hz. */
  static final int SAMPLE_RATE = 48_000;

  private static final double HIGH_HZ = 659.26;
  private static final double DEEP_HZ = 493.88;
  private static final double TONE_SECONDS = 0.24;
  private static final double STEP_SECONDS = 0.2;
  private static final double ATTACK_SECONDS = 0.02;

  /** A quarter of full scale: -12 dB, clear beside ducked music and nowhere near clipping. */
  private static final double PEAK = 0.25;

  private static final double OVERTONE = 0.2;

  private Earcon() {}

  /**
   * Computes the sound of an alert: 16-bit mono at {@link #SAMPLE_RATE}, silent at both ends.
   *
   * @throws IllegalArgumentException if there is no alert for the state
   */
  static short[] of(DriverState state) {
    if (!state.isAlerting()) {
      throw new IllegalArgumentException("there is no sound for the state " + state);
    }
    boolean falling = state == DriverState.TENSE;
    double[] sum = new double[(int) Math.round((STEP_SECONDS + TONE_SECONDS) * SAMPLE_RATE)];
    addTone(sum, 0, falling ? HIGH_HZ : DEEP_HZ);
    addTone(sum, STEP_SECONDS, falling ? DEEP_HZ : HIGH_HZ);
    short[] samples = new short[sum.length];
    for (int i = 0; i < sum.length; i++) {
      samples[i] = (short) Math.round(sum[i] * Short.MAX_VALUE);
    }
    return samples;
  }

  /** Returns how long an earcon sounds, ms. */
  static long millis(short[] earcon) {
    return earcon.length * 1000L / SAMPLE_RATE;
  }

  private static void addTone(double[] sum, double startSeconds, double hertz) {
    int start = (int) Math.round(startSeconds * SAMPLE_RATE);
    int length = (int) Math.round(TONE_SECONDS * SAMPLE_RATE);
    for (int i = 0; i < length && start + i < sum.length; i++) {
      double seconds = (double) i / SAMPLE_RATE;
      double phase = 2 * Math.PI * hertz * seconds;
      double tone = (Math.sin(phase) + OVERTONE * Math.sin(2 * phase)) / (1 + OVERTONE);
      sum[start + i] += PEAK * envelope(seconds) * tone;
    }
  }

  /** A soft start and a longer end, both half cosines: neither clicks. */
  private static double envelope(double seconds) {
    double x =
        seconds < ATTACK_SECONDS
            ? seconds / ATTACK_SECONDS
            : (TONE_SECONDS - seconds) / (TONE_SECONDS - ATTACK_SECONDS);
    return (1 - Math.cos(Math.PI * x)) / 2;
  }
}
