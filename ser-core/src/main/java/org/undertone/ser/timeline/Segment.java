// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

/**
 * A stretch of time with one emotion, or with none; immutable.
 *
 * @param startSeconds start, seconds of audio
 * @param endSeconds end, seconds of audio
 * @param state what was heard
 * @param emotion the emotion, or null unless the state is {@link Verdict.State#EMOTION}
 * @param meanScores mean of the smoothed scores of its verdicts on speech, each counted once, or
 *     null if the state is {@link Verdict.State#NO_SPEECH}
 * @param verdicts number of verdicts that the segment covers, those of merged flicker included; 0
 *     where nothing was listened to
 */
public record Segment(
    double startSeconds,
    double endSeconds,
    Verdict.State state,
    Emotion emotion,
    EmotionScores meanScores,
    int verdicts) {

  /**
   * Checks that the values fit together.
   *
   * @throws IllegalArgumentException if they do not; the message says which
   */
  public Segment {
    if (!(startSeconds >= 0 && startSeconds < endSeconds && endSeconds < Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "not a segment: " + startSeconds + " s to " + endSeconds + " s");
    }
    if ((emotion != null) != (state == Verdict.State.EMOTION)) {
      throw new IllegalArgumentException("state " + state + " with emotion " + emotion);
    }
    if ((meanScores != null) != (state != Verdict.State.NO_SPEECH)) {
      throw new IllegalArgumentException("scores belong to every segment of speech, and no other");
    }
    if (verdicts < 0) {
      throw new IllegalArgumentException(verdicts + " verdicts");
    }
  }

  /** Returns the length in seconds, above 0. */
  public double durationSeconds() {
    return endSeconds - startSeconds;
  }

  /** Returns the mean probability of the emotion, 0 to 1; 0 where there is no emotion. */
  public float confidence() {
    return emotion == null ? 0 : meanScores.probability(emotion);
  }
}
