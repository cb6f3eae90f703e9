// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.app.Notification;
import android.app.NotificationChannel;
import android.app.NotificationManager;
import android.app.PendingIntent;
import android.content.Context;
import android.content.Intent;
import androidx.annotation.StringRes;
import androidx.core.app.NotificationCompat;
import androidx.core.content.ContextCompat;
import java.util.List;
import java.util.function.Function;
import org.undertone.app.R;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.SessionMode;
import org.undertone.app.settings.Settings;
import org.undertone.app.view.EmotionStyle;
import org.undertone.app.view.ShownLabel;
import org.undertone.ser.timeline.Verdict;

/**
 * What the notification of a recording says: how long it has heard, what it hears, and how to stop it.
 * For the main thread. Without the permission to show it, which Android 13 asks for, the recording goes
 * on and the system still lists it among the running apps.
 */
final class RecordingNotification {
  private static final String CHANNEL = "recording";
  private static final String ENDED_CHANNEL = "ended";

  private final Context context;

  /** Speaks the app's language, which a service does not before Android 13. */
  private final Context words;

  private final Settings settings;
  private final Function<SessionMode, Intent[]> screens;

  /**
   * Makes the channels.
   *
   * @param screens opens the screens of a recording, the one to be seen last
   */
  RecordingNotification(
      Context context, Settings settings, Function<SessionMode, Intent[]> screens) {
    this.context = context;
    this.words = ContextCompat.getContextForLanguage(context);
    this.settings = settings;
    this.screens = screens;
    NotificationChannel channel =
        new NotificationChannel(
            CHANNEL, words.getString(R.string.capture_channel), NotificationManager.IMPORTANCE_LOW);
    channel.setDescription(words.getString(R.string.capture_channel_description));
    channel.setShowBadge(false);
    NotificationChannel ended =
        new NotificationChannel(
            ENDED_CHANNEL,
            words.getString(R.string.capture_ended_channel),
            NotificationManager.IMPORTANCE_DEFAULT);
    ended.setDescription(words.getString(R.string.capture_ended_channel_description));
    context
        .getSystemService(NotificationManager.class)
        .createNotificationChannels(List.of(channel, ended));
  }

  /** Returns the notification of a state. */
  Notification of(RecordingState state) {
    boolean hears = state.phase() == Phase.LISTENING;
    PendingIntent stop =
        PendingIntent.getService(
            context, 0, RecordingService.stopIntent(context), PendingIntent.FLAG_IMMUTABLE);
    return new NotificationCompat.Builder(context, CHANNEL)
        .setSmallIcon(R.drawable.ic_live)
        .setContentTitle(words.getString(title(state)))
        .setContentText(textOf(state))
        .setContentIntent(open(state))
        .setOngoing(true)
        .setOnlyAlertOnce(true)
        .setSilent(true)
        .setCategory(NotificationCompat.CATEGORY_SERVICE)
        .setVisibility(NotificationCompat.VISIBILITY_PRIVATE)
        .setForegroundServiceBehavior(NotificationCompat.FOREGROUND_SERVICE_IMMEDIATE)
        .setShowWhen(hears)
        .setUsesChronometer(hears)
        // Reckoned anew each time, so that setting the clock does not show.
        .setWhen(System.currentTimeMillis() - (long) (1000 * state.elapsedSeconds()))
        .addAction(0, words.getString(R.string.capture_stop), stop)
        .build();
  }

  /** Returns what is said when a recording ended that nobody stopped; a touch of it opens the screen. */
  Notification ofEnd(RecordingState state) {
    boolean drive = state.mode() == SessionMode.DRIVER;
    String why = words.getString(end(state.end()));
    return new NotificationCompat.Builder(context, ENDED_CHANNEL)
        .setSmallIcon(R.drawable.ic_live)
        .setContentTitle(
            words.getString(
                drive ? R.string.capture_title_drive_ended : R.string.capture_title_ended))
        .setContentText(why)
        .setStyle(new NotificationCompat.BigTextStyle().bigText(why))
        .setContentIntent(open(state))
        .setAutoCancel(true)
        .setCategory(NotificationCompat.CATEGORY_ERROR)
        .setVisibility(NotificationCompat.VISIBILITY_PRIVATE)
        .build();
  }

  private PendingIntent open(RecordingState state) {
    boolean drive = state.mode() == SessionMode.DRIVER;
    return PendingIntent.getActivities(
        context, drive ? 1 : 0, screens.apply(state.mode()), PendingIntent.FLAG_IMMUTABLE);
  }

  @StringRes
  private static int title(RecordingState state) {
    switch (state.phase()) {
      case INTERRUPTED:
        return R.string.capture_title_interrupted;
      case STOPPING:
        return R.string.capture_title_stopping;
      case LISTENING:
        return state.mode() == SessionMode.DRIVER
            ? R.string.capture_title_drive
            : R.string.capture_title_live;
      default:
        return R.string.capture_title_starting;
    }
  }

  /** Returns the words below the title: what is heard, or why nothing is. */
  String textOf(RecordingState state) {
    if (state.interruption() != null) {
      return words.getString(reason(state.interruption()));
    }
    Verdict verdict = state.verdict();
    if (verdict == null || state.phase() != Phase.LISTENING) {
      return "";
    }
    String word = words.getString(style(state, verdict).name());
    return state.slowed() ? words.getString(R.string.capture_slowed, word) : word;
  }

  private EmotionStyle style(RecordingState state, Verdict verdict) {
    return state.mode() == SessionMode.DRIVER
        ? EmotionStyle.of(state.driver().state())
        : ShownLabel.of(verdict, settings.labels()).style();
  }

  @StringRes
  private static int reason(EventKind kind) {
    switch (kind) {
      case CALL:
        return R.string.capture_reason_call;
      case MICROPHONE_TAKEN:
        return R.string.capture_reason_taken;
      case MICROPHONE_SILENT:
        return R.string.capture_reason_silent;
      case ROUTE_CHANGED:
        return R.string.capture_reason_route;
      default:
        return R.string.capture_reason_error;
    }
  }

  @StringRes
  private static int end(EndReason reason) {
    switch (reason) {
      case PERMISSION_REVOKED:
        return R.string.live_end_permission;
      case MICROPHONE_LOST:
        return R.string.live_end_microphone;
      case STORAGE_FULL:
        return R.string.live_end_storage;
      case OVERHEATED:
        return R.string.live_end_hot;
      default:
        return R.string.live_end_failed;
    }
  }
}
