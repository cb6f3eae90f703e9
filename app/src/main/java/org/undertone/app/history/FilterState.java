// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.os.Bundle;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.undertone.app.data.SessionFilter;
import org.undertone.ser.Emotion;

/** Keeps a filter over the death of the process. */
final class FilterState {
  private static final String TEXT = "text";
  private static final String EMOTIONS = "emotions";
  private static final String FROM = "from";
  private static final String UNTIL = "until";

  private FilterState() {}

  static Bundle toBundle(SessionFilter filter) {
    Bundle bundle = new Bundle();
    bundle.putString(TEXT, filter.text());
    bundle.putIntArray(
        EMOTIONS, filter.emotions().stream().mapToInt(Emotion::index).sorted().toArray());
    putInstant(bundle, FROM, filter.from());
    putInstant(bundle, UNTIL, filter.until());
    return bundle;
  }

  /** Returns the filter of {@link #toBundle}; of null, the one that shows everything. */
  static SessionFilter of(Bundle bundle) {
    if (bundle == null) {
      return SessionFilter.ALL;
    }
    Set<Emotion> emotions = EnumSet.noneOf(Emotion.class);
    for (int index : bundle.getIntArray(EMOTIONS)) {
      emotions.add(Emotion.values()[index]);
    }
    return new SessionFilter(
        bundle.getString(TEXT, ""), emotions, instant(bundle, FROM), instant(bundle, UNTIL));
  }

  private static void putInstant(Bundle bundle, String key, Instant instant) {
    if (instant != null) {
      bundle.putLong(key, instant.toEpochMilli());
    }
  }

  private static Instant instant(Bundle bundle, String key) {
    return bundle.containsKey(key) ? Instant.ofEpochMilli(bundle.getLong(key)) : null;
  }
}
