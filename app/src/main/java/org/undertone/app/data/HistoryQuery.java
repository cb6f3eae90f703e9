// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.sqlite.db.SimpleSQLiteQuery;
import androidx.sqlite.db.SupportSQLiteQuery;
import java.util.ArrayList;
import java.util.List;
import org.undertone.ser.Emotion;

/**
 * The SQL of a filter, newest session first. The index on (deleted, started_at) gives the order, so
 * that a page costs what it shows and what lies before it, however many sessions there are.
 */
final class HistoryQuery {
  private final String where;
  private final List<Object> arguments = new ArrayList<>();

  HistoryQuery(SessionFilter filter) {
    StringBuilder sql = new StringBuilder(" FROM sessions WHERE deleted = 0");
    if (filter.from() != null) {
      sql.append(" AND started_at >= ?");
      arguments.add(filter.from().toEpochMilli());
    }
    if (filter.until() != null) {
      sql.append(" AND started_at < ?");
      arguments.add(filter.until().toEpochMilli());
    }
    if (!filter.emotions().isEmpty()) {
      sql.append(" AND emotion_mask & ? <> 0");
      int mask = 0;
      for (Emotion emotion : filter.emotions()) {
        mask |= SessionDigest.bit(emotion);
      }
      arguments.add(mask);
    }
    for (String pattern : SearchText.patterns(filter.text())) {
      sql.append(" AND search_text LIKE ? ESCAPE '\\'");
      arguments.add(pattern);
    }
    where = sql.toString();
  }

  /** Returns the query of so many {@link HistoryRow}s at most. */
  SupportSQLiteQuery rows(int limit) {
    return query(
        "SELECT sessions.*, (SELECT COUNT(*) FROM alerts WHERE session_id = sessions.id) AS alerts"
            + where
            + " ORDER BY started_at DESC, id DESC LIMIT "
            + limit);
  }

  /** Returns the query of keys. */
  SupportSQLiteQuery ids() {
    return query("SELECT id" + where + " ORDER BY started_at DESC, id DESC");
  }

  /** Returns the query of how many there are. */
  SupportSQLiteQuery count() {
    return query("SELECT COUNT(*)" + where);
  }

  private SupportSQLiteQuery query(String sql) {
    return new SimpleSQLiteQuery(sql, arguments.toArray());
  }
}
