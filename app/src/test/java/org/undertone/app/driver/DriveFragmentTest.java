// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.isChecked;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Activity;
import android.app.Application;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.os.Looper;
import android.view.View;
import androidx.lifecycle.MutableLiveData;
import androidx.test.core.app.ActivityScenario;
import androidx.test.core.app.ApplicationProvider;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowActivity.PermissionsRequest;
import org.robolectric.util.ReflectionHelpers;
import org.undertone.app.AppContainer;
import org.undertone.app.MainActivity;
import org.undertone.app.R;
import org.undertone.app.Screens;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.settings.Settings;
import org.undertone.ser.timeline.DriverAlertSettings.Sensitivity;
import org.undertone.ser.timeline.DriverState;

@RunWith(RobolectricTestRunner.class)
@Config(shadows = NoBluetooth.class)
public final class DriveFragmentTest {
  private final Application app = ApplicationProvider.getApplicationContext();
  private final Settings settings = AppContainer.of(app).settings();

  @Before
  public void acceptNotice() {
    settings.acceptNotice();
  }

  @Test
  public void writesWhatIsChosenToTheSettings() {
    try (ActivityScenario<MainActivity> main = open()) {
      onView(withId(R.id.drive_sensitivity_medium)).check(matches(isChecked()));
      onView(withId(R.id.drive_sensitivity_high)).perform(scrollTo(), click());
      onView(withId(R.id.drive_sensitivity_means))
          .check(matches(withText(R.string.drive_sensitivity_high_means)));
      onView(withId(R.id.drive_speak)).perform(scrollTo(), click());
      onView(withId(R.id.drive_vibrate)).perform(scrollTo(), click());
      assertThat(settings.sensitivity()).isEqualTo(Sensitivity.HIGH);
      assertThat(settings.speakAlerts()).isTrue();
      assertThat(settings.vibrate()).isFalse();
      main.recreate();
      onView(withId(R.id.drive_sensitivity_high)).check(matches(isChecked()));
    }
  }

  @Test
  public void showsWhatWasChangedInTheSettingsMeanwhile() {
    try (ActivityScenario<MainActivity> main = ActivityScenario.launch(MainActivity.class)) {
      onView(withId(R.id.destination_drive)).perform(click());
      onView(withId(R.id.drive_vibrate)).check(matches(isChecked()));
      onView(withId(R.id.destination_settings)).perform(click());
      settings.setVibrate(false);
      settings.setSensitivity(Sensitivity.LOW);
      onView(withId(R.id.destination_drive)).perform(click());
      shadowOf(Looper.getMainLooper()).idle();
      main.onActivity(screen -> assertThat(settings.vibrate()).isFalse());
      assertThat(settings.sensitivity()).isEqualTo(Sensitivity.LOW);
      onView(withId(R.id.drive_sensitivity_low)).check(matches(isChecked()));
    }
  }

  @Test
  public void playsTheAlertAsInTheDrive() {
    try (ActivityScenario<MainActivity> main = open()) {
      onView(withId(R.id.drive_try_tense)).perform(scrollTo(), click());
      main.onActivity(screen -> assertThat(AppContainer.of(screen).alerts().isSounding()).isTrue());
    }
  }

  @Test
  public void startsWhenTheMicrophoneIsAllowed() {
    shadowOf(app).grantPermissions(Manifest.permission.RECORD_AUDIO);
    try (ActivityScenario<MainActivity> main = open()) {
      onView(withId(R.id.drive_start)).perform(click());
      assertThat(shadowOf(app).getNextStartedActivity().getAction())
          .as("asks first")
          .endsWith("REQUEST_PERMISSIONS");
      main.onActivity(
          screen -> {
            PermissionsRequest asked = shadowOf(screen).getLastRequestedPermission();
            assertThat(asked.requestedPermissions)
                .containsExactly(Manifest.permission.POST_NOTIFICATIONS);
            screen.onRequestPermissionsResult(
                asked.requestCode,
                asked.requestedPermissions,
                new int[] {PackageManager.PERMISSION_DENIED});
          });
      assertStartsTheDrive();
      onView(withId(R.id.drive_start)).perform(click());
      assertStartsTheDrive();
    }
  }

  private void assertStartsTheDrive() {
    Intent next = shadowOf(app).getNextStartedActivity();
    assertThat(next.getComponent().getClassName()).isEqualTo(DriverActivity.class.getName());
  }

  @Test
  public void leadsToTheSettingsOnceAndroidNoLongerAsks() {
    try (ActivityScenario<MainActivity> main = open()) {
      onView(withId(R.id.drive_start)).perform(click());
      main.onActivity(DriveFragmentTest::refuse);
      // It may have been dismissed: the system asks again.
      onView(withText(R.string.microphone_allow)).perform(click());
      main.onActivity(DriveFragmentTest::refuse);
      onView(withText(R.string.microphone_settings)).inRoot(isDialog()).perform(click());
      assertThat(actionsStarted())
          .contains(android.provider.Settings.ACTION_APPLICATION_DETAILS_SETTINGS);
    }
  }

  private static void refuse(MainActivity screen) {
    PermissionsRequest asked = shadowOf(screen).getLastRequestedPermission();
    ReflectionHelpers.setField(Activity.class, screen, "mHasCurrentPermissionsRequest", false);
    screen.onRequestPermissionsResult(
        asked.requestCode,
        new String[] {Manifest.permission.RECORD_AUDIO},
        new int[] {PackageManager.PERMISSION_DENIED});
  }

  @Test
  public void saysWhyBeforeItAsksAgain() {
    shadowOf(app.getPackageManager())
        .setShouldShowRequestPermissionRationale(Manifest.permission.RECORD_AUDIO, true);
    try (ActivityScenario<MainActivity> main = open()) {
      onView(withId(R.id.drive_start)).perform(click());
      onView(withText(R.string.microphone_why)).inRoot(isDialog()).check(matches(isDisplayed()));
      onView(withText(R.string.microphone_continue)).inRoot(isDialog()).perform(click());
      main.onActivity(
          screen ->
              assertThat(shadowOf(screen).getLastRequestedPermission().requestedPermissions)
                  .containsExactly(Manifest.permission.RECORD_AUDIO));
    }
  }

  @Test
  public void leadsBackToDriveThatGoesOn() {
    show(DriveStates.listening(DriverState.CALM, 0));
    try (ActivityScenario<MainActivity> main = open()) {
      onView(withId(R.id.drive_start)).check(matches(withText(R.string.drive_return)));
      main.onActivity(screen -> assertThat(screen.isFinishing()).isFalse());
    }
  }

  @Test
  public void looksRight() {
    picture("drive", "en-w411dp-h891dp-port-notnight-420dpi", 1);
  }

  @Test
  public void looksRightInTheDark() {
    picture("drive-dark", "en-w411dp-h891dp-port-night-420dpi", 1);
  }

  @Test
  public void looksRightInGermanWithTheLargestFont() {
    picture("drive-german-font200", "de-w411dp-h891dp-port-notnight-420dpi", 2);
  }

  @Test
  public void looksRightOnItsSide() {
    picture("drive-landscape", "en-w891dp-h411dp-land-notnight-420dpi", 1);
  }

  @Test
  public void looksRightFromRightToLeft() {
    picture("drive-rtl", "ar-ldrtl-w411dp-h891dp-port-notnight-420dpi", 1);
  }

  private void picture(String name, String qualifiers, float fontScale) {
    RuntimeEnvironment.setQualifiers(qualifiers);
    RuntimeEnvironment.setFontScale(fontScale);
    try (ActivityScenario<MainActivity> main = open()) {
      main.onActivity(
          screen -> {
            View start = screen.findViewById(R.id.drive_start);
            float dp = start.getHeight() / screen.getResources().getDisplayMetrics().density;
            assertThat(dp).as("height of Start, %s", name).isGreaterThanOrEqualTo(76);
            Screens.capture(screen, name);
          });
    }
  }

  private static ActivityScenario<MainActivity> open() {
    ActivityScenario<MainActivity> main = ActivityScenario.launch(MainActivity.class);
    main.onActivity(
        screen ->
            screen
                .getSupportFragmentManager()
                .beginTransaction()
                .replace(R.id.content, new DriveFragment())
                .commitNow());
    return main;
  }

  private List<String> actionsStarted() {
    List<String> actions = new ArrayList<>();
    for (Intent next = shadowOf(app).getNextStartedActivity();
        next != null;
        next = shadowOf(app).getNextStartedActivity()) {
      actions.add(next.getAction());
    }
    return actions;
  }

  private void show(RecordingState state) {
    ((MutableLiveData<RecordingState>) AppContainer.of(app).recorder().state()).setValue(state);
    shadowOf(Looper.getMainLooper()).idle();
  }
}
