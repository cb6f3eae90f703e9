// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import java.util.Locale;

/** Times as people read them. */
public final class TimeText {
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private TimeText() {}

  /** Returns a time as 0:07, 12:34 or 1:02:03, in the digits of a locale; parts of a second are cut off. */
  public static String of(double seconds, Locale locale) {
    long whole = (long) Math.max(0, seconds);
    long hours = whole / HOUR;
    long minutes = whole / MINUTE % MINUTE;
    return hours > 0
        ? String.format(locale, "%d:%02d:%02d", hours, minutes, whole % MINUTE)
        : String.format(locale, "%d:%02d", minutes, whole % MINUTE);
  }
}
