// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import android.util.Log;
import java.io.IOException;

/**
 * The audio of a session as long as it is kept: until the session ends, a write fails, or somebody closes
 * it. {@link #add} is for the judging thread, the rest for one thread at a time, and blocks on the file.
 */
final class SessionAudio {
  /** Told when a write fails. */
  interface Listener {
    /** Audio is no longer kept, from a time on, seconds of audio. */
    void onStopped(double atSeconds, StorageException failure);
  }

  private final long sessionId;
  private final SessionRows rows;

  /** Null if audio is not, or no longer, kept. */
  private volatile KeptAudio kept;

  /**
   * Goes on with a file that has been begun.
   *
   * @param kept the file, or null to keep nothing
   */
  SessionAudio(long sessionId, SessionRows rows, KeptAudio kept) {
    this.sessionId = sessionId;
    this.rows = rows;
    this.kept = kept;
  }

  /** Adds samples at the session's rate, in [-1, 1]; they are copied, or ignored if nothing is kept. */
  void add(float[] samples, int offset, int length) {
    KeptAudio target = kept;
    if (target != null) {
      target.add(samples, offset, length);
    }
  }

  /** Writes what was added; closes the file if that fails. */
  void write(Listener listener) {
    KeptAudio target = kept;
    if (target == null) {
      return;
    }
    try {
      target.write();
    } catch (IOException | RuntimeException e) {
      double seconds = close();
      listener.onStopped(seconds, StorageFailures.of("cannot keep the audio", e));
    }
  }

  /** Closes the file and keeps no more; returns how long it is, seconds, 0 without any. */
  double close() {
    KeptAudio target = kept;
    kept = null;
    if (target == null) {
      return 0;
    }
    double seconds = 0;
    try {
      seconds = target.finish();
      if (seconds == 0) {
        rows.clearAudio();
      }
    } catch (IOException | RuntimeException e) {
      // The samples are in the file; only its size may be missing, which the next start mends.
      Log.w("Undertone", "cannot close the audio of session " + sessionId, e);
    }
    return seconds;
  }
}
