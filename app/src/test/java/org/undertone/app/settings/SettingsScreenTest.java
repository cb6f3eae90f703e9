// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.replaceText;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import android.content.Context;
import android.content.SharedPreferences;
import androidx.preference.PreferenceFragmentCompat;
import androidx.recyclerview.widget.RecyclerView;
import androidx.test.core.app.ActivityScenario;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RuntimeEnvironment;
import org.undertone.app.AppContainer;
import org.undertone.app.MainActivity;
import org.undertone.app.R;
import org.undertone.app.Screens;
import org.undertone.app.infer.AndroidTflite;
import org.undertone.ser.LabelScheme;

/** The settings as a user meets them, and the notice before the first use. */
@RunWith(AndroidJUnit4.class)
public class SettingsScreenTest {
  private final Context context = ApplicationProvider.getApplicationContext();
  private final Settings settings = AppContainer.of(context).settings();
  private ActivityScenario<MainActivity> scenario;

  @Before
  public void accept() {
    settings.acceptNotice();
  }

  @After
  public void close() {
    if (scenario != null) {
      scenario.close();
    }
  }

  private void open() {
    scenario = ActivityScenario.launch(MainActivity.class);
    scenario.onActivity(MainActivity::openSettings);
  }

  private void scrollTo(String key) {
    scenario.onActivity(
        activity -> {
          activity.getSupportFragmentManager().executePendingTransactions();
          PreferenceFragmentCompat fragment =
              (PreferenceFragmentCompat)
                  activity.getSupportFragmentManager().findFragmentById(R.id.content);
          fragment.scrollToPreference(key);
        });
  }

  private void choose(String key, int title, int choice) {
    scrollTo(key);
    onView(withText(title)).perform(click());
    onView(withText(choice)).inRoot(isDialog()).perform(click());
  }

  private void picture(String name) {
    scenario.onActivity(activity -> Screens.capture(activity, name));
  }

  private void pictureAtEnd(String name) {
    scenario.onActivity(
        activity -> {
          PreferenceFragmentCompat fragment =
              (PreferenceFragmentCompat)
                  activity.getSupportFragmentManager().findFragmentById(R.id.content);
          RecyclerView list = fragment.getListView();
          list.scrollToPosition(list.getAdapter().getItemCount() - 1);
          Screens.capture(activity, name);
        });
  }

  @Test
  public void keepsWhatIsChosen() {
    open();
    picture("settings");
    choose(Settings.LABELS, R.string.settings_labels, R.string.settings_labels_3);
    assertThat(settings.labels()).isSameAs(LabelScheme.THREE);
    choose(Settings.DELEGATE, R.string.settings_delegate, R.string.settings_delegate_gpu);
    assertThat(settings.delegate()).isEqualTo("gpu");
    scrollTo(Settings.KEEP_AUDIO);
    onView(withText(R.string.settings_keep_audio)).perform(click());
    assertThat(settings.keepAudio()).isTrue();
    pictureAtEnd("settings-end");
  }

  @Test
  public void addsAPersonWithAVoiceOfTheirOwn() {
    open();
    onView(withText(R.string.settings_profile)).perform(click());
    Screens.waitFor(
        () ->
            onView(withText(R.string.settings_profile_add))
                .inRoot(isDialog())
                .check(matches(isDisplayed())));
    onView(withText(R.string.settings_profile_add)).inRoot(isDialog()).perform(click());
    onView(withText(android.R.string.ok)).inRoot(isDialog()).perform(click());
    onView(withText(R.string.settings_profile_name_empty))
        .inRoot(isDialog())
        .check(matches(isDisplayed()));
    onView(withId(R.id.name_field)).inRoot(isDialog()).perform(replaceText("Ada"));
    onView(withText(android.R.string.ok)).inRoot(isDialog()).perform(click());
    assertThat(settings.profileName()).isEqualTo("Ada");
  }

  @Test
  public void erasesEverythingOnlyWhenAskedTwice() throws Exception {
    settings.setProfileName("Ada");
    open();
    scrollTo("erase");
    onView(withText(R.string.settings_erase)).perform(click());
    assertThat(settings.profileName()).isEqualTo("Ada");
    scenario.recreate();
    assertThat(settings.profileName()).isEqualTo("Ada");
    onView(withText(R.string.settings_erase_confirm)).inRoot(isDialog()).perform(click());
    Screens.waitFor(() -> assertThat(settings.profileName()).isEmpty());
    assertThat(settings.noticeAccepted()).isTrue();
    Screens.waitFor(
        () -> onView(withText(R.string.settings_erase_done)).check(matches(isDisplayed())));
  }

  @Test
  public void choosingADelegateTriesItAnew() {
    SharedPreferences memory = context.getSharedPreferences("delegates", Context.MODE_PRIVATE);
    memory.edit().putString("some model on this phone on a GPU", "CRASHED ").commit();
    open();
    choose(Settings.DELEGATE, R.string.settings_delegate, R.string.settings_delegate_gpu);
    Screens.waitFor(() -> assertThat(memory.getAll()).isEmpty());
  }

  @Test
  public void tellsWhatItDoesBeforeTheFirstUse() {
    settings.eraseAll();
    context
        .getSharedPreferences(context.getPackageName() + "_preferences", Context.MODE_PRIVATE)
        .edit()
        .clear()
        .commit();
    scenario = ActivityScenario.launch(MainActivity.class);
    onView(withText(R.string.notice_title)).check(matches(isDisplayed()));
    picture("notice");
    scenario.recreate();
    onView(withText(R.string.notice_accept)).perform(click());
    assertThat(settings.noticeAccepted()).isTrue();
    scenario.recreate();
    onView(withId(R.id.navigation)).check(matches(isDisplayed()));
  }

  @Test
  public void showsModelAndDelegate() {
    String whyNot = AndroidTflite.whyNot().orElse("");
    assumeTrue(whyNot, whyNot.isEmpty());
    AndroidTflite.load();
    open();
    scenario.onActivity(MainActivity::openDiagnostics);
    Screens.waitFor(
        () -> onView(withText(R.string.diagnostics_runs_on)).check(matches(isDisplayed())));
    picture("diagnostics");
  }

  @Test
  public void looksRightInTheDarkInGermanAndLarge() {
    RuntimeEnvironment.setQualifiers("+de-night");
    RuntimeEnvironment.setFontScale(2f);
    open();
    picture("settings-dark-de-large");
    pictureAtEnd("settings-end-dark-de-large");
    scenario.onActivity(MainActivity::openNotice);
    picture("notice-dark-de-large");
  }
}
