// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.room.Embedded;

/** A session as the history shows it. */
final class HistoryRow {
  @Embedded SessionRow session;
  int alerts;

  SessionSummary toSummary() {
    return session.toSummary(alerts);
  }
}
