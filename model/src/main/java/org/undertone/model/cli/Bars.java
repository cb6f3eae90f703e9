// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.util.Locale;

/** Numbers and bars for people. */
final class Bars {
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private final boolean blocks;

  /** Draws with blocks if the terminal shows them, and in ASCII otherwise. */
  Bars(Console console) {
    blocks = console.canShow(EIGHTHS + "█");
  }

  /** Returns a bar as long as {@code fraction} of {@code width} characters. */
  String bar(double fraction, int width) {
    double length = Math.max(0, Math.min(1, fraction)) * width;
    if (!blocks) {
      return "#".repeat((int) Math.round(length));
    }
    int eighths = (int) Math.round(length * 8);
    String rest = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
    return "█".repeat(eighths / 8) + rest;
  }

  /** Returns a probability in percent, five characters wide. */
  static String percent(double probability) {
    return String.format(Locale.ROOT, "%3.0f %%", 100 * probability);
  }

  /** Returns a length of time: {@code 7.5 s} or, from a minute on, {@code 1:15.3}. */
  static String time(double seconds) {
    return seconds < 60 ? String.format(Locale.ROOT, "%.1f s", seconds) : clock(seconds);
  }

  /** Returns a point in time: minutes, seconds and tenths. */
  static String clock(double seconds) {
    long tenths = Math.round(seconds * 10);
    return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
  }
}
