// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

/**
 * Turns the counter of an audio track into a place in the audio.
 *
 * @param sampleRate rate in Hz
 * @param firstFrame the frame of the audio that the track began with
 */
record PlaybackPosition(int sampleRate, long firstFrame) {

  /**
   * Returns what is heard, seconds since the start of the audio.
   *
   * @param head the track's counter of frames, which Java takes for negative after 2^31 of them
   */
  double seconds(int head) {
    return (double) (firstFrame + Integer.toUnsignedLong(head)) / sampleRate;
  }
}
