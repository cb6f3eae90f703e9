// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/**
 * Stores a session as it happens. Methods are for one thread, the one that judges, and return at once:
 * what is handed in is written by another thread, in batches, at least every second of the clock, so
 * that a killed process loses two seconds at most. After a failure the writer stays usable, stores
 * nothing more, and {@link Listener#onFailure} has said so.
 */
public interface SessionWriter {
  /** Told of trouble, on the writing thread. */
  interface Listener {
    /** Nothing more can be stored; what was stored before is safe. Called once. */
    void onFailure(StorageException failure);

    /**
     * Audio is no longer kept; the rest goes on. Called once. The writer itself has added {@link
     * EventKind#AUDIO_STOPPED}.
     */
    void onAudioStopped(StorageException failure);
  }

  /** Returns the key of the session. */
  long sessionId();

  /** Sets who is told of trouble. */
  void setListener(Listener listener);

  /** Adds samples of the kept audio, at the session's rate, in [-1, 1]; ignored unless audio is kept. */
  void addSamples(float[] samples, int offset, int length);

  /** Adds a verdict. */
  void addVerdict(Verdict verdict);

  /** Adds a finished segment. */
  void addSegment(Segment segment);

  /** Replaces what is stored as the segment that still grows; every finished one takes its place. */
  void setOpenSegment(Segment open);

  /** Adds an alert. */
  void addAlert(DriverAlert alert);

  /** Sets what the driver said to the last alert. */
  void setFeedback(AlertFeedback feedback);

  /** Adds something that happened, but for {@link EventKind#AUDIO_STOPPED}, which it adds itself. */
  void addEvent(SessionEvent event);

  /** Ends the session, waits until everything is written, and returns whether it was. */
  boolean end(EndReason reason, double durationSeconds);
}
