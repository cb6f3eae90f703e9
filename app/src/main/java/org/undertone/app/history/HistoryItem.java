// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.undertone.app.data.SessionSummary;

/**
 * A line of the history: a session, or the day above the sessions of that day; immutable.
 *
 * @param day the day, in the time zone of the device
 * @param session the session, or null for a day
 */
record HistoryItem(LocalDate day, SessionSummary session) {

  private static HistoryItem of(SessionSummary session) {
    return new HistoryItem(
        session.startedAt().atZone(ZoneId.systemDefault()).toLocalDate(), session);
  }

  /** Returns sessions, newest first, with the days above them. */
  static List<HistoryItem> withDays(List<SessionSummary> sessions) {
    List<HistoryItem> items = new ArrayList<>();
    LocalDate day = null;
    for (SessionSummary session : sessions) {
      HistoryItem item = of(session);
      if (!item.day().equals(day)) {
        day = item.day();
        items.add(new HistoryItem(day, null));
      }
      items.add(item);
    }
    return items;
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
