// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.Espresso.pressBackUnconditionally;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.not;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Application;
import android.content.Intent;
import android.os.Looper;
import android.view.WindowManager;
import androidx.lifecycle.MutableLiveData;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.rules.ActivityScenarioRule;
import java.time.Duration;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.undertone.app.AppContainer;
import org.undertone.app.MainActivity;
import org.undertone.app.R;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.EndReason;
import org.undertone.ser.timeline.DriverState;

@RunWith(RobolectricTestRunner.class)
public final class DriverActivityTest {
  @Rule
  public final ActivityScenarioRule<DriverActivity> drive =
      new ActivityScenarioRule<>(DriverActivity.class);

  private final Application app = ApplicationProvider.getApplicationContext();

  /** Before the rule opens the screen, which starts to record. */
  public DriverActivityTest() {
    shadowOf(app).grantPermissions(Manifest.permission.RECORD_AUDIO);
  }

  @Test
  public void showsTheStateInOneWord() {
    show(DriveStates.listening(DriverState.LOW, 0));
    onView(withId(R.id.driver_word)).check(matches(withText(R.string.group_low)));
    onView(withId(R.id.driver_prompt)).check(matches(not(isDisplayed())));
  }

  @Test
  public void showsHowLongNoAlertCanCome() {
    show(DriveStates.listening(DriverState.CALM, 121));
    onView(withId(R.id.driver_quiet)).check(matches(withText("3 min")));
    drive
        .getScenario()
        .onActivity(
            screen -> {
              DriverStateView shape = screen.findViewById(R.id.driver_shape);
              assertThat(shape.sweepDegrees()).isBetween(72f, 73f);
            });
  }

  @Test
  public void anAlertSuggestsAndAsks() {
    show(DriveStates.alert(DriverState.TENSE));
    onView(withText(R.string.driver_suggest_tense)).check(matches(isDisplayed()));
    onView(withText(R.string.driver_ok)).check(matches(isDisplayed()));
    onView(withText(R.string.driver_wrong)).check(matches(isDisplayed()));
    show(DriveStates.listening(DriverState.TENSE, 180));
    onView(withId(R.id.driver_prompt)).check(matches(not(isDisplayed())));
  }

  @Test
  public void keepsTheScreenOnWhileTheDriveGoesOn() {
    show(DriveStates.listening(DriverState.CALM, 0));
    drive.getScenario().onActivity(screen -> assertThat(isKeptOn(screen)).isTrue());
    show(DriveStates.ended(EndReason.OVERHEATED));
    drive.getScenario().onActivity(screen -> assertThat(isKeptOn(screen)).isFalse());
  }

  @Test
  public void backAsksAndTheDriveGoesOn() {
    show(DriveStates.listening(DriverState.CALM, 0));
    pressBackUnconditionally();
    onView(withText(R.string.driver_leave)).check(matches(isDisplayed()));
    onView(withText(R.string.driver_stay)).perform(click());
    onView(withId(R.id.driver_prompt)).check(matches(not(isDisplayed())));
    pressBackUnconditionally();
    onView(withText(R.string.driver_leave_now)).perform(click());
    assertThat(isRecording()).isTrue();
    assertThat(shadowOf(app).getNextStartedActivity()).isNull();
  }

  @Test
  public void leadsToTheSessionSomeSecondsAfterStop() {
    show(DriveStates.listening(DriverState.CALM, 0));
    show(DriveStates.ended(EndReason.STOPPED));
    onView(withText(R.string.driver_resume)).check(matches(isDisplayed()));
    idle(4900);
    assertThat(shadowOf(app).getNextStartedActivity()).isNull();
    idle(200);
    assertLedToSession(7);
  }

  @Test
  public void doneLeadsToTheSessionAtOnce() {
    show(DriveStates.listening(DriverState.CALM, 0));
    show(DriveStates.ended(EndReason.STOPPED));
    onView(withText(R.string.driver_done)).perform(click());
    assertLedToSession(7);
  }

  @Test
  public void aDriveThatBrokeOffSaysWhyAndWaits() {
    show(DriveStates.listening(DriverState.CALM, 0));
    show(DriveStates.ended(EndReason.MICROPHONE_LOST));
    onView(withText(R.string.driver_end_microphone)).check(matches(isDisplayed()));
    idle(60_000);
    assertThat(shadowOf(app).getNextStartedActivity()).isNull();
    onView(withText(R.string.driver_end_microphone)).check(matches(isDisplayed()));
  }

  @Test
  public void rotationKeepsTheQuestion() {
    show(DriveStates.listening(DriverState.CALM, 0));
    show(DriveStates.ended(EndReason.STOPPED));
    idle(2000);
    drive.getScenario().recreate();
    onView(withText(R.string.driver_resume)).check(matches(isDisplayed()));
    idle(3100);
    assertLedToSession(7);
  }

  @Test
  public void saysWhyItCannotStart() {
    show(DriveStates.ended(EndReason.PERMISSION_REVOKED));
    onView(withText(R.string.driver_end_permission)).check(matches(isDisplayed()));
    shadowOf(app).denyPermissions(Manifest.permission.RECORD_AUDIO);
    onView(withText(R.string.driver_resume)).perform(click());
    onView(withText(R.string.driver_end_permission)).check(matches(isDisplayed()));
  }

  @Test
  public void doesNotStartToListenByItselfAfterTheProcessDied() {
    drive.getScenario().onActivity(screen -> screen.getViewModelStore().clear());
    show(RecordingState.NONE);
    drive.getScenario().recreate();
    drive.getScenario().onActivity(screen -> assertThat(screen.isFinishing()).isTrue());
    assertThat(isRecording()).isFalse();
  }

  private void assertLedToSession(long id) {
    Intent intent = shadowOf(app).getNextStartedActivity();
    assertThat(intent).isNotNull();
    assertThat(intent.getComponent().getClassName()).isEqualTo(MainActivity.class.getName());
    assertThat(intent.filterEquals(MainActivity.sessionIntent(app, id))).isTrue();
    assertThat(intent.getLongExtra("org.undertone.app.session", 0)).isEqualTo(id);
  }

  private static boolean isKeptOn(DriverActivity screen) {
    return (screen.getWindow().getAttributes().flags
            & WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON)
        != 0;
  }

  private boolean isRecording() {
    return AppContainer.of(app).recorder().state().getValue().isActive();
  }

  private void show(RecordingState state) {
    ((MutableLiveData<RecordingState>) AppContainer.of(app).recorder().state()).setValue(state);
    shadowOf(Looper.getMainLooper()).idle();
  }

  private static void idle(long millis) {
    shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(millis));
  }
}
