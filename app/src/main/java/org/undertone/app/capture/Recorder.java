// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.content.Context;
import androidx.lifecycle.LiveData;
import org.undertone.app.data.SessionMode;

/**
 * The recording as screens see it: what it does, and what it can be told. One for the process; the
 * service behind it does the work. Methods are for the main thread.
 */
public interface Recorder {
  /** Observes the recording. */
  LiveData<RecordingState> state();

  /**
   * Starts recording in a foreground service; does nothing while a recording goes on. The permission for
   * the microphone must be there, and a screen visible.
   */
  void start(Context context, SessionMode mode);

  /** Stops; the session is stored. Does nothing without a recording. */
  void stop(Context context);

  /** The driver says "OK" to the alert. */
  void acknowledgeAlert();

  /** The driver says that the alert is wrong. */
  void rejectAlert();

  /** Returns how fast verdicts came in this process. */
  Latency latency();
}
