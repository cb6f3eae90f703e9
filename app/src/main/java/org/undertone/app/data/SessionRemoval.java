// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import android.util.Log;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Removes sessions and their audio: first hidden, so that it can be undone, then for good. A file that
 * cannot be deleted is left for the next start. Blocks on database and files.
 */
final class SessionRemoval {
  /** What SQLite before 3.32 takes in one statement is 999. */
  private static final int MAX_ARGUMENTS = 500;

  private final UndertoneDatabase database;
  private final SessionDao sessions;
  private final AudioFolder audio;
  private final DamagedDatabases damaged;

  SessionRemoval(UndertoneDatabase database, AudioFolder audio, DamagedDatabases damaged) {
    this.database = database;
    this.audio = audio;
    this.damaged = damaged;
    sessions = database.sessions();
  }

  /** Hides sessions. */
  void hide(List<Long> ids) {
    inParts(ids, part -> sessions.setDeleted(part, true));
  }

  /** Takes {@link #hide} back. */
  void restore(List<Long> ids) {
    inParts(ids, part -> sessions.setDeleted(part, false));
  }

  private void inParts(List<Long> ids, Consumer<List<Long>> statement) {
    database.transact(
        () -> {
          for (int from = 0; from < ids.size(); from += MAX_ARGUMENTS) {
            statement.accept(ids.subList(from, Math.min(ids.size(), from + MAX_ARGUMENTS)));
          }
        });
  }

  /** Removes hidden sessions for good; not one that is being recorded. */
  void purge() {
    remove(sessions.purgeable());
  }

  /** As {@link #purge()}, but of these sessions alone. */
  void purge(List<Long> ids) {
    List<Long> due = new ArrayList<>(sessions.purgeable());
    due.retainAll(new HashSet<>(ids));
    remove(due);
  }

  /** Removes sessions that began more than so many days ago; none for 0. */
  void applyRetention(int days) {
    if (days > 0) {
      remove(sessions.startedBefore(Instant.now().minus(Duration.ofDays(days)).toEpochMilli()));
    }
  }

  /** Rows go first: a file without a row is found and removed at the next start. */
  private void remove(List<Long> ids) {
    inParts(ids, sessions::remove);
    for (long id : ids) {
      deleteFile(id);
    }
  }

  /** Removes the audio of a session that nobody writes any more, but not the session. */
  void deleteAudio(long id) {
    sessions.setHasAudio(id, false);
    deleteFile(id);
  }

  private void deleteFile(long id) {
    try {
      audio.delete(id);
    } catch (IOException e) {
      Log.w("Undertone", "left for the next start", e);
    }
  }

  /**
   * Removes everything, past recovery as far as files can be overwritten; no session may begin meanwhile.
   *
   * @throws IOException if something could not be removed
   */
  void eraseAll() throws IOException {
    try {
      Erasure.erase(database);
    } catch (RuntimeException e) {
      throw StorageFailures.of("cannot erase the sessions", e);
    }
    audio.deleteAllBut(List.of());
    damaged.erase();
  }
}
