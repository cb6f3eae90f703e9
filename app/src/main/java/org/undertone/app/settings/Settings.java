// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import android.content.SharedPreferences;
import java.util.Locale;
import java.util.OptionalDouble;
import org.undertone.ser.LabelScheme;
import org.undertone.ser.timeline.DriverAlertSettings.Sensitivity;

/**
 * What the user chose, with its defaults: one typed view of the shared preferences that the settings
 * screen edits. Any thread. Values that cannot be read count as not set.
 */
public final class Settings {
  /** Keys, as the settings screen's XML names them. */
  public static final String KEEP_AUDIO = "keep_audio";

  /** Days after which sessions go; 0 for never. */
  public static final String RETENTION_DAYS = "retention_days";

  /** Whether voices are learnt. */
  public static final String PROFILE_ENABLED = "profile_enabled";

  /** Whose voice it is. */
  public static final String PROFILE_NAME = "profile_name";

  /** Probability below which the answer is "unsure", percent; empty for the model's own. */
  public static final String UNSURE_PERCENT = "unsure_percent";

  /** How many labels: 8, 4 or 3. */
  public static final String LABELS = "labels";

  /** Light, dark or as the system. */
  public static final String THEME = "theme";

  /** Where the network runs. */
  public static final String DELEGATE = "delegate";

  /** How soon the driver is alerted. */
  public static final String SENSITIVITY = "driver_sensitivity";

  /** Whether alerts are spoken too. */
  public static final String SPEAK_ALERTS = "speak_alerts";

  /** Whether alerts vibrate. */
  public static final String VIBRATE = "vibrate_alerts";

  /** Whether the first-run notice was accepted. */
  public static final String NOTICE_ACCEPTED = "notice_accepted";

  /** Theme as the system has it. */
  public static final String THEME_SYSTEM = "system";

  private static final String THEME_LIGHT = "light";
  private static final String THEME_DARK = "dark";

  /** How the app looks. */
  public enum Theme {
    /** As the system says. */
    SYSTEM,
    /** Always light. */
    LIGHT,
    /** Always dark. */
    DARK
  }

  private final SharedPreferences preferences;

  /** Reads and writes these preferences. */
  public Settings(SharedPreferences preferences) {
    this.preferences = preferences;
  }

  /** Returns whether audio is kept; off unless chosen. */
  public boolean keepAudio() {
    return preferences.getBoolean(KEEP_AUDIO, false);
  }

  /** Returns after how many days sessions go; 0 for never. */
  public int retentionDays() {
    return Math.max(0, number(RETENTION_DAYS, 0));
  }

  /** Returns whether voices are learnt; on unless switched off. */
  public boolean profileEnabled() {
    return preferences.getBoolean(PROFILE_ENABLED, true);
  }

  /** Returns whose voice it is; empty for the phone's only user. */
  public String profileName() {
    return preferences.getString(PROFILE_NAME, "");
  }

  /** Says whose voice it is. */
  public void setProfileName(String name) {
    preferences.edit().putString(PROFILE_NAME, name).apply();
  }

  /** Returns the probability below which the answer is "unsure", 0 to 1; empty for the model's own. */
  public OptionalDouble unsureThreshold() {
    int percent = number(UNSURE_PERCENT, -1);
    return percent >= 0 && percent <= 100
        ? OptionalDouble.of(percent / 100.0)
        : OptionalDouble.empty();
  }

  /** Returns how finely emotions are shown; eight unless chosen. */
  public LabelScheme labels() {
    int labels = number(LABELS, 8);
    return labels == 4 || labels == 3 ? LabelScheme.ofSize(labels) : LabelScheme.EIGHT;
  }

  /** Returns how the app looks. */
  public Theme theme() {
    switch (preferences.getString(THEME, THEME_SYSTEM)) {
      case THEME_LIGHT:
        return Theme.LIGHT;
      case THEME_DARK:
        return Theme.DARK;
      default:
        return Theme.SYSTEM;
    }
  }

  /** Returns where the network shall run: "automatic", "cpu", "gpu" or "nnapi". */
  public String delegate() {
    return preferences.getString(DELEGATE, "automatic");
  }

  /** Returns how soon the driver is alerted; medium unless chosen. */
  public Sensitivity sensitivity() {
    String name = preferences.getString(SENSITIVITY, "").toUpperCase(Locale.ROOT);
    for (Sensitivity sensitivity : Sensitivity.values()) {
      if (sensitivity.name().equals(name)) {
        return sensitivity;
      }
    }
    return Sensitivity.MEDIUM;
  }

  /** Sets how soon the driver is alerted. */
  public void setSensitivity(Sensitivity sensitivity) {
    preferences.edit().putString(SENSITIVITY, sensitivity.name().toLowerCase(Locale.ROOT)).apply();
  }

  /** Returns whether alerts are spoken; off unless chosen. */
  public boolean speakAlerts() {
    return preferences.getBoolean(SPEAK_ALERTS, false);
  }

  /** Sets whether alerts are spoken. */
  public void setSpeakAlerts(boolean speak) {
    preferences.edit().putBoolean(SPEAK_ALERTS, speak).apply();
  }

  /** Returns whether alerts vibrate; on unless switched off. */
  public boolean vibrate() {
    return preferences.getBoolean(VIBRATE, true);
  }

  /** Sets whether alerts vibrate. */
  public void setVibrate(boolean vibrate) {
    preferences.edit().putBoolean(VIBRATE, vibrate).apply();
  }

  /** Returns whether the first-run notice was accepted. */
  public boolean noticeAccepted() {
    return preferences.getBoolean(NOTICE_ACCEPTED, false);
  }

  /** Remembers that the first-run notice was accepted. */
  public void acceptNotice() {
    preferences.edit().putBoolean(NOTICE_ACCEPTED, true).apply();
  }

  /** Forgets every choice, but not that the first-run notice was accepted. */
  public void eraseAll() {
    preferences.edit().clear().putBoolean(NOTICE_ACCEPTED, noticeAccepted()).apply();
  }

  /** Takes numbers as lists of the settings screen keep them: as text. */
  private int number(String key, int otherwise) {
    try {
      return Integer.parseInt(preferences.getString(key, ""));
    } catch (NumberFormatException | ClassCastException e) {
      return otherwise;
    }
  }
}
