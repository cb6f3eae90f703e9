// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import androidx.appcompat.app.AppCompatDelegate;
import androidx.core.os.LocaleListCompat;
import java.util.Locale;

/** Puts theme and language into force. Main thread. */
public final class Appearance {
  private Appearance() {}

  /** Shows the app in a theme; screens are made anew where needed. */
  public static void apply(Settings.Theme theme) {
    AppCompatDelegate.setDefaultNightMode(nightMode(theme));
  }

  private static int nightMode(Settings.Theme theme) {
    switch (theme) {
      case LIGHT:
        return AppCompatDelegate.MODE_NIGHT_NO;
      case DARK:
        return AppCompatDelegate.MODE_NIGHT_YES;
      case SYSTEM:
        return AppCompatDelegate.MODE_NIGHT_FOLLOW_SYSTEM;
    }
    throw new AssertionError(theme);
  }

  /**
   * Returns the chosen language, such as "de"; empty for the system's. Chosen in the system's own
   * settings it may come with a country, which the app does not tell apart.
   */
  static String language() {
    Locale first = AppCompatDelegate.getApplicationLocales().get(0);
    return first == null ? "" : first.getLanguage();
  }

  /** Shows the app in a language, which the system (or AppCompat, before Android 13) remembers. */
  static void setLanguage(String tag) {
    AppCompatDelegate.setApplicationLocales(LocaleListCompat.forLanguageTags(tag));
  }
}
