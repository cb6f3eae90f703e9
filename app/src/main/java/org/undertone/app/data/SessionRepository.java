// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.lifecycle.LiveData;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.undertone.ser.Emotion;

/**
 * All that is kept of sessions. Methods that return {@link LiveData} are for the main thread and
 * answer there; all others block on the database and are for a background thread.
 *
 * <p>Only the start of a session is a reading of the device's clock. All other times are those of the
 * audio, so that a clock which is changed while recording cannot bend a timeline.
 */
public interface SessionRepository {
  /**
   * Observes the newest sessions that a filter shows, newest first. A list asks for more as its end
   * comes into sight: a larger limit is another {@code LiveData}.
   *
   * @param limit how many at most
   */
  LiveData<List<SessionSummary>> history(SessionFilter filter, int limit);

  /** Observes the number of sessions that a filter shows. */
  LiveData<Integer> count(SessionFilter filter);

  /** Observes a session, also while it is being recorded; null once it is deleted. */
  LiveData<SessionDetail> session(long id);

  /** Returns a session now. */
  Optional<SessionDetail> load(long id);

  /** Returns the keys of the sessions that a filter shows, newest first. */
  List<Long> ids(SessionFilter filter);

  /** Returns the verdicts of a session, in order of time. */
  List<StoredScores> scores(long id);

  /** Names a session; an empty name takes the name away. */
  void rename(long id, String name);

  /** Sets the note on a session. */
  void setNote(long id, String note);

  /** Sets or (with null) takes back the correction of a segment; summary and strip follow. */
  void correct(long segmentId, Emotion correction);

  /** Sets the note on a segment. */
  void setSegmentNote(long segmentId, String note);

  /** Hides sessions until {@link #restore} or {@link #purgeDeleted}. */
  void delete(List<Long> ids);

  /** Takes {@link #delete} back. */
  void restore(List<Long> ids);

  /** Removes hidden sessions and their audio for good; not one that is being recorded. */
  void purgeDeleted();

  /** As {@link #purgeDeleted()}, but of these sessions alone. */
  void purgeDeleted(List<Long> ids);

  /** Removes the audio of a session, but not the session. */
  void deleteAudio(long id);

  /** Removes what is older: sessions that began more than so many days ago, their audio too. */
  void applyRetention(int days);

  /** Returns the bytes that kept audio takes. */
  long audioBytes();

  /** Returns the bytes that the database takes. */
  long databaseBytes();

  /**
   * Removes every session and all audio, past recovery as far as files can be overwritten, and damaged
   * databases that were set aside. A recording that goes on fails.
   *
   * @throws IOException if something could not be removed
   */
  void eraseAll() throws IOException;

  /**
   * Begins a session.
   *
   * @throws StorageException if it cannot be stored
   */
  SessionWriter begin(NewSession session) throws StorageException;

  /** Closes sessions that a killed process left running; returns how many. Call before the first begin. */
  int closeInterrupted();

  /**
   * Observes the name of the file in which a damaged database was set aside, when a new one had to be
   * started; null if there is nothing to say. Stays until {@link #dismissRecoveryNotice}, also over
   * restarts.
   */
  LiveData<String> recoveryNotice();

  /** The user has read {@link #recoveryNotice}. */
  void dismissRecoveryNotice();
}
