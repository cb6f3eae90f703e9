// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.content.Context;
import android.content.SharedPreferences;

/** Which of the system's questions were put before, over the end of the process. Any thread. */
public final class AskedBefore {
  /** Whether the microphone may be used. */
  public static final String MICROPHONE = "microphone";

  /** Whether there may be notifications. */
  public static final String NOTIFICATIONS = "notifications";

  private static final String FILE = "asked";

  private final SharedPreferences asked;

  /** Reads what is remembered. */
  public AskedBefore(Context context) {
    asked = context.getSharedPreferences(FILE, Context.MODE_PRIVATE);
  }

  /** Returns whether a question was put. */
  public boolean was(String question) {
    return asked.getBoolean(question, false);
  }

  /** Remembers that a question was put. */
  public void remember(String question) {
    asked.edit().putBoolean(question, true).apply();
  }
}
