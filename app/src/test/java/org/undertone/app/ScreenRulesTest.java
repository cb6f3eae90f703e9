// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.Context;
import android.view.View;
import androidx.lifecycle.MutableLiveData;
import androidx.recyclerview.widget.RecyclerView;
import androidx.test.core.app.ActivityScenario;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.shadows.ShadowLooper;
import org.undertone.app.capture.DriverStatus;
import org.undertone.app.capture.Phase;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.NewSession;
import org.undertone.app.data.SessionMode;
import org.undertone.app.data.SessionWriter;
import org.undertone.app.export.ExportRequest;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/**
 * All screens of the main activity on phones of every shape: each has targets large enough, words that
 * are not cut, and names for its pictures. The screen of a drive has stricter rules of its own.
 */
@RunWith(AndroidJUnit4.class)
public class ScreenRulesTest {
  private static final int RATE = 16_000;

  private final Context context = ApplicationProvider.getApplicationContext();
  private final List<String> broken = new ArrayList<>();
  private ActivityScenario<MainActivity> scenario;

  @Test
  public void onACommonPhone() {
    check("en-w411dp-h891dp-port-notnight-420dpi", 1);
  }

  @Test
  public void onACommonPhoneWithTheLargestFontInGerman() {
    check("de-w411dp-h891dp-port-night-420dpi", 2);
  }

  @Test
  public void onItsSideWithTheLargestFontInGerman() {
    check("de-w891dp-h411dp-land-notnight-420dpi", 2);
  }

  @Test
  public void onASmallPhoneInGerman() {
    check("de-w320dp-h533dp-port-notnight-320dpi", 1);
  }

  @Test
  public void onASmallPhoneWithTheLargestFontInGerman() {
    check("de-w320dp-h533dp-port-notnight-320dpi", 2);
  }

  @Test
  public void onASmallPhoneOnItsSideInGerman() {
    check("de-w533dp-h320dp-land-notnight-320dpi", 1);
  }

  @Test
  public void fromRightToLeft() {
    check("ar-ldrtl-w411dp-h891dp-port-notnight-420dpi", 1);
  }

  private void check(String qualifiers, float fontScale) {
    RuntimeEnvironment.setQualifiers(qualifiers);
    RuntimeEnvironment.setFontScale(fontScale);
    try (ActivityScenario<MainActivity> main = ActivityScenario.launch(MainActivity.class)) {
      scenario = main;
      look("notice");
      AppContainer.of(context).settings().acceptNotice();
      main.recreate();
      main.onActivity(activity -> activity.getOnBackPressedDispatcher().onBackPressed());
      look("live, nothing yet");
      long session = store();
      look("live");
      send(listening());
      look("live, recording");
      main.onActivity(MainActivity::openSettings);
      look("settings");
      lookDown("settings");
      send(RecordingState.NONE);
      main.onActivity(MainActivity::openDiagnostics);
      look("diagnostics");
      main.onActivity(MainActivity::openHistory);
      look("history");
      main.onActivity(activity -> activity.openSession(session));
      Screens.waitFor(
          () ->
              main.onActivity(
                  activity ->
                      assertThat(activity.findViewById(R.id.session_body).getVisibility())
                          .isEqualTo(View.VISIBLE)));
      look("session");
      main.onActivity(activity -> activity.openExport(ExportRequest.ofSession(session)));
      look("export");
      main.onActivity(
          activity ->
              activity
                  .<com.google.android.material.navigation.NavigationBarView>findViewById(
                      R.id.navigation)
                  .setSelectedItemId(R.id.destination_drive));
      look("drive");
    }
    assertThat(broken).isEmpty();
  }

  private void look(String screen) {
    ShadowLooper.idleMainLooper();
    ShadowLooper.idleMainLooper(1, java.util.concurrent.TimeUnit.SECONDS);
    scenario.onActivity(
        activity -> {
          for (String rule : ScreenRules.brokenBy(activity.getWindow().getDecorView())) {
            broken.add(screen + ": " + rule);
          }
        });
  }

  /** Looks at every page of a long list. */
  private void lookDown(String screen) {
    boolean[] more = {true};
    while (more[0]) {
      scenario.onActivity(
          activity -> {
            RecyclerView list = activity.findViewById(R.id.recycler_view);
            list.scrollBy(0, list.getHeight() / 2);
            more[0] = list.canScrollVertically(1);
          });
      look(screen);
    }
  }

  private void send(RecordingState state) {
    ((MutableLiveData<RecordingState>) AppContainer.of(context).recorder().state()).setValue(state);
    ShadowLooper.idleMainLooper();
  }

  private static EmotionScores scores() {
    float[] scores = new float[Emotion.COUNT];
    java.util.Arrays.fill(scores, 0.3f / (Emotion.COUNT - 1));
    scores[Emotion.SURPRISED.index()] = 0.7f;
    return EmotionScores.of(scores);
  }

  private static Segment segment(double from, double to) {
    return new Segment(from, to, Verdict.State.EMOTION, Emotion.SURPRISED, scores(), 4);
  }

  private static RecordingState listening() {
    return new RecordingState(
        Phase.LISTENING,
        SessionMode.LIVE,
        0,
        3723,
        -24,
        new Verdict(3720, 3723, Verdict.State.EMOTION, Emotion.SURPRISED, scores(), scores(), 2.4),
        false,
        List.of(segment(3700, 3723)),
        null,
        true,
        true,
        EndReason.RUNNING,
        "",
        DriverStatus.START);
  }

  /** Stores a drive with audio, so that all that a session can show is shown. */
  private long store() {
    try {
      return AppContainer.of(context)
          .executors()
          .io()
          .submit(
              () -> {
                SessionWriter writer =
                    AppContainer.of(context)
                        .sessions()
                        .begin(
                            new NewSession(
                                Instant.now(),
                                SessionMode.DRIVER,
                                "Undertone 1",
                                "00ff",
                                RATE,
                                "",
                                true));
                for (int i = 0; i < 4; i++) {
                  writer.addSegment(segment(i, i + 1));
                  writer.addSamples(new float[RATE], 0, RATE);
                }
                assertThat(writer.end(EndReason.KILLED, 4)).isTrue();
                return writer.sessionId();
              })
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
