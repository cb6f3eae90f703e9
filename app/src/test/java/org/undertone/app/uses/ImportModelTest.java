// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import android.app.Activity;
import android.content.Intent;
import androidx.preference.PreferenceFragmentCompat;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowActivity;
import org.undertone.app.R;
import org.undertone.app.Screens;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.driver.CoolPhone;
import org.undertone.app.export.TestDocuments;
import org.undertone.app.infer.CurrentModel;
import org.undertone.app.infer.LoadedModel;
import org.undertone.ser.SampleRecording;

/** Another model is brought to the phone, used, and left again; a broken one changes nothing. */
@RunWith(AndroidJUnit4.class)
@Config(shadows = CoolPhone.class)
public final class ImportModelTest {
  private static final int HEARD_SECONDS = 5;
  private static final long MESSAGE_MILLIS = 5000;

  @Rule public final Phone phone = new Phone();
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final float[] speech =
      Arrays.copyOf(SampleRecording.samples(), HEARD_SECONDS * Phone.RATE);

  @Test
  public void anImportedModelIsShownUsedAndLeft() throws Exception {
    Path file = Files.copy(Ser.model(), path("my-voice.tflite"));
    phone.openAgain();
    phone.goTo(R.id.destination_settings);
    pick(file);
    awaitMessage(
        phone.app().getString(R.string.settings_model_import_done, current().model().name()));
    assertThat(current().model().origin()).isEqualTo(LoadedModel.Origin.IMPORTED);
    awaitModel(R.string.settings_model_imported);
    // The message lies over the button on the next screen as long as it is shown.
    phone.rest(MESSAGE_MILLIS);

    phone.goTo(R.id.destination_live);
    SessionDetail session = phone.stored(phone.record(speech));
    assertThat(session.segments()).anyMatch(segment -> segment.emotion() != null);
    assertThat(session.modelHash()).isEqualTo(current().model().hash());

    phone.goTo(R.id.destination_settings);
    scrollTo("model_built_in");
    onView(withText(R.string.settings_model_use_built_in)).perform(click());
    Screens.waitFor(
        () -> assertThat(current().model().origin()).isEqualTo(LoadedModel.Origin.BUILT_IN));
    awaitModel(R.string.settings_model_built_in);
  }

  @Test
  public void aDamagedModelIsRefusedWithTheReasonAndTheOneInUseStays() throws Exception {
    byte[] model = Files.readAllBytes(Ser.model());
    Path file = Files.write(path("half.tflite"), Arrays.copyOf(model, model.length / 2));
    phone.openAgain();
    phone.goTo(R.id.destination_settings);
    pick(file);
    Screens.waitFor(
        () ->
            onView(withText(R.string.settings_model_import_failed))
                .inRoot(isDialog())
                .check(matches(isDisplayed())));
    onView(withText(containsString("half.tflite")))
        .inRoot(isDialog())
        .check(matches(isDisplayed()));
    onView(withText(containsString(phone.app().getString(R.string.model_refused_damaged))))
        .inRoot(isDialog())
        .check(matches(isDisplayed()));
    onView(withText(android.R.string.cancel)).inRoot(isDialog()).perform(click());
    assertThat(current().model().origin()).isEqualTo(LoadedModel.Origin.BUILT_IN);
    phone.goTo(R.id.destination_live);
    assertThat(phone.stored(phone.record(speech)).segments()).isNotEmpty();
  }

  private Path path(String name) {
    return new File(folder.getRoot(), name).toPath();
  }

  private CurrentModel current() {
    return phone.background(() -> phone.container().models().current());
  }

  /** Picks a file, as the system's file picker returns it. */
  private void pick(Path file) {
    TestDocuments documents = TestDocuments.install(folder.getRoot());
    scrollTo("model_import");
    onView(withText(R.string.settings_model_import)).perform(click());
    phone.on(
        activity -> {
          ShadowActivity shadow = Shadows.shadowOf(activity);
          Intent asked = shadow.getNextStartedActivityForResult().intent;
          assertThat(asked.getAction()).isEqualTo(Intent.ACTION_OPEN_DOCUMENT);
          Intent answer = new Intent().setData(documents.uri(file.getFileName().toString()));
          shadow.receiveResult(asked, Activity.RESULT_OK, answer);
        });
  }

  private void scrollTo(String key) {
    phone.on(
        activity ->
            ((PreferenceFragmentCompat)
                    activity.getSupportFragmentManager().findFragmentById(R.id.content))
                .scrollToPreference(key));
  }

  private void awaitMessage(String text) {
    Screens.waitFor(() -> onView(withText(text)).check(matches(isDisplayed())));
  }

  private void awaitModel(int words) {
    scrollTo("model_current");
    awaitMessage(phone.app().getString(words, current().model().name()));
  }
}
