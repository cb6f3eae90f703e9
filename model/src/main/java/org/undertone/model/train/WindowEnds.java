// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.util.Random;

/** Draws where in a clip a training window ends: anywhere after enough speech. Immutable. */
final class WindowEnds {
  /** Of the speech that a window of the clip can hold, so much counts as whole. */
  private static final double WHOLE = 0.85;

  private final int windowFrames;
  private final int enough;
  private final double wholeProbability;

  /**
   * Prepares.
   *
   * @param enough frames of speech that a window has at least, if any window of its clip has
   * @param wholeProbability how often a window must hold nearly all the speech that one can
   */
  WindowEnds(int windowFrames, int enough, double wholeProbability) {
    this.windowFrames = windowFrames;
    this.enough = enough;
    this.wholeProbability = wholeProbability;
  }

  /**
   * Returns an end, in frames from the start of the clip; if no window has enough speech, the last end
   * with the most. In a long clip with pauses, the speech must be within the window, not just before it.
   *
   * @param speech which frames of the clip are speech
   */
  int draw(boolean[] speech, Random random) {
    int[] heard = new int[speech.length + 1];
    int most = 0;
    int best = speech.length;
    for (int end = 1; end <= speech.length; end++) {
      int gone = end - 1 - windowFrames;
      heard[end] = heard[end - 1] + (speech[end - 1] ? 1 : 0) - (gone >= 0 && speech[gone] ? 1 : 0);
      if (heard[end] >= most) {
        most = heard[end];
        best = end;
      }
    }
    boolean whole = random.nextDouble() < wholeProbability;
    int wanted = whole ? Math.max(1, (int) (WHOLE * most)) : enough;
    int count = 0;
    for (int frames : heard) {
      count += frames >= wanted ? 1 : 0;
    }
    int drawn = random.nextInt(Math.max(1, count));
    for (int end = 1; count > 0 && end <= speech.length; end++) {
      if (heard[end] >= wanted && drawn-- == 0) {
        return end;
      }
    }
    return best;
  }
}
