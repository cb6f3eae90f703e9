// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import android.content.Context;
import android.content.res.Resources;
import androidx.preference.ListPreference;
import org.undertone.app.R;

/** Fills the lists whose choices are numbers. */
final class ListChoices {
  private ListChoices() {}

  static void fill(Context context, ListPreference unsure, ListPreference retention) {
    Resources resources = context.getResources();
    fill(
        unsure,
        resources.getIntArray(R.array.settings_unsure_percents),
        "",
        context.getString(R.string.settings_unsure_model),
        percent -> context.getString(R.string.settings_unsure_percent, percent));
    fill(
        retention,
        resources.getIntArray(R.array.settings_retention_days),
        "0",
        context.getString(R.string.settings_retention_never),
        days -> resources.getQuantityString(R.plurals.settings_retention_days, days, days));
  }

  /** Gives words to a number. */
  private interface Words {
    String of(int number);
  }

  private static void fill(
      ListPreference list, int[] numbers, String firstValue, String firstEntry, Words words) {
    String[] entries = new String[numbers.length + 1];
    String[] values = new String[numbers.length + 1];
    entries[0] = firstEntry;
    values[0] = firstValue;
    for (int i = 0; i < numbers.length; i++) {
      entries[i + 1] = words.of(numbers[i]);
      values[i + 1] = Integer.toString(numbers[i]);
    }
    list.setEntries(entries);
    list.setEntryValues(values);
  }
}
