// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Application;
import android.content.Intent;
import androidx.test.core.app.ActivityScenario;
import androidx.test.core.app.ApplicationProvider;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.rules.ExternalResource;
import org.robolectric.Robolectric;
import org.robolectric.android.controller.ServiceController;
import org.robolectric.shadows.ShadowLooper;
import org.undertone.app.AppContainer;
import org.undertone.app.MainActivity;
import org.undertone.app.R;
import org.undertone.app.capture.FedMicrophone;
import org.undertone.app.capture.Phase;
import org.undertone.app.capture.RecordingService;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.SessionFilter;
import org.undertone.app.infer.AndroidTflite;

/**
 * A phone with the app on it: what a user does with it, and what the system does. The microphone hears
 * what it is given; all else is the app's own, the model and the phone's TensorFlow Lite included. Time
 * is the microphone's: it is read as fast as it is judged.
 */
public final class Phone extends ExternalResource {
  static final int RATE = 16_000;

  /** Read ahead of what was judged, so that nothing is lost on a busy machine. */
  private static final double AHEAD_SECONDS = 2;

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(240);

  private final Application app = ApplicationProvider.getApplicationContext();
  private final FedMicrophone microphone = FedMicrophone.install();
  private ActivityScenario<MainActivity> screen;
  private ServiceController<RecordingService> service;
  private volatile double allowed = Double.MAX_VALUE;
  private double heardBefore;
  private double played;

  @Override
  protected void before() {
    String whyNot = AndroidTflite.whyNot().orElse("");
    assumeTrue(whyNot, whyNot.isEmpty());
    AndroidTflite.load();
    shadowOf(app)
        .grantPermissions(Manifest.permission.RECORD_AUDIO, Manifest.permission.POST_NOTIFICATIONS);
    microphone.readOnlyWhile(
        () -> {
          double read = (double) microphone.samplesRead() / RATE - heardBefore;
          return read < Math.min(allowed, now().elapsedSeconds() + AHEAD_SECONDS);
        });
  }

  @Override
  protected void after() {
    if (screen != null) {
      screen.close();
    }
    if (now().isActive()) {
      AppContainer.of(app).recorder().stop(app);
      await("the end of the recording", state -> !state.isActive());
    }
    endService();
  }

  Application app() {
    return app;
  }

  AppContainer container() {
    return AppContainer.of(app);
  }

  /** Starts the app, as a tap on its icon does. */
  void open() {
    screen = ActivityScenario.launch(MainActivity.class);
    ShadowLooper.idleMainLooper();
  }

  /** Starts the app of one who has seen the notice before. */
  void openAgain() {
    container().settings().acceptNotice();
    open();
  }

  /** Makes the screen anew, as a rotation does. */
  void recreate() {
    screen.recreate();
    ShadowLooper.idleMainLooper();
  }

  void on(ActivityScenario.ActivityAction<MainActivity> action) {
    screen.onActivity(action);
    ShadowLooper.idleMainLooper();
  }

  <T> T get(Function<MainActivity, T> getter) {
    Object[] value = new Object[1];
    screen.onActivity(activity -> value[0] = getter.apply(activity));
    @SuppressWarnings("unchecked") // It came from the getter.
    T result = (T) value[0];
    return result;
  }

  /** Goes to a destination by the bar at the bottom. */
  void goTo(int destination) {
    onView(withId(destination)).perform(click());
    ShadowLooper.idleMainLooper();
  }

  /** Lets the microphone hear something, after what it heard before. */
  void play(float[] samples) {
    microphone.play(samples);
    played += (double) samples.length / RATE;
  }

  /** Lets the microphone of the next or running recording hear so many seconds, then waits. */
  void hearUntil(double seconds) {
    allowed = seconds;
  }

  /** Taps Record, and does what Android does with the service's intent, which Robolectric remembers. */
  void tapRecord() {
    heardBefore = (double) microphone.samplesRead() / RATE;
    onView(withId(R.id.live_button)).perform(click());
    startService();
  }

  private void startService() {
    endService();
    Intent intent = shadowOf(app).getNextStartedService();
    assertThat(intent).as("the intent for the service").isNotNull();
    service = Robolectric.buildService(RecordingService.class, intent).create().startCommand(0, 1);
  }

  private void endService() {
    if (service != null) {
      service.destroy();
      service = null;
    }
  }

  /** Waits until so much of the running recording was judged, and what follows from it was shown. */
  void awaitHeard(double seconds) {
    await("second " + seconds, state -> state.elapsedSeconds() >= seconds);
  }

  /** Taps Stop; returns the key of the session. */
  long tapStop() {
    onView(withId(R.id.live_button)).perform(click());
    await("the end of the recording", state -> state.phase() == Phase.IDLE);
    played = 0;
    return now().sessionId();
  }

  /** Records on the live screen from tap to tap; returns the key of the session. */
  long record(float[] samples) {
    play(samples);
    hearUntil(Double.MAX_VALUE);
    tapRecord();
    awaitHeard(played - 0.1);
    return tapStop();
  }

  RecordingState now() {
    return container().recorder().state().getValue();
  }

  void await(String what, Predicate<RecordingState> condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.test(now())) {
      assertThat(System.nanoTime())
          .as("waited too long for %s; the state is %s", what, now())
          .isLessThan(end);
      ShadowLooper.idleMainLooper();
      pause();
    }
    ShadowLooper.idleMainLooper();
  }

  private static void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns what is stored of a session. */
  SessionDetail stored(long id) {
    return background(() -> container().sessions().load(id).orElseThrow());
  }

  /** Returns the keys of all sessions, newest first. */
  List<Long> sessions() {
    return background(() -> container().sessions().ids(SessionFilter.ALL));
  }

  /** Waits until all writing asked for is done. */
  void flush() {
    try {
      container().executors().disk().submit(() -> {}).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    ShadowLooper.idleMainLooper();
  }

  <T> T background(Callable<T> task) {
    try {
      return container().executors().io().submit(task).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
