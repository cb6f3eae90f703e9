// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

/**
 * Colours from dark blue to yellow that look the same to those who see no red or green (Nuñez,
 * Anderton and Renslow, 2018), between nine of its points.
 */
final class Cividis {
  private static final int[] POINTS = {
    0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173, 0x8A8678, 0xA59C74, 0xC3B369, 0xFEE838
  };

  private Cividis() {}

  /** Returns the colour of a share of the way, as 0xRRGGBB; the ends' outside of 0 to 1. */
  static int rgb(double share) {
    double place = Math.max(0, Math.min(1, share)) * (POINTS.length - 1);
    int from = Math.min((int) place, POINTS.length - 2);
    double part = place - from;
    int color = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int low = POINTS[from] >> shift & 0xFF;
      int high = POINTS[from + 1] >> shift & 0xFF;
      color |= (int) Math.round(low + part * (high - low)) << shift;
    }
    return color;
  }
}
