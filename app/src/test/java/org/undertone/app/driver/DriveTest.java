// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Application;
import android.content.Intent;
import androidx.test.core.app.ActivityScenario;
import androidx.test.core.app.ApplicationProvider;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowLooper;
import org.undertone.app.AppContainer;
import org.undertone.app.MainActivity;
import org.undertone.app.R;
import org.undertone.app.Screens;
import org.undertone.app.capture.FedMicrophone;
import org.undertone.app.capture.Phase;
import org.undertone.app.capture.Recorder;
import org.undertone.app.capture.RecordingService;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.AlertFeedback;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.SessionMode;
import org.undertone.app.infer.AndroidTflite;
import org.undertone.ser.timeline.DriverState;

/** A drive from Start to its session, on the real parts; only the microphone is fed by the test. */
@RunWith(RobolectricTestRunner.class)
@Config(shadows = {NoBluetooth.class, CoolPhone.class})
public final class DriveTest {
  private static final int RATE = 16_000;
  private static final double QUIET_AFTER_OK_SECONDS = 180;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

  private final Application app = ApplicationProvider.getApplicationContext();
  private final Recorder recorder = AppContainer.of(app).recorder();
  private final FedMicrophone microphone = FedMicrophone.install();
  private volatile boolean mayHear = true;

  @Before
  public void allow() {
    assumeTrue(AndroidTflite.whyNot().orElse(""), AndroidTflite.whyNot().isEmpty());
    AndroidTflite.load();
    shadowOf(app).grantPermissions(Manifest.permission.RECORD_AUDIO);
    // No faster than it is judged, and no further than the test has looked.
    microphone.readOnlyWhile(
        () -> mayHear && microphone.samplesRead() < RATE * (now().elapsedSeconds() + 2));
  }

  @Test
  public void lastingAngerAlertsAndIsKeptWithTheAnswer() throws Exception {
    driveAndAnswer(R.string.driver_ok, AlertFeedback.ACKNOWLEDGED);
  }

  @Test
  public void anAlertThatIsCalledWrongIsKeptSoAndQuietLastsLonger() throws Exception {
    driveAndAnswer(R.string.driver_wrong, AlertFeedback.WRONG);
  }

  private void driveAndAnswer(int button, AlertFeedback feedback) throws Exception {
    for (float[] clip : AngryClips.of(3, 4, 5, 6, 7, 8)) {
      microphone.play(clip);
    }
    recorder.state().observeForever(state -> mayHear = mayHear && state.driver().alert() == null);
    long session;
    try (ActivityScenario<DriverActivity> drive = ActivityScenario.launch(DriverActivity.class)) {
      startService();
      await(state -> state.driver().alert() != null);
      assertThat(now().driver().alert().state()).isEqualTo(DriverState.TENSE);
      onView(withText(R.string.driver_suggest_tense)).check(matches(isDisplayed()));
      drive.onActivity(screen -> Screens.capture(screen, "drive-alert"));
      onView(withText(button)).perform(click());
      await(state -> state.driver().alert() == null);
      boolean longer = now().driver().quietSeconds() > QUIET_AFTER_OK_SECONDS;
      assertThat(longer).isEqualTo(feedback == AlertFeedback.WRONG);
      onView(withText(R.string.driver_stop)).perform(click());
      await(state -> state.phase() == Phase.IDLE);
      session = now().sessionId();
      onView(withText(R.string.driver_done)).perform(click());
    }
    Intent next = shadowOf(app).getNextStartedActivity();
    assertThat(next.getComponent().getClassName()).isEqualTo(MainActivity.class.getName());
    assertThat(next.getLongExtra("org.undertone.app.session", 0)).isEqualTo(session);
    SessionDetail kept = load(session);
    assertThat(kept.summary().mode()).isEqualTo(SessionMode.DRIVER);
    assertThat(kept.summary().end()).isEqualTo(EndReason.STOPPED);
    assertThat(kept.alerts()).hasSize(1);
    assertThat(kept.alerts().get(0).feedback()).isEqualTo(feedback);
    assertThat(kept.alerts().get(0).alert().state()).isEqualTo(DriverState.TENSE);
  }

  private SessionDetail load(long session) throws Exception {
    AppContainer container = AppContainer.of(app);
    return container
        .executors()
        .io()
        .submit(() -> container.sessions().load(session).orElseThrow())
        .get();
  }

  /** Does what Android does with the intent, which Robolectric only remembers. */
  private void startService() {
    Intent intent = shadowOf(app).getNextStartedService();
    Robolectric.buildService(RecordingService.class, intent).create().startCommand(0, 1);
  }

  private RecordingState now() {
    return recorder.state().getValue();
  }

  private void await(Predicate<RecordingState> condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.test(now())) {
      assertThat(System.nanoTime())
          .as("waited for too long; the state is %s", now())
          .isLessThan(end);
      ShadowLooper.idleMainLooper();
      Thread.onSpinWait();
    }
    ShadowLooper.idleMainLooper();
  }
}
