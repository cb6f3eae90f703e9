// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

/**
 * What was heard in one window; immutable. {@link ScoreSmoother} makes them.
 *
 * @param startSeconds start of the window, seconds of audio since the start of the recording
 * @param endSeconds end of the window, after its start
 * @param state whether there was speech, and whether it could be told apart
 * @param emotion the emotion to show, or null unless the state is {@link State#EMOTION}
 * @param raw calibrated scores of this window alone, or null if the state is {@link
 *     State#NO_SPEECH}
 * @param smoothed calibrated scores smoothed over the verdicts so far, or null if the state is
 *     {@link State#NO_SPEECH}
 * @param speechSeconds how much of the window was speech, 0 to the window's length; more than 0
 *     unless the state is {@link State#NO_SPEECH}
 */
public record Verdict(
    double startSeconds,
    double endSeconds,
    State state,
    Emotion emotion,
    EmotionScores raw,
    EmotionScores smoothed,
    double speechSeconds) {

  /** What can be said of a window. */
  public enum State {
    /** Too little speech to say anything. */
    NO_SPEECH,
    /** Speech, but no emotion is probable enough. */
    UNSURE,
    /** Speech with one emotion. */
    EMOTION
  }

  /** Rounding that is forgiven where the speech in a window is compared with the window's length. */
  private static final double ROUNDING_SECONDS = 1e-6;

  /**
   * Checks that the values fit together.
   *
   * @throws IllegalArgumentException if they do not; the message says which
   */
  public Verdict {
    if (!(startSeconds >= 0 && startSeconds < endSeconds && endSeconds < Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "not a window: " + startSeconds + " s to " + endSeconds + " s");
    }
    if (!(speechSeconds >= 0 && speechSeconds <= endSeconds - startSeconds + ROUNDING_SECONDS)) {
      throw new IllegalArgumentException(
          speechSeconds + " s of speech in a window of " + (endSeconds - startSeconds) + " s");
    }
    boolean speech = state != State.NO_SPEECH;
    if (speech && speechSeconds == 0) {
      throw new IllegalArgumentException("a verdict on speech without any speech");
    }
    if ((raw != null) != speech || (smoothed != null) != speech) {
      throw new IllegalArgumentException(
          "scores belong to every verdict on speech, and to no other");
    }
    if ((emotion != null) != (state == State.EMOTION)) {
      throw new IllegalArgumentException("state " + state + " with emotion " + emotion);
    }
  }

  /** Returns the verdict on a window with too little speech. */
  public static Verdict noSpeech(double startSeconds, double endSeconds, double speechSeconds) {
    return new Verdict(startSeconds, endSeconds, State.NO_SPEECH, null, null, null, speechSeconds);
  }

  /** Returns whether there was enough speech, and so scores. */
  public boolean isSpeech() {
    return state != State.NO_SPEECH;
  }
}
