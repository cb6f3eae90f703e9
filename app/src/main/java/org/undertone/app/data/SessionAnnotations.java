// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.util.Optional;
import java.util.function.Consumer;
import org.undertone.ser.Emotion;

/**
 * What the user adds to sessions: names, notes, and labels of segments that correct the model's. Each
 * change is one transaction, and none if what it is about is gone. Blocks on the database.
 */
final class SessionAnnotations {
  private final UndertoneDatabase database;
  private final SessionDao sessions;
  private final TimelineDao timeline;

  SessionAnnotations(UndertoneDatabase database) {
    this.database = database;
    sessions = database.sessions();
    timeline = database.timeline();
  }

  /** Names a session; an empty name takes the name away. */
  void rename(long id, String name) {
    edit(id, row -> sessions.setName(id, name, SearchText.of(name, row.note)));
  }

  /** Sets the note on a session. */
  void setNote(long id, String note) {
    edit(id, row -> sessions.setNote(id, note, SearchText.of(row.name, note)));
  }

  private void edit(long id, Consumer<SessionRow> change) {
    database.transact(() -> Optional.ofNullable(sessions.row(id)).ifPresent(change));
  }

  /** Sets or (with null) takes back the correction of a segment. */
  void correct(long segmentId, Emotion correction) {
    label(segmentId, row -> row.correction = correction);
  }

  /** Sets the note on a segment. */
  void setSegmentNote(long segmentId, String note) {
    label(segmentId, row -> row.note = note);
  }

  private void label(long segmentId, Consumer<LabelRow> change) {
    database.transact(
        () -> {
          Long sessionId = timeline.sessionOf(segmentId);
          if (sessionId == null) {
            return;
          }
          LabelRow stored = timeline.label(segmentId);
          LabelRow row = stored == null ? LabelRow.of(segmentId) : stored;
          change.accept(row);
          if (row.isEmpty()) {
            timeline.removeLabel(row);
          } else {
            timeline.setLabel(row);
          }
          database.refreshDigest(sessionId);
        });
  }
}
