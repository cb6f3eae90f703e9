// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import androidx.preference.PreferenceFragmentCompat;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import com.google.gson.JsonObject;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.Shadows;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowActivity;
import org.undertone.app.R;
import org.undertone.app.Screens;
import org.undertone.app.data.StoredSegment;
import org.undertone.app.driver.CoolPhone;
import org.undertone.app.export.TestDocuments;
import org.undertone.app.settings.Settings;
import org.undertone.ser.SampleRecording;

/** The fourth use: labelled clips leave the phone, by hand, and the {@code ser} command reads them. */
@RunWith(AndroidJUnit4.class)
@Config(shadows = CoolPhone.class)
public final class ExportTest {
  @Rule public final Phone phone = new Phone();
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void aSessionBecomesAZipThatSerReads() throws Exception {
    Ser.assumeBuilt();
    phone.openAgain();
    keepAudio();
    phone.goTo(R.id.destination_live);
    long id = phone.record(SampleRecording.samples());
    List<StoredSegment> segments = phone.stored(id).segments();

    phone.goTo(R.id.destination_history);
    Screens.waitFor(() -> onView(Rows.row(R.id.history_list, 1)).check(matches(isDisplayed())));
    onView(Rows.row(R.id.history_list, 1)).perform(click());
    Screens.waitFor(() -> onView(withId(R.id.session_export)).check(matches(isDisplayed())));
    onView(withId(R.id.session_export)).perform(click());
    File zip = save();

    List<String> clips = clips(zip);
    long spoken = segments.stream().filter(segment -> segment.emotion() != null).count();
    assertThat(clips.stream().filter(name -> name.startsWith("audio/"))).hasSize((int) spoken);
    List<JsonObject> heard = Ser.classify(zip.toPath());
    assertThat(heard).hasSameSizeAs(clips);
    assertThat(heard).allMatch(clip -> clip.has("label") && !clip.has("error"));
  }

  private void keepAudio() {
    phone.goTo(R.id.destination_settings);
    phone.on(
        activity ->
            ((PreferenceFragmentCompat)
                    activity.getSupportFragmentManager().findFragmentById(R.id.content))
                .scrollToPreference(Settings.KEEP_AUDIO));
    onView(withText(R.string.settings_keep_audio)).perform(click());
    assertThat(phone.container().settings().keepAudio()).isTrue();
  }

  /** Saves to a document, as the system's file picker has it made. */
  private File save() {
    TestDocuments documents = TestDocuments.install(folder.getRoot());
    Uri document = documents.uri("mine.zip");
    Screens.waitFor(() -> onView(withId(R.id.export_save)).perform(scrollTo(), click()));
    phone.on(
        activity -> {
          ShadowActivity shadow = Shadows.shadowOf(activity);
          Intent asked = shadow.getNextStartedActivityForResult().intent;
          assertThat(asked.getAction()).isEqualTo(Intent.ACTION_CREATE_DOCUMENT);
          shadow.receiveResult(asked, Activity.RESULT_OK, new Intent().setData(document));
        });
    Screens.waitFor(
        () ->
            onView(withId(R.id.export_end_title))
                .check(matches(withText(R.string.export_done_saved))));
    return documents.file(document);
  }

  /** Returns the names of the clips; the table names those with an emotion. */
  private static List<String> clips(File zip) throws Exception {
    List<String> clips = new ArrayList<>();
    try (ZipFile opened = new ZipFile(zip)) {
      String table =
          new String(
              opened.getInputStream(opened.getEntry("metadata.csv")).readAllBytes(),
              StandardCharsets.UTF_8);
      opened.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".wav"))
          .forEach(clips::add);
      assertThat(clips).allMatch(name -> name.startsWith("unlabelled/") || table.contains(name));
      assertThat(hasSuffix(opened, "session.json")).isTrue();
      assertThat(hasSuffix(opened, ".TextGrid")).isTrue();
    }
    return clips;
  }

  private static boolean hasSuffix(ZipFile zip, String suffix) {
    return zip.stream().anyMatch(entry -> entry.getName().endsWith(suffix));
  }
}
