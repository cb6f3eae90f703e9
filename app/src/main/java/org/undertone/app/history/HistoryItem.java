// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import java.time.LocalDate;
import java.time.ZoneId;
import org.undertone.app.data.SessionSummary;

/**
 * A line of the history: a session, or the day above the sessions of that day; immutable.
 *
 * @param day the day, in the time zone of the device
 * @param session the session, or null for a day
 */
record HistoryItem(LocalDate day, SessionSummary session) {

  static HistoryItem of(SessionSummary session) {
    return new HistoryItem(
        LocalDate.ofInstant(session.startedAt(), ZoneId.systemDefault()), session);
  }

  /** Returns the day that goes between two neighbours, either of which may be null, or null. */
  static HistoryItem between(HistoryItem before, HistoryItem after) {
    if (after == null || (before != null && before.day().equals(after.day()))) {
      return null;
    }
    return new HistoryItem(after.day(), null);
  }

  boolean isDay() {
    return session == null;
  }

  boolean isSameLine(HistoryItem other) {
    if (isDay() || other.isDay()) {
      return isDay() && other.isDay() && day.equals(other.day());
    }
    return session.id() == other.session().id();
  }
}
