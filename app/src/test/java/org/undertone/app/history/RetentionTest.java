// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;

import android.app.Application;
import androidx.preference.PreferenceFragmentCompat;
import androidx.test.core.app.ActivityScenario;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.undertone.app.AppContainer;
import org.undertone.app.MainActivity;
import org.undertone.app.R;
import org.undertone.app.Screens;
import org.undertone.app.data.SessionFilter;
import org.undertone.app.settings.Settings;

/** When sessions that are older than the user lets them become are removed. */
@RunWith(AndroidJUnit4.class)
public final class RetentionTest {
  private final Application app = ApplicationProvider.getApplicationContext();
  private long old;
  private long young;

  @Before
  public void store() {
    AppContainer.of(app).settings().acceptNotice();
    old = SampleSessions.at(Instant.now().minus(Duration.ofDays(8))).store();
    young = SampleSessions.at(Instant.now().minus(Duration.ofDays(6))).store();
  }

  private static List<Long> ids() {
    return SampleSessions.background(() -> SampleSessions.repository().ids(SessionFilter.ALL));
  }

  @Test
  public void leavingTheSettingsRemovesWhatIsOlderThanWasChosen() {
    try (ActivityScenario<MainActivity> scenario = ActivityScenario.launch(MainActivity.class)) {
      scenario.onActivity(MainActivity::openSettings);
      scenario.onActivity(
          activity -> {
            activity.getSupportFragmentManager().executePendingTransactions();
            PreferenceFragmentCompat settings =
                (PreferenceFragmentCompat)
                    activity.getSupportFragmentManager().findFragmentById(R.id.content);
            settings.scrollToPreference(Settings.RETENTION_DAYS);
          });
      onView(withText(R.string.settings_retention)).perform(click());
      String week = app.getResources().getQuantityString(R.plurals.settings_retention_days, 7, 7);
      onView(withText(week)).inRoot(isDialog()).perform(click());
      assertThat(ids()).as("a slip of the finger can be put right").contains(old, young);
      scenario.recreate();
      scenario.onActivity(MainActivity::openDiagnostics);
      Screens.waitFor(() -> assertThat(ids()).containsExactly(young));
    }
  }
}
