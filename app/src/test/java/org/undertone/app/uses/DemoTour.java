// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;

import androidx.fragment.app.DialogFragment;
import androidx.fragment.app.Fragment;
import androidx.preference.PreferenceFragmentCompat;
import androidx.recyclerview.widget.RecyclerView;
import androidx.test.core.app.ActivityScenario;
import java.io.File;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.ParameterizedRobolectricTestRunner;
import org.robolectric.ParameterizedRobolectricTestRunner.Parameters;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.undertone.app.MainActivity;
import org.undertone.app.R;
import org.undertone.app.Screens;
import org.undertone.app.capture.Phase;
import org.undertone.app.driver.CoolPhone;
import org.undertone.app.driver.DriverActivity;
import org.undertone.app.driver.NoBluetooth;
import org.undertone.app.export.ExportRequest;
import org.undertone.app.infer.AndroidTflite;
import org.undertone.app.view.EmotionStyle;
import org.undertone.ser.Emotion;
import org.undertone.ser.SampleRecording;
import org.undertone.ser.SyntheticSpeech;

/**
 * A walk through the whole app, on its real parts, with the bundled recording as the microphone: tells
 * the verdicts as they come, and takes a picture of every screen in each look. Run by the profile {@code
 * demo}, not with the tests.
 */
@RunWith(ParameterizedRobolectricTestRunner.class)
@Config(shadows = {CoolPhone.class, NoBluetooth.class})
public final class DemoTour {
  private static final String LAST_LOOK = "large";
  private static final double ROOM_RMS = 0.0005;

  /** The bundled sample alerts in its excited part. */
  private static final double ALERT_WITHIN_SECONDS = 14;

  private static final double QUIET_SECONDS = 20;

  @Rule public final Phone phone = new Phone();

  private final Listening listening = new Listening(phone);

  private final String look;
  private final String qualifiers;
  private final float fontScale;
  private final Camera camera;

  public DemoTour(String look, String qualifiers, float fontScale) {
    this.look = look;
    this.qualifiers = qualifiers;
    this.fontScale = fontScale;
    camera = new Camera(look);
  }

  @Parameters(name = "{0}")
  public static Object[][] looks() {
    return new Object[][] {
      {"light", "", 1f},
      {"dark", "+night", 1f},
      {"landscape", "+land", 1f},
      {"german", "+de-rDE", 1f},
      {LAST_LOOK, "", 2f},
    };
  }

  @BeforeClass
  public static void tellWhyNot() {
    AndroidTflite.whyNot().ifPresent(why -> System.out.println("The demo cannot run: " + why));
  }

  @Test
  public void visitsEveryScreen() {
    if (!qualifiers.isEmpty()) {
      RuntimeEnvironment.setQualifiers(qualifiers);
    }
    RuntimeEnvironment.setFontScale(fontScale);
    phone.open();
    take("notice");
    onView(withId(R.id.notice_accept)).perform(click());
    phone.rest(500);
    take("live-first");
    long call = phone.background(() -> new Diary(phone.container().sessions()).write());
    live();
    history(call);
    export(call);
    settings();
    // Last, for its dark colours are left behind: under Robolectric, AppCompat gives all screens
    // one
    // configuration.
    drive();
    if (look.equals(LAST_LOOK)) {
      tellWhere();
    }
  }

  private static void tellWhere() {
    File folder = new File(System.getProperty("undertone.screens", "target/screens"));
    String[] pictures = folder.list((in, name) -> name.endsWith(".png"));
    System.out.printf("%d pictures of the app's screens: %s%n", pictures.length, folder);
  }

  private void live() {
    SyntheticSpeech room = new SyntheticSpeech(Phone.RATE, 7);
    float[] sample = SampleRecording.samples();
    phone.play(sample);
    phone.play(room.noise(ROOM_RMS, 5));
    Narrator narrator = new Narrator(phone.app());
    if (look.equals("light")) {
      System.out.println("Undertone hears " + SampleRecording.FILE + ":");
      phone.container().recorder().state().observeForever(narrator);
    }
    phone.hearUntil(0);
    phone.tapRecord();
    hear(1, "live-listening");
    double end = (double) sample.length / Phone.RATE;
    double unsure = listening.hearUntil(EmotionStyle.UNSURE, 5, end);
    take("live-unsure");
    listening.hearUntil(EmotionStyle.of(Emotion.ANGRY), unsure, end);
    take("live");
    hear(end + 4, "live-no-speech");
    phone.container().recorder().state().removeObserver(narrator);
    phone.goTo(R.id.destination_history);
    phone.rest(500);
    take("history-recording");
    phone.goTo(R.id.destination_live);
    phone.tapStop();
    phone.rest(500);
    take("live-saved");
    phone.rest(5000);
    take("live-idle");
  }

  private void hear(double seconds, String screen) {
    listening.hear(seconds);
    phone.rest(1000);
    take(screen);
  }

  private void history(long call) {
    phone.goTo(R.id.destination_history);
    Screens.waitFor(() -> onView(Rows.row(R.id.history_list, 1)).check(matches(isDisplayed())));
    phone.rest(500);
    take("history");
    phone.on(activity -> activity.openSession(call));
    Screens.waitFor(() -> onView(withId(R.id.session_timeline)).check(matches(isDisplayed())));
    phone.rest(1000);
    take("session");
    Rows.scrollTo(phone, R.id.session_list, 6);
    phone.rest(500);
    take("session-segments");
    phone.on(DemoTour::openSecondSegment);
    phone.rest(1000);
    phone.on(
        activity -> camera.take(activity, dialog(activity).requireDialog(), "session-correct"));
    phone.on(activity -> dialog(activity).dismiss());
    phone.rest(500);
    phone.on(activity -> activity.getOnBackPressedDispatcher().onBackPressed());
  }

  private static void openSecondSegment(MainActivity activity) {
    RecyclerView list = activity.findViewById(R.id.session_list);
    list.getChildAt(list.getChildCount() - 2).performClick();
  }

  private static DialogFragment dialog(MainActivity activity) {
    Fragment screen = activity.getSupportFragmentManager().findFragmentById(R.id.content);
    for (Fragment child : screen.getChildFragmentManager().getFragments()) {
      if (child instanceof DialogFragment dialog) {
        return dialog;
      }
    }
    throw new AssertionError("no dialog on " + screen);
  }

  private void drive() {
    phone.goTo(R.id.destination_drive);
    phone.rest(500);
    take("drive-before");
    SyntheticSpeech driver = new SyntheticSpeech(Phone.RATE, 1);
    phone.play(driver.speech(SampleRecording.AGITATED, ALERT_WITHIN_SECONDS));
    phone.play(driver.speech(SampleRecording.LEVEL, QUIET_SECONDS));
    phone.hearUntil(2);
    try (ActivityScenario<DriverActivity> drive = ActivityScenario.launch(DriverActivity.class)) {
      phone.startService();
      take(drive, "drive-start");
      listening.hear(5);
      take(drive, "drive");
      double seconds = 5;
      while (phone.now().driver().alert() == null && seconds < ALERT_WITHIN_SECONDS) {
        seconds += Listening.STEP_SECONDS;
        listening.hear(seconds);
      }
      take(drive, "drive-alert");
      onView(withText(R.string.driver_ok)).perform(click());
      phone.await("the answer", state -> state.driver().alert() == null);
      listening.hear(ALERT_WITHIN_SECONDS + QUIET_SECONDS);
      take(drive, "drive-quiet");
      onView(withText(R.string.driver_stop)).perform(click());
      phone.await("the end of the drive", state -> state.phase() == Phase.IDLE);
      take(drive, "drive-end");
    }
  }

  private void export(long call) {
    phone.on(activity -> activity.openExport(ExportRequest.ofSession(call)));
    Screens.waitFor(() -> onView(withId(R.id.export_content)).check(matches(isDisplayed())));
    phone.rest(1000);
    take("export");
    phone.on(activity -> activity.getOnBackPressedDispatcher().onBackPressed());
  }

  private void settings() {
    phone.goTo(R.id.destination_settings);
    phone.rest(500);
    take("settings");
    for (int page = 2; page <= 3; page++) {
      phone.on(DemoTour::pageDown);
      phone.rest(500);
      take("settings-" + page);
    }
    phone.on(MainActivity::openDiagnostics);
    Screens.waitFor(
        () -> onView(withText(R.string.diagnostics_runs_on)).check(matches(isDisplayed())));
    phone.rest(1000);
    take("diagnostics");
  }

  private static void pageDown(MainActivity activity) {
    RecyclerView list =
        ((PreferenceFragmentCompat)
                activity.getSupportFragmentManager().findFragmentById(R.id.content))
            .getListView();
    list.scrollBy(0, list.getHeight() * 9 / 10);
  }

  private void take(String screen) {
    phone.on(activity -> camera.take(activity, screen));
  }

  private void take(ActivityScenario<DriverActivity> drive, String screen) {
    phone.rest(300);
    drive.onActivity(activity -> camera.take(activity, screen));
  }
}
