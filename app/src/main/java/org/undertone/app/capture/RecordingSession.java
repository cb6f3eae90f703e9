// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.os.Process;
import java.io.IOException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.undertone.app.data.AlertFeedback;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.SessionMode;
import org.undertone.app.data.SessionWriter;
import org.undertone.app.data.StorageException;
import org.undertone.ser.timeline.DriverAlert;

/**
 * A recording from start to end, on a thread of its own: it drains the microphone's ring, judges,
 * stores, and says what it does. All its state belongs to that thread, in a {@link SessionWorker}; the
 * methods here may be called from any thread, leave a request to it, and return at once.
 *
 * <p><b>Time.</b> Seconds of a session are seconds of audio heard. What was not heard, for whatever
 * reason, is not in them; the event {@link EventKind#RESUMED} says how long it was by the monotonic
 * clock. The event of the cause comes first, with a gap of 0, since its length is not yet known.
 *
 * <p><b>Gaps.</b> An interruption ends the {@link Take}: its last window gets its verdict, and what
 * comes later starts with an empty window. Segments may span a gap, for the seconds of audio do not
 * show it.
 */
final class RecordingSession {
  /** Told of the session, on its thread. */
  interface Listener {
    /**
     * There is a new state.
     *
     * @param readNanos when the last sample of a new verdict's window was read, as {@link
     *     System#nanoTime()} has it; 0 without a new verdict
     */
    void onState(RecordingState state, long readNanos);

    /** An alert is due now. */
    void onAlert(DriverAlert alert);
  }

  private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Thread thread = new Thread(this::run, "undertone-judge");
  private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();
  private final SessionWorker worker;
  private volatile boolean stopAsked;

  /** Prepares a session. */
  RecordingSession(SessionParts parts, SessionMode mode, Listener listener) {
    worker = new SessionWorker(parts, mode, listener);
  }

  /** Starts it. */
  void start() {
    thread.start();
  }

  /** Stops it: what was read is judged, everything is stored. */
  void stop(EndReason reason, String why) {
    stopAsked = true;
    request(() -> worker.end(reason, why));
  }

  /** Takes the driver's answer to an alert. */
  void answerAlert(AlertFeedback feedback) {
    request(() -> worker.answerAlert(feedback));
  }

  /** The system says whom it keeps from hearing: the audio sessions of recordings. */
  void silencedChanged(Set<Integer> audioSessions) {
    request(() -> worker.silencedChanged(audioSessions));
  }

  /** An audio device came or went. */
  void routeChanged() {
    request(worker::routeChanged);
  }

  /** Samples may come from another device. */
  void rerouted() {
    request(worker::rerouted);
  }

  /** The device is hotter or cooler than before. */
  void heatChanged(Heat heat) {
    request(() -> worker.heatChanged(heat));
  }

  /** The clock of the device was set. */
  void clockChanged() {
    request(worker::clockChanged);
  }

  private void request(Runnable request) {
    requests.add(request);
    wake();
  }

  private void wake() {
    LockSupport.unpark(thread);
  }

  private void run() {
    Process.setThreadPriority(Process.THREAD_PRIORITY_DISPLAY);
    try {
      if (worker.begin(() -> stopAsked, this::wake, this::rerouted, new WriterListener())) {
        listen();
      } else {
        worker.end(EndReason.STOPPED, "");
      }
    } catch (MicrophoneException e) {
      worker.fail(e.endReason(), e);
    } catch (StorageException e) {
      worker.fail(reasonOf(e), e);
    } catch (IOException | RuntimeException e) {
      worker.fail(EndReason.FAILED, e);
    }
    worker.release();
  }

  private void listen() {
    while (worker.isRunning()) {
      for (Runnable next = requests.poll(); next != null; next = requests.poll()) {
        next.run();
      }
      if (!worker.work()) {
        LockSupport.parkNanos(this, WAIT_NANOS);
      }
    }
    worker.finish();
  }

  private static EndReason reasonOf(StorageException failure) {
    return failure.kind() == StorageException.Kind.FULL ? EndReason.STORAGE_FULL : EndReason.FAILED;
  }

  /** Comes on the writer's thread. */
  private final class WriterListener implements SessionWriter.Listener {
    @Override
    public void onFailure(StorageException failure) {
      stop(reasonOf(failure), failure.getMessage());
    }

    @Override
    public void onAudioStopped(StorageException failure) {
      request(() -> worker.audioStopped(failure.getMessage()));
    }
  }
}
