// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.app.Application;
import android.content.Context;
import android.content.Intent;
import android.media.AudioManager;
import android.os.SystemClock;
import android.util.Log;
import androidx.core.content.ContextCompat;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.undertone.app.data.AlertFeedback;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.SessionMode;
import org.undertone.app.data.SessionRepository;
import org.undertone.app.infer.ProfileStore;
import org.undertone.app.settings.Settings;
import org.undertone.ser.timeline.DriverAlert;

/**
 * The recorder of the process: starts {@link RecordingService}, which may run while no screen is
 * visible, and holds the session that runs in it. For the main thread.
 */
public final class ServiceRecorder implements Recorder {
  private final Executor main;
  private final SessionParts parts;
  private final LatencyMeter latency;
  private final AlertOutlet alerts;
  private final MutableLiveData<RecordingState> state = new MutableLiveData<>(RecordingState.NONE);
  private RecordingSession session;
  private boolean stopRequested;

  private ServiceRecorder(Executor main, SessionParts parts, AlertOutlet alerts) {
    this.main = main;
    this.parts = parts;
    this.alerts = alerts;
    latency = parts.latency();
  }

  /**
   * Makes the recorder of an app.
   *
   * @param main runs on the main thread
   * @param models opens the model in use
   * @param sessions where sessions are stored
   */
  public static ServiceRecorder of(
      Application application,
      Executor main,
      OpenedModel.Opener models,
      SessionRepository sessions,
      ProfileStore profiles,
      Settings settings) {
    AudioManager audio = application.getSystemService(AudioManager.class);
    AlertOutlet alerts = new AlertOutlet();
    SessionParts parts =
        new SessionParts(
            models,
            new MicrophoneOpener(application),
            sessions,
            profiles,
            settings,
            new LatencyMeter(),
            () -> isCall(audio.getMode()),
            alerts::isSounding,
            SystemClock::elapsedRealtime);
    return new ServiceRecorder(main, parts, alerts);
  }

  private static boolean isCall(int audioMode) {
    return audioMode == AudioManager.MODE_IN_CALL
        || audioMode == AudioManager.MODE_IN_COMMUNICATION;
  }

  /**
   * Sets who makes driver alerts heard, on the main thread.
   *
   * @param sounding whether an alert can be heard right now; asked on another thread
   */
  public void setAlerts(AlertSink sink, BooleanSupplier sounding) {
    alerts.connect(sink, sounding);
  }

  @Override
  public LiveData<RecordingState> state() {
    return state;
  }

  RecordingState now() {
    RecordingState now = state.getValue();
    return now == null ? RecordingState.NONE : now;
  }

  @Override
  public void start(Context context, SessionMode mode) {
    if (now().isActive()) {
      return;
    }
    stopRequested = false;
    state.setValue(idle(Phase.STARTING, mode, EndReason.RUNNING, ""));
    if (!parts.microphones().isPermitted()) {
      failed(EndReason.PERMISSION_REVOKED, "the permission for the microphone is missing");
      return;
    }
    try {
      Intent intent = RecordingService.startIntent(context);
      ContextCompat.startForegroundService(context, intent);
    } catch (IllegalStateException | SecurityException e) {
      // Android 12 and later refuse it unless a screen is visible.
      refused(e);
    }
  }

  @Override
  public void stop(Context context) {
    stop();
  }

  /** Stops, if anything runs. */
  void stop() {
    stopRequested = true;
    if (session != null) {
      session.stop(EndReason.STOPPED, "");
    }
  }

  @Override
  public void acknowledgeAlert() {
    answer(AlertFeedback.ACKNOWLEDGED);
  }

  @Override
  public void rejectAlert() {
    answer(AlertFeedback.WRONG);
  }

  private void answer(AlertFeedback feedback) {
    if (session != null) {
      session.answerAlert(feedback);
    }
  }

  @Override
  public Latency latency() {
    return latency.latency();
  }

  /**
   * The service is in the foreground: the session may begin.
   *
   * @return the session, or null if none is to begin, as when it was stopped meanwhile
   */
  RecordingSession begin() {
    RecordingState now = now();
    if (now.phase() != Phase.STARTING || session != null) {
      return null;
    }
    if (stopRequested) {
      failed(EndReason.STOPPED, "");
      return null;
    }
    session = new RecordingSession(parts, now.mode(), new SessionListener());
    session.start();
    return session;
  }

  /** The system does not let it start: the same exception tells of a screen that is gone and a permission. */
  void refused(RuntimeException why) {
    boolean permitted = parts.microphones().isPermitted();
    failed(permitted ? EndReason.FAILED : EndReason.PERMISSION_REVOKED, why.toString());
  }

  /** It cannot start. */
  void failed(EndReason reason, String why) {
    if (reason != EndReason.STOPPED) {
      Log.w("Undertone", "recording cannot start: " + reason + ": " + why);
    }
    state.setValue(idle(Phase.IDLE, now().mode(), reason, why));
  }

  private static RecordingState idle(Phase phase, SessionMode mode, EndReason end, String problem) {
    return new RecordingState(
        phase,
        mode,
        0,
        0,
        RecordingState.SILENCE_DB,
        null,
        false,
        List.of(),
        null,
        false,
        false,
        end,
        problem,
        DriverStatus.START);
  }

  /** Called on the session's thread. */
  private final class SessionListener implements RecordingSession.Listener {
    @Override
    public void onState(RecordingState next, long readNanos) {
      main.execute(
          () -> {
            if (!next.isActive()) {
              session = null;
            }
            state.setValue(next);
            if (readNanos != 0) {
              latency.addVerdict(System.nanoTime() - readNanos);
            }
          });
    }

    @Override
    public void onAlert(DriverAlert alert) {
      main.execute(() -> alerts.onAlert(alert));
    }
  }
}
