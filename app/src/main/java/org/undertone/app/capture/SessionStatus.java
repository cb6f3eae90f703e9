// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import java.util.List;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.SessionMode;

/**
 * Where a recording stands, why it ends, and what its listener is told of that. For the judging thread.
 */
final class SessionStatus {
  private final SessionMode mode;
  private final RecordingSession.Listener listener;
  private Phase phase = Phase.STARTING;
  private EndReason end = EndReason.RUNNING;
  private String problem = "";
  private boolean slowed;
  private boolean audioKept;

  /** Begins with {@link Phase#STARTING}. */
  SessionStatus(SessionMode mode, RecordingSession.Listener listener) {
    this.mode = mode;
    this.listener = listener;
  }

  /** Sets the phase. */
  void enter(Phase next) {
    phase = next;
  }

  /** Sets the phase if it is a certain one now: while stopping, nothing interrupts any more. */
  void pass(Phase from, Phase to) {
    phase = phase == from ? to : phase;
  }

  /** Returns whether nothing has ended it yet. */
  boolean isRunning() {
    return end == EndReason.RUNNING;
  }

  /** Returns why it ended, or {@link EndReason#RUNNING}. */
  EndReason end() {
    return end;
  }

  /** Ends it; the first reason counts. */
  void end(EndReason reason, String why) {
    if (isRunning()) {
      end = reason;
      problem = why.isEmpty() ? problem : why;
    }
  }

  /** Sets what went wrong, in words for the log and diagnostics. */
  void setProblem(String words) {
    problem = words;
  }

  /** Returns whether anything went wrong. */
  boolean hasProblem() {
    return !problem.isEmpty();
  }

  /** Sets whether heat slows it down; returns whether that is new. */
  boolean setSlowed(boolean slow) {
    boolean changed = slow != slowed;
    slowed = slow;
    return changed;
  }

  /** Sets whether audio is being kept. */
  void setAudioKept(boolean kept) {
    audioKept = kept;
  }

  /**
   * Tells the listener how things are.
   *
   * @param journal what is stored, or null if nothing is yet
   * @param judge what is heard, or null if nothing is yet
   * @param interruption why nothing is heard, or null if something is
   * @param readNanos see {@link RecordingSession.Listener#onState}
   */
  void publish(SessionJournal journal, SessionJudge judge, EventKind interruption, long readNanos) {
    boolean begun = judge != null;
    listener.onState(
        new RecordingState(
            phase,
            mode,
            journal == null ? 0 : journal.sessionId(),
            begun ? judge.heardSeconds() : 0,
            begun ? judge.levelDb() : RecordingState.SILENCE_DB,
            begun ? judge.verdict() : null,
            begun && judge.voiceless(),
            begun ? judge.recent() : List.of(),
            phase == Phase.INTERRUPTED ? interruption : null,
            slowed,
            audioKept,
            end,
            problem,
            begun ? judge.driverStatus() : DriverStatus.START),
        readNanos);
  }
}
