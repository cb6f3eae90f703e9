// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import android.icu.text.MeasureFormat;
import android.icu.util.Measure;
import android.icu.util.MeasureUnit;
import java.util.Locale;

/** Lengths of time in words of the user's language. */
final class Durations {
  private static final int SECONDS_A_MINUTE = 60;

  private Durations() {}

  /** Returns seconds or minutes, such as "45 s" or "12 min". */
  static String brief(double seconds, Locale locale) {
    MeasureFormat format = MeasureFormat.getInstance(locale, MeasureFormat.FormatWidth.SHORT);
    return seconds < SECONDS_A_MINUTE
        ? format.format(new Measure(Math.round(seconds), MeasureUnit.SECOND))
        : format.format(new Measure(Math.round(seconds / SECONDS_A_MINUTE), MeasureUnit.MINUTE));
  }
}
