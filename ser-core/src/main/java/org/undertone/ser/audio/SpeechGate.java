// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import java.util.Arrays;
import org.undertone.ser.feature.MfccSpec;

/**
 * Tells frames of speech from silence and steady noise, by the bands that carry speech.
 *
 * <p>A frame counts as speech when its bands stand out of their noise floors and the last second moved
 * as speech does: syllables and stops swing it by far more than a fan, rain or an engine. Each
 * band has a floor of its own, so that speech is found by the bands that the noise leaves free, and
 * the ratios are squared before the mean, so that these count most. Nothing here is absolute but
 * digital silence, so the gain of the microphone does not matter. The decision holds on for a short
 * while, which bridges the stops within words. No allocation after construction; for one thread at a
 * time.
 */
public final class SpeechGate {
  /** Bands outside of this range hold rumble and hiss, Hz. */
  private static final double LOWEST_HZ = 150;

  private static final double HIGHEST_HZ = 4000;

  /** The bands of a frame of speech are this much above their floors, as a root mean square, dB. */
  private static final double ABOVE_FLOOR_DB = 16;

  /** Within a second of speech that root mean square swings at least this much, dB. */
  private static final double SWING_DB = 14;

  /** A second; long enough for syllables, short against a passing car. */
  private static final double SWING_SECONDS = 1.0;

  /** A floor follows a rising noise at this speed, dB per second; a falling one at once. */
  private static final double FLOOR_RISE_DB_PER_SECOND = 4;

  /** How long a decision for speech holds on, in seconds. */
  private static final double HANGOVER_SECONDS = 0.2;

  /** Time constant of the smoothing of each band's level, in seconds. */
  private static final double SMOOTHING_SECONDS = 0.02;

  /** Mean band energy below this is digital silence, dB. */
  private static final double SILENCE_DB = -90;

  /** Natural logarithm of a squared ratio of energies, per dB of the ratio. */
  private static final double SQUARE_PER_DB = Math.log(10) / 5;

  private final int firstBand;
  private final double[] levels;
  private final double[] floors;
  private final double smoothing;
  private final double floorRise;
  private final int hangoverFrames;
  private final double[] recent;
  private int next;
  private int filled;
  private int hangover;

  /** Prepares a gate for log-mel frames of that spec. */
  public SpeechGate(MfccSpec spec) {
    int first = 0;
    while (first < spec.nMels() - 1 && spec.melBandCenter(first) < LOWEST_HZ) {
      first++;
    }
    int end = spec.nMels();
    while (end > first + 1 && spec.melBandCenter(end - 1) > HIGHEST_HZ) {
      end--;
    }
    firstBand = first;
    levels = new double[end - first];
    floors = new double[end - first];
    double hop = spec.hopSeconds();
    smoothing = 1 - Math.exp(-hop / SMOOTHING_SECONDS);
    floorRise = FLOOR_RISE_DB_PER_SECOND * hop;
    hangoverFrames = (int) Math.round(HANGOVER_SECONDS / hop);
    recent = new double[Math.max(2, (int) Math.round(SWING_SECONDS / hop))];
    reset();
  }

  /** Forgets everything; the next frame is the start of a new signal. */
  public void reset() {
    Arrays.fill(recent, 0);
    next = 0;
    filled = 0;
    hangover = 0;
  }

  /**
   * Takes the next frame, {@code [mel]} in dB as {@link
   * org.undertone.ser.feature.LogMelExtractor} computes it.
   *
   * @return whether it is speech
   */
  public boolean accept(float[] logMel) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < levels.length; i++) {
      double now = logMel[firstBand + i];
      if (filled == 0) {
        levels[i] = now;
        floors[i] = now;
      } else {
        levels[i] += smoothing * (now - levels[i]);
        floors[i] = Math.min(levels[i], floors[i] + floorRise);
      }
      sum += now;
      squares += Math.exp(SQUARE_PER_DB * (levels[i] - floors[i]));
    }
    double above = Math.log(squares / levels.length) / SQUARE_PER_DB;
    recent[next] = above;
    next = (next + 1) % recent.length;
    filled = Math.min(filled + 1, recent.length);
    if (sum / levels.length > SILENCE_DB && above > ABOVE_FLOOR_DB && swing() > SWING_DB) {
      hangover = hangoverFrames;
      return true;
    }
    if (hangover > 0) {
      hangover--;
      return true;
    }
    return false;
  }

  private double swing() {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < filled; i++) {
      min = Math.min(min, recent[i]);
      max = Math.max(max, recent[i]);
    }
    return max - min;
  }
}
