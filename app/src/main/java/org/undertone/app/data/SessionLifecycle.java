// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/**
 * How sessions begin and end, however they do: it knows the one that is being recorded, and so which
 * others a killed process left running. Any thread; blocks on database and files.
 */
final class SessionLifecycle {
  /** Work on the files of all sessions. */
  interface FileWork {
    /** Does it. */
    void run() throws IOException;
  }

  private final UndertoneDatabase database;
  private final SessionDao sessions;
  private final AudioFolder audio;
  private final ReserveFile reserve;
  private final ScheduledExecutorService disk;
  private final CrashRecovery recovery;

  /** Held while a session begins or interrupted ones are closed: neither may mistake the other. */
  private final Object beginning = new Object();

  private boolean interruptedClosed;
  private volatile RoomSessionWriter active;

  /**
   * Nothing is being recorded yet.
   *
   * @param disk the writing thread
   */
  SessionLifecycle(
      UndertoneDatabase database,
      AudioFolder audio,
      ReserveFile reserve,
      ScheduledExecutorService disk) {
    this.database = database;
    this.audio = audio;
    this.reserve = reserve;
    this.disk = disk;
    sessions = database.sessions();
    recovery = new CrashRecovery(database, audio);
  }

  /**
   * Begins a session.
   *
   * @throws StorageException if it cannot be stored
   */
  SessionWriter begin(NewSession session) throws StorageException {
    synchronized (beginning) {
      if (active != null) {
        throw new IllegalStateException("a session is being recorded already");
      }
      try {
        if (!interruptedClosed) {
          closeInterrupted();
        }
        reserve.fill();
        SessionRow row = SessionRow.of(session);
        row.id = sessions.insert(row);
        active = writer(row);
        return active;
      } catch (RuntimeException e) {
        throw StorageFailures.of("cannot begin a session", e);
      }
    }
  }

  private RoomSessionWriter writer(SessionRow row) {
    KeptAudio kept = null;
    StorageException failure = null;
    if (row.hasAudio) {
      try {
        kept = audio.begin(row.id, row.sampleRate);
      } catch (IOException e) {
        failure = StorageFailures.of("cannot keep the audio", e);
        sessions.setHasAudio(row.id, false);
      }
    }
    SessionRows rows = new SessionRows(database, row.id);
    RoomSessionWriter writer =
        new RoomSessionWriter(row.id, rows, kept, reserve, disk, this::ended);
    if (failure != null) {
      writer.stopAudio(0, failure);
    }
    return writer;
  }

  private void ended(RoomSessionWriter writer) {
    if (active == writer) {
      active = null;
    }
  }

  /** Closes sessions that a killed process left running; returns how many. */
  int closeInterrupted() {
    synchronized (beginning) {
      // Asked first: a session that ends now was not interrupted.
      RoomSessionWriter writer = active;
      List<SessionRow> interrupted = new ArrayList<>(sessions.running());
      interrupted.removeIf(row -> writer != null && row.id == writer.sessionId());
      interrupted.forEach(recovery::close);
      interruptedClosed = true;
      return interrupted.size();
    }
  }

  /**
   * Matches files and rows of audio, as {@link CrashRecovery#matchAudio} does.
   *
   * @throws IOException if a file cannot be removed
   */
  void matchAudio() throws IOException {
    synchronized (beginning) {
      recovery.matchAudio();
    }
  }

  /** Keeps no more audio of a session, if that is the one being recorded. */
  void dropAudio(long id) {
    RoomSessionWriter writer = active;
    if (writer != null && writer.sessionId() == id) {
      writer.dropAudio();
    }
  }

  /** Abandons the session that is being recorded, if one is, and does something before the next begins. */
  void abandonThen(FileWork erasure) throws IOException {
    synchronized (beginning) {
      RoomSessionWriter writer = active;
      if (writer != null) {
        writer.abandon();
      }
      erasure.run();
    }
  }
}
