// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

/**
 * What is heard of a session; immutable.
 *
 * @param playing whether it is heard now
 * @param seconds where it stands, seconds since the start of the session
 * @param length how much can be heard, s; 0 if nothing
 * @param problem why it is not heard although the user wants it
 * @param cause what the system said to it, may be empty
 */
record Playback(boolean playing, double seconds, double length, Problem problem, String cause) {

  /** Why nothing is heard. */
  enum Problem {
    /** Nothing is wrong. */
    NONE,
    /** Another app has the sound. */
    BUSY,
    /** No audio was kept there. */
    BEYOND,
    /** The file is gone. */
    MISSING,
    /** It can't be read or played. */
    FAILED
  }

  /** Nothing to hear. */
  static final Playback NONE = new Playback(false, 0, 0, Problem.NONE, "");

  boolean isAvailable() {
    return length > 0;
  }

  Playback playingAt(double at) {
    return new Playback(true, at, length, Problem.NONE, "");
  }

  Playback pausedAt(double at) {
    return new Playback(false, at, length, Problem.NONE, "");
  }

  Playback withLength(double of) {
    return new Playback(playing, seconds, of, problem, cause);
  }

  Playback failed(Problem why, String said) {
    return new Playback(false, seconds, length, why, said);
  }
}
