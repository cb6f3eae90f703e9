// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import org.undertone.ser.EmotionScores;

/**
 * Scores of a whole recording: the normalised geometric mean of its windows' scores, each weighted by
 * the fourth power of its seconds of speech. The first windows hold the beginning of an utterance
 * alone; those that hold most of it know more.
 */
final class RecordingScores {
  private static final int POWER = 4;

  private final MeanScores mean = new MeanScores();

  /** Adds a window's calibrated scores. */
  void add(double speechSeconds, EmotionScores scores) {
    mean.add(Math.pow(speechSeconds, POWER), scores);
  }

  /** Returns the scores so far, or null if there was no speech. */
  EmotionScores scores() {
    return mean.scores();
  }
}
