// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

/**
 * Tells exact zeros from quiet. A microphone that works always hears its own noise; exact zeros come
 * from the system. For one thread.
 */
final class DigitalSilence {
  private long run;

  /** Returns whether there is nothing but zeros. */
  static boolean isZero(float[] samples, int length) {
    for (int i = 0; i < length; i++) {
      if (samples[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Adds samples that count as heard.
   *
   * @param zero whether {@link #isZero} says so of them
   * @param sampleRate their rate, Hz
   * @return whether the last second, at least, was nothing but zeros
   */
  boolean add(boolean zero, int length, int sampleRate) {
    run = zero ? run + length : 0;
    return run >= sampleRate;
  }

  /** Forgets the zeros so far: what comes next does not follow them. */
  void restart() {
    run = 0;
  }
}
