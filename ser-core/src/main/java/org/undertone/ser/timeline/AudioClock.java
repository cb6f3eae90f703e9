// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

/**
 * Time as the audio tells it, which never goes backwards: guards the streaming classes of this
 * package against windows out of order, such as those of a second recording.
 */
final class AudioClock {
  private double now;

  /**
   * Moves on.
   *
   * @param seconds the new time, not before the last one
   * @throws IllegalArgumentException if it is, or is not a number; the clock then stays
   */
  void advance(double seconds) {
    if (!(seconds >= now)) {
      throw new IllegalArgumentException(
          "a window ends at "
              + seconds
              + " s, but one that ended at "
              + now
              + " s came before it: start anew for a new recording");
    }
    now = seconds;
  }

  /** Returns the last time, 0 at first. */
  double now() {
    return now;
  }
}
