// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.app.Notification;
import android.app.NotificationManager;
import android.content.Context;
import android.content.Intent;
import android.content.pm.ServiceInfo;
import android.os.Build;
import android.os.Handler;
import android.os.Looper;
import android.os.PowerManager;
import androidx.core.app.ServiceCompat;
import androidx.lifecycle.LifecycleService;
import java.util.concurrent.TimeUnit;
import org.undertone.app.AppContainer;
import org.undertone.app.data.EndReason;

/**
 * Keeps the process recording while no screen is visible, and says so in a notification: a foreground
 * service of type microphone. It is started from a visible screen and never restarted by the system:
 * after the death of the process nobody records until the user says so. Swiping the app away does not
 * stop it; the notification, which then is all that shows, does.
 */
public final class RecordingService extends LifecycleService {
  private static final String ACTION_START = "org.undertone.app.action.START";
  private static final String ACTION_STOP = "org.undertone.app.action.STOP";
  private static final int NOTIFICATION = 1;
  private static final int ENDED = 2;

  /** The lock ends by itself should this ever hang. */
  private static final long LOCK_MILLIS = TimeUnit.MINUTES.toMillis(10);

  private final Handler main = new Handler(Looper.getMainLooper());
  private final Runnable renewal = this::keepAwake;
  private ServiceRecorder recorder;
  private RecordingNotification notification;
  private PowerManager.WakeLock lock;
  private DeviceWatch watch;
  private String shown = "";
  private int lastStart;

  static Intent startIntent(Context context) {
    return new Intent(context, RecordingService.class).setAction(ACTION_START);
  }

  static Intent stopIntent(Context context) {
    return new Intent(context, RecordingService.class).setAction(ACTION_STOP);
  }

  @Override
  public void onCreate() {
    super.onCreate();
    AppContainer container = AppContainer.of(this);
    recorder = container.recorder();
    notification =
        new RecordingNotification(this, container.settings(), container::recordingScreens);
    lock =
        getSystemService(PowerManager.class)
            .newWakeLock(PowerManager.PARTIAL_WAKE_LOCK, "undertone:recording");
    lock.setReferenceCounted(false);
    recorder.state().observe(this, this::stateChanged);
  }

  @Override
  public int onStartCommand(Intent intent, int flags, int startId) {
    super.onStartCommand(intent, flags, startId);
    lastStart = startId;
    if (intent != null && ACTION_START.equals(intent.getAction())) {
      begin();
    } else if (watch != null) {
      recorder.stop();
    } else {
      stopSelf(startId);
    }
    return START_NOT_STICKY;
  }

  private void begin() {
    try {
      int type =
          Build.VERSION.SDK_INT >= Build.VERSION_CODES.R
              ? ServiceInfo.FOREGROUND_SERVICE_TYPE_MICROPHONE
              : 0;
      Notification now = notification.of(recorder.now());
      ServiceCompat.startForeground(this, NOTIFICATION, now, type);
    } catch (IllegalStateException | SecurityException e) {
      // The app went into the background meanwhile, or lost the permission.
      recorder.refused(e);
      stopSelf(lastStart);
      return;
    }
    RecordingSession session = recorder.begin();
    if (session != null) {
      notifications().cancel(ENDED);
      watch = new DeviceWatch(this, session);
      keepAwake();
    } else if (watch == null) {
      leave();
    }
  }

  private void stateChanged(RecordingState state) {
    if (watch == null) {
      return;
    }
    if (!state.isActive()) {
      leave();
      if (state.end() != EndReason.STOPPED) {
        // No screen may be visible: without this, nobody would know for hours.
        notifications().notify(ENDED, notification.ofEnd(state));
      }
      return;
    }
    String now = notification.textOf(state) + state.phase();
    if (!now.equals(shown)) {
      shown = now;
      notifications().notify(NOTIFICATION, notification.of(state));
    }
  }

  private NotificationManager notifications() {
    return getSystemService(NotificationManager.class);
  }

  private void keepAwake() {
    lock.acquire(LOCK_MILLIS);
    main.postDelayed(renewal, LOCK_MILLIS / 2);
  }

  /** Stops unless a new recording was asked for meanwhile. */
  private void leave() {
    release();
    ServiceCompat.stopForeground(this, ServiceCompat.STOP_FOREGROUND_REMOVE);
    stopSelf(lastStart);
  }

  private void release() {
    main.removeCallbacks(renewal);
    if (lock.isHeld()) {
      lock.release();
    }
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }

  @Override
  public void onDestroy() {
    if (watch != null) {
      // Nobody may record without the notification.
      recorder.stop();
    }
    release();
    super.onDestroy();
  }
}
