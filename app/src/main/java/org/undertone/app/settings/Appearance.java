// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import androidx.appcompat.app.AppCompatDelegate;
import androidx.core.os.LocaleListCompat;

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

  /** Returns the chosen language's tag, such as "de"; empty for the system's. */
  static String language() {
    return AppCompatDelegate.getApplicationLocales().toLanguageTags();
  }

  /** Shows the app in a language, which the system (or AppCompat, before Android 13) remembers. */
  static void setLanguage(String tag) {
    AppCompatDelegate.setApplicationLocales(LocaleListCompat.forLanguageTags(tag));
  }
}
