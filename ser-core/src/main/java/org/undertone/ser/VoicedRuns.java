// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

/**
 * Which of the last frames were voiced, and how many of them in a row: a knock that rings has a period for
 * a frame or two, a vowel for longer. No allocation after construction; for one thread at a time.
 */
final class VoicedRuns {
  private final boolean[] voiced;
  private final int leastRun;
  private int next;

  /**
   * Starts with frames that are not voiced.
   *
   * @param frames how many are remembered
   * @param leastRun the fewest voiced frames in a row that count
   */
  VoicedRuns(int frames, int leastRun) {
    voiced = new boolean[frames];
    this.leastRun = leastRun;
  }

  /** Takes the next frame. */
  void add(boolean isVoiced) {
    voiced[next] = isVoiced;
    next = (next + 1) % voiced.length;
  }

  /** Returns how many of the frames that are remembered are voiced and in a run that counts. */
  int frames() {
    int counted = 0;
    int run = 0;
    for (int i = 0; i < voiced.length; i++) {
      run = voiced[(next + i) % voiced.length] ? run + 1 : 0;
      if (run == leastRun) {
        counted += leastRun;
      } else if (run > leastRun) {
        counted++;
      }
    }
    return counted;
  }
}
