// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.Espresso.pressBack;
import static androidx.test.espresso.Espresso.pressBackUnconditionally;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static org.assertj.core.api.Assertions.assertThat;

import android.content.Context;
import android.content.Intent;
import android.view.View;
import androidx.activity.OnBackPressedCallback;
import androidx.core.graphics.Insets;
import androidx.core.view.ViewCompat;
import androidx.core.view.WindowInsetsCompat;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.Lifecycle;
import androidx.preference.PreferenceManager;
import androidx.test.core.app.ActivityScenario;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import com.google.android.material.navigation.NavigationBarView;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.shadows.ShadowLooper;
import org.undertone.app.data.SessionMode;
import org.undertone.app.driver.DriverActivity;
import org.undertone.app.history.HistoryFragment;
import org.undertone.app.history.SessionFragment;
import org.undertone.app.live.LiveFragment;
import org.undertone.app.settings.NoticeFragment;

/** The ways between screens, and back. */
@RunWith(AndroidJUnit4.class)
public class NavigationTest {
  /** Height of the system's bar at the bottom, pixels. */
  private static final int BAR = 63;

  private ActivityScenario<MainActivity> scenario;

  @Before
  public void open() {
    AppContainer.of(ApplicationProvider.getApplicationContext()).settings().acceptNotice();
    scenario = ActivityScenario.launch(MainActivity.class);
  }

  @After
  public void close() {
    scenario.close();
  }

  private void shows(Class<?> screen, int selected) {
    ShadowLooper.idleMainLooper();
    scenario.onActivity(
        activity -> {
          assertThat(activity.getSupportFragmentManager().findFragmentById(R.id.content))
              .isInstanceOf(screen);
          NavigationBarView navigation = activity.findViewById(R.id.navigation);
          assertThat(navigation.getSelectedItemId()).isEqualTo(selected);
          assertThat(navigation.getMenu().findItem(selected).isChecked()).isTrue();
        });
  }

  private void openSession() {
    scenario.onActivity(activity -> activity.openSession(5));
    ShadowLooper.idleMainLooper();
  }

  @Test
  public void backLeadsToTheLiveScreenAndThenOut() {
    onView(withId(R.id.destination_history)).perform(click());
    shows(HistoryFragment.class, R.id.destination_history);
    pressBack();
    shows(LiveFragment.class, R.id.destination_live);
    pressBackUnconditionally();
    ShadowLooper.idleMainLooper();
    scenario.onActivity(activity -> assertThat(activity.isFinishing()).isTrue());
  }

  @Test
  public void backEndsASelectionFirstAlsoAfterTheScreenWasOff() {
    onView(withId(R.id.destination_history)).perform(click());
    scenario.moveToState(Lifecycle.State.CREATED).moveToState(Lifecycle.State.RESUMED);
    boolean[] ended = {false};
    scenario.onActivity(
        activity -> {
          Fragment history = activity.getSupportFragmentManager().findFragmentById(R.id.content);
          activity
              .getOnBackPressedDispatcher()
              .addCallback(
                  history.getViewLifecycleOwner(),
                  new OnBackPressedCallback(true) {
                    @Override
                    public void handleOnBackPressed() {
                      ended[0] = true;
                      setEnabled(false);
                    }
                  });
        });
    scenario.moveToState(Lifecycle.State.CREATED).moveToState(Lifecycle.State.RESUMED);
    pressBack();
    assertThat(ended[0]).isTrue();
    shows(HistoryFragment.class, R.id.destination_history);
    pressBack();
    shows(LiveFragment.class, R.id.destination_live);
  }

  @Test
  public void backFromASessionLeadsToWhereItWasOpened() {
    onView(withId(R.id.destination_history)).perform(click());
    openSession();
    shows(SessionFragment.class, R.id.destination_history);
    pressBack();
    shows(HistoryFragment.class, R.id.destination_history);
  }

  @Test
  public void eachDestinationIsFoundAsItWasLeftAlsoAfterRotation() {
    onView(withId(R.id.destination_history)).perform(click());
    openSession();
    onView(withId(R.id.destination_live)).perform(click());
    shows(LiveFragment.class, R.id.destination_live);
    scenario.recreate();
    shows(LiveFragment.class, R.id.destination_live);
    onView(withId(R.id.destination_history)).perform(click());
    shows(SessionFragment.class, R.id.destination_history);
    scenario.recreate();
    shows(SessionFragment.class, R.id.destination_history);
    onView(withId(R.id.destination_history)).perform(click());
    shows(HistoryFragment.class, R.id.destination_history);
  }

  @Test
  public void theNoticeComesBeforeTheFirstUse() {
    scenario.close();
    PreferenceManager.getDefaultSharedPreferences(ApplicationProvider.getApplicationContext())
        .edit()
        .clear()
        .commit();
    scenario = ActivityScenario.launch(MainActivity.class);
    scenario.moveToState(Lifecycle.State.CREATED).moveToState(Lifecycle.State.RESUMED);
    shows(NoticeFragment.class, R.id.destination_live);
    assertThat(scenario.getState()).isEqualTo(Lifecycle.State.RESUMED);
    scenario.onActivity(activity -> activity.onNewIntent(MainActivity.sessionIntent(activity, 5)));
    shows(NoticeFragment.class, R.id.destination_live);
    pressBackUnconditionally();
    scenario.onActivity(activity -> assertThat(activity.isFinishing()).isTrue());
  }

  @Test
  public void theNoticeKeepsClearOfTheSystemsBarUntilTheNavigationDoes() {
    scenario.onActivity(activity -> assertThat(paddingBelow(activity)).isZero());
    scenario.close();
    PreferenceManager.getDefaultSharedPreferences(ApplicationProvider.getApplicationContext())
        .edit()
        .clear()
        .commit();
    scenario = ActivityScenario.launch(MainActivity.class);
    scenario.onActivity(activity -> assertThat(paddingBelow(activity)).isEqualTo(BAR));
  }

  private static int paddingBelow(MainActivity activity) {
    View root = activity.findViewById(R.id.main);
    ViewCompat.dispatchApplyWindowInsets(
        root,
        new WindowInsetsCompat.Builder()
            .setInsets(WindowInsetsCompat.Type.systemBars(), Insets.of(0, 24, 0, BAR))
            .build());
    return root.getPaddingBottom();
  }

  @Test
  public void theNotificationOfADriveLeadsToTheDrive() {
    Context context = ApplicationProvider.getApplicationContext();
    AppContainer container = AppContainer.of(context);
    Intent drive = container.recordingScreens(SessionMode.DRIVER)[1];
    assertThat(drive.getComponent().getClassName()).isEqualTo(DriverActivity.class.getName());
    try (ActivityController<DriverActivity> screen =
        Robolectric.buildActivity(DriverActivity.class, drive).create()) {
      assertThat(screen.get().isFinishing()).as("the drive had ended").isTrue();
      assertThat(AppContainer.of(context).recorder().state().getValue().isActive()).isFalse();
    }
    assertThat(container.recordingScreens(SessionMode.LIVE))
        .extracting(intent -> intent.getComponent().getClassName())
        .containsExactly(MainActivity.class.getName());
  }
}
