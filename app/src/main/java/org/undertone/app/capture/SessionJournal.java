// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.util.Log;
import java.util.List;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.NewSession;
import org.undertone.app.data.SessionEvent;
import org.undertone.app.data.SessionRepository;
import org.undertone.app.data.SessionWriter;
import org.undertone.app.data.StorageException;

/** What is stored of a session, from its beginning to its end. For the judging thread. */
final class SessionJournal {
  /** What is shorter than the first verdict is a mistake, or never heard anything: not kept. */
  private static final double SHORTEST_SECONDS = 0.5;

  private final SessionRepository sessions;
  private final SessionWriter writer;
  private boolean discarded;

  /**
   * Begins; blocks on the database.
   *
   * @throws StorageException if nothing can be stored
   */
  SessionJournal(SessionRepository sessions, NewSession session) throws StorageException {
    this.sessions = sessions;
    writer = sessions.begin(session);
  }

  /** Returns what writes it. */
  SessionWriter writer() {
    return writer;
  }

  /** Returns the key of the session; 0 once it was too short to be kept. */
  long sessionId() {
    return discarded ? 0 : writer.sessionId();
  }

  /** Adds something that happened, at a time and after a gap, both in seconds. */
  void addEvent(double atSeconds, EventKind kind, double gapSeconds) {
    writer.addEvent(new SessionEvent(atSeconds, kind, gapSeconds));
  }

  /** Ends it, waits until it is written, and returns whether it was; discards what is too short. */
  boolean end(EndReason reason, double heardSeconds) {
    boolean stored = writer.end(reason, heardSeconds);
    if (heardSeconds < SHORTEST_SECONDS) {
      discard();
    }
    return stored;
  }

  private void discard() {
    try {
      sessions.delete(List.of(writer.sessionId()));
      discarded = true;
    } catch (RuntimeException e) {
      Log.w("Undertone", "an empty session stays in the history", e);
    }
  }
}
