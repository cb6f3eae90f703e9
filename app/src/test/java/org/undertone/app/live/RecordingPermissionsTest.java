// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.live;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.assertion.ViewAssertions.doesNotExist;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.Visibility.GONE;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withEffectiveVisibility;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Activity;
import android.app.Application;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.provider.Settings;
import androidx.lifecycle.Lifecycle;
import androidx.test.core.app.ActivityScenario;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.shadows.ShadowActivity.PermissionsRequest;
import org.robolectric.shadows.ShadowLooper;
import org.robolectric.util.ReflectionHelpers;
import org.undertone.app.MainActivity;
import org.undertone.app.R;
import org.undertone.app.Screens;
import org.undertone.app.capture.RecordingService;

/** The way from the first tap to a recording, and every way in which it can be refused. */
@RunWith(AndroidJUnit4.class)
public class RecordingPermissionsTest {
  private ActivityScenario<MainActivity> scenario;

  @Before
  public void open() {
    scenario = LiveScreens.launch();
  }

  @After
  public void close() {
    scenario.close();
  }

  private PermissionsRequest asked() {
    PermissionsRequest[] request = new PermissionsRequest[1];
    scenario.onActivity(activity -> request[0] = shadowOf(activity).getLastRequestedPermission());
    return request[0];
  }

  private void answer(boolean granted) {
    PermissionsRequest request = asked();
    if (granted) {
      LiveScreens.allow(request.requestedPermissions);
    }
    int result = granted ? PackageManager.PERMISSION_GRANTED : PackageManager.PERMISSION_DENIED;
    scenario.onActivity(
        activity -> {
          // What the framework does before it hands the answer on.
          ReflectionHelpers.setField(
              Activity.class, activity, "mHasCurrentPermissionsRequest", false);
          activity.onRequestPermissionsResult(
              request.requestCode, request.requestedPermissions, new int[] {result});
        });
    ShadowLooper.idleMainLooper();
  }

  private static void androidWouldAskAgain(boolean again) {
    shadowOf(LiveScreens.context().getPackageManager())
        .setShouldShowRequestPermissionRationale(Manifest.permission.RECORD_AUDIO, again);
  }

  private static Intent startedService() {
    return shadowOf((Application) LiveScreens.context()).getNextStartedService();
  }

  private void askFirst() {
    onView(withId(R.id.live_button)).perform(click());
    onView(withId(R.id.live_rationale_continue)).inRoot(isDialog()).perform(click());
    ShadowLooper.idleMainLooper();
  }

  @Test
  public void theFirstTapExplainsAndOnlyThenAndroidAsks() {
    onView(withId(R.id.live_button)).perform(click());
    onView(withText(R.string.live_rationale_title))
        .inRoot(isDialog())
        .check(matches(isDisplayed()));
    assertThat(asked()).isNull();
    onView(withId(R.id.live_rationale_continue)).inRoot(isDialog()).perform(click());
    ShadowLooper.idleMainLooper();
    assertThat(asked().requestedPermissions).containsExactly(Manifest.permission.RECORD_AUDIO);
    assertThat(startedService()).isNull();
  }

  @Test
  public void notNowAsksNothing() {
    onView(withId(R.id.live_button)).perform(click());
    onView(withId(R.id.live_rationale_cancel)).inRoot(isDialog()).perform(click());
    ShadowLooper.idleMainLooper();
    onView(withText(R.string.live_rationale_title)).check(doesNotExist());
    assertThat(asked()).isNull();
  }

  @Test
  public void theExplanationOutlivesRotation() {
    onView(withId(R.id.live_button)).perform(click());
    scenario.recreate();
    onView(withId(R.id.live_rationale_continue)).inRoot(isDialog()).perform(click());
    ShadowLooper.idleMainLooper();
    assertThat(asked().requestedPermissions).containsExactly(Manifest.permission.RECORD_AUDIO);
  }

  @Test
  public void recordingStartsWhenNotificationsAreRefused() {
    askFirst();
    answer(true);
    assertThat(asked().requestedPermissions)
        .containsExactly(Manifest.permission.POST_NOTIFICATIONS);
    assertThat(startedService()).isNull();
    answer(false);
    assertThat(startedService().getComponent().getClassName())
        .isEqualTo(RecordingService.class.getName());
  }

  @Test
  public void aRefusalIsExplainedAndCanBeTriedAgain() {
    androidWouldAskAgain(true);
    askFirst();
    answer(false);
    onView(withText(R.string.live_denied)).check(matches(isDisplayed()));
    scenario.onActivity(activity -> Screens.capture(activity, "live-denied"));
    scenario.recreate();
    onView(withText(R.string.live_denied)).check(matches(isDisplayed()));
    onView(withText(R.string.live_try_again)).perform(click());
    ShadowLooper.idleMainLooper();
    assertThat(asked().requestedPermissions).containsExactly(Manifest.permission.RECORD_AUDIO);
  }

  @Test
  public void aPermanentRefusalLeadsToTheSettingsOfTheApp() {
    androidWouldAskAgain(true);
    askFirst();
    answer(false);
    androidWouldAskAgain(false);
    onView(withId(R.id.live_button)).perform(click());
    ShadowLooper.idleMainLooper();
    answer(false);
    onView(withText(R.string.live_blocked)).check(matches(isDisplayed()));
    scenario.onActivity(activity -> Screens.capture(activity, "live-blocked"));
    onView(withText(R.string.live_open_settings)).perform(click());
    Intent opened = shadowOf((Application) LiveScreens.context()).getNextStartedActivity();
    assertThat(opened.getAction()).isEqualTo(Settings.ACTION_APPLICATION_DETAILS_SETTINGS);
    assertThat(opened.getDataString())
        .isEqualTo("package:" + LiveScreens.context().getPackageName());

    scenario.moveToState(Lifecycle.State.STARTED);
    LiveScreens.allowMicrophone();
    scenario.moveToState(Lifecycle.State.RESUMED);
    onView(withId(R.id.live_hint)).check(matches(withEffectiveVisibility(GONE)));
  }
}
