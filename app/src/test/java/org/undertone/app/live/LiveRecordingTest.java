// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.live;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;
import static org.robolectric.Shadows.shadowOf;

import android.app.Application;
import android.content.Intent;
import androidx.test.core.app.ActivityScenario;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.android.controller.ServiceController;
import org.robolectric.shadows.ShadowLooper;
import org.undertone.app.AppContainer;
import org.undertone.app.MainActivity;
import org.undertone.app.R;
import org.undertone.app.Screens;
import org.undertone.app.capture.FedMicrophone;
import org.undertone.app.capture.Recorder;
import org.undertone.app.capture.RecordingService;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.history.SessionFragment;
import org.undertone.app.infer.AndroidTflite;
import org.undertone.ser.SampleRecording;
import org.undertone.ser.timeline.Verdict;

/**
 * Record, see, stop, find it again: the microphone is the bundled recording, everything behind it is the
 * app's own, the model and the phone's TensorFlow Lite included.
 */
@RunWith(AndroidJUnit4.class)
public class LiveRecordingTest {
  /** After which something is said never to come; generous, as machines are busy. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

  private final List<RecordingState> seen = new ArrayList<>();

  @Before
  public void loadTflite() {
    String whyNot = AndroidTflite.whyNot().orElse("");
    assumeTrue(whyNot, whyNot.isEmpty());
    AndroidTflite.load();
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start).as("waiting for " + what).isLessThan(PATIENCE_NANOS);
      ShadowLooper.idleMainLooper();
      Thread.sleep(5);
    }
  }

  @Test
  public void aRecordingIsHeardSeenStoppedAndFoundAgain()
      throws InterruptedException, ExecutionException {
    LiveScreens.allowMicrophone();
    FedMicrophone microphone = FedMicrophone.install();
    float[] sample = SampleRecording.samples();
    microphone.play(sample);
    Recorder recorder = AppContainer.of(LiveScreens.context()).recorder();
    try (ActivityScenario<MainActivity> scenario = LiveScreens.launch()) {
      recorder.state().observeForever(seen::add);
      onView(withId(R.id.live_button)).perform(click());
      Intent start = shadowOf((Application) LiveScreens.context()).getNextStartedService();
      ServiceController<RecordingService> service =
          Robolectric.buildService(RecordingService.class, start).create().startCommand(0, 1);
      await("an emotion", () -> anyVerdict(Verdict.State.EMOTION));
      await("the end of the sample", () -> microphone.samplesRead() == sample.length);
      ShadowLooper.idleMainLooper(1, TimeUnit.SECONDS);
      onView(withId(R.id.live_badge)).check(matches(isDisplayed()));
      scenario.onActivity(activity -> Screens.capture(activity, "live-real"));

      onView(withId(R.id.live_button)).perform(click());
      await("the end", () -> !last().isActive());
      assertThat(last().end()).isEqualTo(EndReason.STOPPED);
      ShadowLooper.idleMainLooper();
      onView(withText(R.string.live_saved)).check(matches(isDisplayed()));
      scenario.onActivity(activity -> Screens.capture(activity, "live-real-saved"));
      await("the card of the session", () -> isShown(scenario, R.id.live_last));
      ShadowLooper.idleMainLooper(10, TimeUnit.SECONDS);
      scenario.onActivity(activity -> Screens.capture(activity, "live-idle-last"));
      onView(withId(R.id.live_last)).perform(click());
      ShadowLooper.idleMainLooper();
      scenario.onActivity(
          activity ->
              assertThat(activity.getSupportFragmentManager().findFragmentById(R.id.content))
                  .isInstanceOf(SessionFragment.class));
      service.destroy();
    }
    Optional<SessionDetail> stored = load(last().sessionId());
    assertThat(stored).isPresent();
    assertThat(stored.get().segments()).isNotEmpty();
    assertThat(stored.get().summary().durationSeconds()).isEqualTo(last().elapsedSeconds());
    assertThat(recorder.latency().verdicts()).isGreaterThan(10);
  }

  /** As screens must: not on the main thread. */
  private static Optional<SessionDetail> load(long id)
      throws InterruptedException, ExecutionException {
    AppContainer app = AppContainer.of(LiveScreens.context());
    return app.executors().io().submit(() -> app.sessions().load(id)).get();
  }

  private static boolean isShown(ActivityScenario<MainActivity> scenario, int id) {
    boolean[] shown = new boolean[1];
    scenario.onActivity(activity -> shown[0] = activity.findViewById(id).isShown());
    return shown[0];
  }

  private RecordingState last() {
    return seen.isEmpty() ? RecordingState.NONE : seen.get(seen.size() - 1);
  }

  private boolean anyVerdict(Verdict.State wanted) {
    return seen.stream().anyMatch(s -> s.verdict() != null && s.verdict().state() == wanted);
  }
}
