// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import android.content.SharedPreferences;
import android.util.Log;

/** Keeps it in a file of shared preferences of its own. */
public final class PreferencesDelegateMemory implements DelegateMemory {
  private final SharedPreferences preferences;

  /** Keeps it in these preferences, which must hold nothing else. */
  public PreferencesDelegateMemory(SharedPreferences preferences) {
    this.preferences = preferences;
  }

  @Override
  public String get(String key) {
    Object value = preferences.getAll().get(key);
    return value instanceof String ? (String) value : null;
  }

  @Override
  public void put(String key, String text) {
    // Not apply(): what is put must outlive a crash of the next call.
    SharedPreferences.Editor editor = preferences.edit();
    written((text == null ? editor.remove(key) : editor.putString(key, text)).commit());
  }

  @Override
  public void clear() {
    written(preferences.edit().clear().commit());
  }

  private static void written(boolean done) {
    if (!done) {
      Log.w("Undertone", "cannot remember which delegates work");
    }
  }
}
