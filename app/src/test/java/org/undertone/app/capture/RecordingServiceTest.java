// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Application;
import android.app.ForegroundServiceStartNotAllowedException;
import android.app.Notification;
import android.app.NotificationManager;
import android.app.Service;
import android.content.Context;
import android.content.Intent;
import android.content.pm.ServiceInfo;
import android.media.AudioManager;
import android.os.Looper;
import android.os.PowerManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.After;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ServiceController;
import org.robolectric.shadows.ShadowAudioRecord;
import org.robolectric.shadows.ShadowPowerManager;
import org.undertone.app.AppContainer;
import org.undertone.app.R;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.SessionMode;
import org.undertone.app.infer.AndroidTflite;
import org.undertone.app.settings.Settings;
import org.undertone.app.view.ShownLabel;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.LabelScheme;
import org.undertone.ser.SampleRecording;
import org.undertone.ser.timeline.Verdict;

/** The service around a session, with the app's own parts: its model on TensorFlow Lite, and Room. */
@RunWith(RobolectricTestRunner.class)
public final class RecordingServiceTest {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

  private final Application app = RuntimeEnvironment.getApplication();
  private FedMicrophone microphone;
  private ServiceRecorder recorder;
  private ServiceController<RecordingService> service;

  @Before
  public void open() {
    Optional<String> whyNot = AndroidTflite.whyNot();
    Assume.assumeTrue(whyNot.orElse(""), whyNot.isEmpty());
    AndroidTflite.load();
    microphone = FedMicrophone.install();
    recorder = AppContainer.of(app).recorder();
    shadowOf(app).grantPermissions(Manifest.permission.RECORD_AUDIO);
  }

  @After
  public void close() {
    if (recorder != null) {
      recorder.stop(app);
      await(() -> !recorder.now().isActive() || service == null);
      ShadowAudioRecord.clearSource();
    }
  }

  private static void await(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new AssertionError("it never came");
      }
      shadowOf(Looper.getMainLooper()).idle();
      Rig.sleep(1);
    }
  }

  /** Starts as a screen does; the system then starts the service. */
  private void start(SessionMode mode) {
    recorder.start(app, mode);
    Intent intent = shadowOf(app).getNextStartedService();
    assertThat(intent).isNotNull();
    service = Robolectric.buildService(RecordingService.class, intent).create();
    assertThat(service.get().onStartCommand(intent, 0, 1)).isEqualTo(Service.START_NOT_STICKY);
  }

  private void playInRealTime(double seconds) {
    long start = System.nanoTime();
    microphone.readOnlyWhile(
        () ->
            microphone.samplesRead()
                < (System.nanoTime() - start) * 1e-9 * SampleRecording.SAMPLE_RATE);
    microphone.play(SampleRecording.samples());
    await(() -> recorder.now().elapsedSeconds() >= seconds);
  }

  @Test
  public void aRecordingRunsInTheForegroundAndVerdictsAreSoonOnTheMainThread() {
    start(SessionMode.LIVE);
    assertThat(service.get().getForegroundServiceType())
        .isEqualTo(ServiceInfo.FOREGROUND_SERVICE_TYPE_MICROPHONE);
    await(() -> recorder.now().phase() == Phase.LISTENING);
    playInRealTime(14);
    Latency latency = recorder.latency();
    System.out.println(
        String.format(
            Locale.ROOT,
            "latency from read to main thread: %d verdicts, p50 %.1f ms, p95 %.1f ms; "
                + "inference p50 %.0f us",
            latency.verdicts(),
            latency.p50Millis(),
            latency.p95Millis(),
            latency.inferenceP50Micros()));
    assertThat(latency.verdicts()).isGreaterThan(20);
    assertThat(latency.inferenceP50Micros()).isPositive();
    PowerManager.WakeLock lock = ShadowPowerManager.getLatestWakeLock();
    assertThat(lock.isHeld()).isTrue();
    recorder.stop(app);
    await(() -> !recorder.now().isActive());
    assertThat(recorder.now().end()).isEqualTo(EndReason.STOPPED);
    assertThat(shadowOf(service.get()).isForegroundStopped()).isTrue();
    assertThat(shadowOf(service.get()).isStoppedBySelf()).isTrue();
    assertThat(lock.isHeld()).isFalse();
  }

  @Test
  public void theNotificationSaysWhatIsHeardAndStopsIt() throws Exception {
    start(SessionMode.LIVE);
    await(() -> recorder.now().phase() == Phase.LISTENING);
    microphone.play(SampleRecording.samples());
    await(() -> recorder.now().verdict() != null && recorder.now().verdict().isSpeech());
    Notification shown = shadowOf(notifications()).getNotification(1);
    assertThat(shown.extras.getString(Notification.EXTRA_TITLE))
        .isEqualTo(app.getString(R.string.capture_title_live));
    assertThat(shown.extras.getString(Notification.EXTRA_TEXT)).isNotEmpty();
    assertThat(shown.extras.getBoolean(Notification.EXTRA_SHOW_CHRONOMETER)).isTrue();
    assertThat(shown.actions).hasSize(1);
    shown.actions[0].actionIntent.send();
    Intent stop = shadowOf(app).getNextStartedService();
    service.get().onStartCommand(stop, 0, 2);
    await(() -> !recorder.now().isActive());
    assertThat(recorder.now().end()).isEqualTo(EndReason.STOPPED);
    assertThat(shadowOf(notifications()).getNotification(2)).as("that was the user").isNull();
  }

  @Test
  public void theNotificationOpensTheScreenThatShowsTheRecording() {
    start(SessionMode.DRIVER);
    await(() -> recorder.now().phase() == Phase.LISTENING);
    assertThat(opened())
        .extracting(intent -> intent.getComponent().getShortClassName())
        .containsExactly(".MainActivity", ".driver.DriverActivity");
    recorder.stop(app);
    await(() -> !recorder.now().isActive());
    start(SessionMode.LIVE);
    assertThat(opened())
        .extracting(intent -> intent.getComponent().getShortClassName())
        .containsExactly(".MainActivity");
  }

  private Intent[] opened() {
    Notification shown = shadowOf(notifications()).getNotification(1);
    return shadowOf(shown.contentIntent).getSavedIntents();
  }

  private NotificationManager notifications() {
    return app.getSystemService(NotificationManager.class);
  }

  @Test
  public void theSystemsNewsReachTheSession() {
    start(SessionMode.LIVE);
    await(() -> recorder.now().phase() == Phase.LISTENING);
    AudioManager audio = app.getSystemService(AudioManager.class);
    audio.setMode(AudioManager.MODE_IN_COMMUNICATION);
    await(() -> recorder.now().interruption() == EventKind.CALL);
    audio.setMode(AudioManager.MODE_NORMAL);
    microphone.play(SampleRecording.samples());
    await(() -> recorder.now().phase() == Phase.LISTENING);
    shadowOf(app.getSystemService(PowerManager.class))
        .setCurrentThermalStatus(PowerManager.THERMAL_STATUS_SEVERE);
    await(() -> recorder.now().slowed());
    shadowOf(app.getSystemService(PowerManager.class))
        .setCurrentThermalStatus(PowerManager.THERMAL_STATUS_CRITICAL);
    await(() -> !recorder.now().isActive());
    assertThat(recorder.now().end()).isEqualTo(EndReason.OVERHEATED);

    Notification ended = shadowOf(notifications()).getNotification(2);
    assertThat(ended.extras.getString(Notification.EXTRA_TITLE))
        .isEqualTo(app.getString(R.string.capture_title_ended));
    assertThat(ended.extras.getString(Notification.EXTRA_TEXT))
        .isEqualTo(app.getString(R.string.live_end_hot));
    assertThat(ended.flags & Notification.FLAG_AUTO_CANCEL).isNotZero();
    assertThat(shadowOf(ended.contentIntent).getSavedIntents()).hasSize(1);
    shadowOf(app.getSystemService(PowerManager.class))
        .setCurrentThermalStatus(PowerManager.THERMAL_STATUS_NONE);
    start(SessionMode.LIVE);
    assertThat(shadowOf(notifications()).getNotification(2)).as("no news any more").isNull();
  }

  /** The group with the most probability, not that of the most probable emotion. */
  @Test
  public void theNotificationSaysWhatTheScreenSays() {
    Settings settings = AppContainer.of(app).settings();
    app.getSharedPreferences(app.getPackageName() + "_preferences", Context.MODE_PRIVATE)
        .edit()
        .putString(Settings.LABELS, "3")
        .commit();
    assertThat(settings.labels()).isSameAs(LabelScheme.THREE);
    EmotionScores scores =
        EmotionScores.of(new float[] {0.35f, 0, 0, 0.05f, 0.25f, 0.2f, 0.15f, 0});
    Verdict verdict = new Verdict(0, 3, Verdict.State.EMOTION, Emotion.NEUTRAL, scores, scores, 3);
    RecordingState heard =
        new RecordingState(
            Phase.LISTENING,
            SessionMode.LIVE,
            1,
            3,
            -30,
            verdict,
            false,
            List.of(),
            null,
            false,
            false,
            EndReason.RUNNING,
            "",
            DriverStatus.START);
    RecordingNotification notification =
        new RecordingNotification(app, settings, mode -> new Intent[0]);
    assertThat(notification.textOf(heard))
        .isEqualTo(app.getString(ShownLabel.of(verdict, LabelScheme.THREE).style().name()))
        .isEqualTo(app.getString(R.string.group_tense));
  }

  @Test
  public void startedFromTheBackgroundItSaysSoAndRecordsNothing() {
    recorder.start(app, SessionMode.LIVE);
    Intent intent = shadowOf(app).getNextStartedService();
    service = Robolectric.buildService(RecordingService.class, intent).create();
    shadowOf(service.get())
        .setThrowInStartForeground(new ForegroundServiceStartNotAllowedException("background"));
    service.get().onStartCommand(intent, 0, 1);
    assertThat(recorder.now().phase()).isEqualTo(Phase.IDLE);
    assertThat(recorder.now().end()).isEqualTo(EndReason.FAILED);
    assertThat(recorder.now().problem()).contains("background");
    assertThat(shadowOf(service.get()).isStoppedBySelf()).isTrue();
  }

  @Test
  public void withoutThePermissionNoServiceIsStarted() {
    shadowOf(app).denyPermissions(Manifest.permission.RECORD_AUDIO);
    recorder.start(app, SessionMode.LIVE);
    assertThat(recorder.now().end()).isEqualTo(EndReason.PERMISSION_REVOKED);
    assertThat(shadowOf(app).getNextStartedService()).isNull();
  }

  @Test
  public void afterTheDeathOfTheProcessNothingRecords() {
    service = Robolectric.buildService(RecordingService.class).create();
    assertThat(service.get().onStartCommand(null, 0, 1)).isEqualTo(Service.START_NOT_STICKY);
    assertThat(recorder.now().isActive()).isFalse();
    assertThat(shadowOf(service.get()).isStoppedBySelf()).isTrue();
  }

  @Test
  public void swipingTheAppAwayDoesNotStopIt() {
    start(SessionMode.LIVE);
    await(() -> recorder.now().phase() == Phase.LISTENING);
    service.get().onTaskRemoved(new Intent());
    shadowOf(Looper.getMainLooper()).idle();
    assertThat(recorder.now().phase()).isEqualTo(Phase.LISTENING);
    assertThat(shadowOf(service.get()).isForegroundStopped()).isFalse();
  }
}
