// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.isEnabled;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.widget.TextView;
import androidx.test.core.app.ActivityScenario;
import java.io.File;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.Shadows;
import org.robolectric.shadows.ShadowActivity;
import org.robolectric.shadows.ShadowLooper;
import org.undertone.app.AppContainer;
import org.undertone.app.MainActivity;
import org.undertone.app.R;
import org.undertone.app.Screens;

/** The export screen as a user meets it, and its pictures. */
@RunWith(RobolectricTestRunner.class)
public final class ExportScreenTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private AppContainer container;
  private ActivityScenario<MainActivity> screen;
  private long withAudio;
  private long withoutAudio;

  @Before
  public void record() throws Exception {
    container = AppContainer.of(RuntimeEnvironment.getApplication());
    container.settings().acceptNotice();
    TestSessions recorder = new TestSessions(container.sessions());
    withAudio = inBackground(() -> recorder.record("", true, TestSessions.talk()));
    withoutAudio = inBackground(() -> recorder.record("", false, TestSessions.talk()));
  }

  @After
  public void close() {
    if (screen != null) {
      screen.close();
    }
  }

  @Test
  public void savesWhereTheUserSaysAndLivesThroughRotation() {
    open(ExportRequest.ofSession(withAudio));
    onView(withId(R.id.export_content)).check(matches(withText(containsString("3 clips, 00:06"))));
    onView(withId(R.id.export_only_speech)).perform(scrollTo(), click());
    onView(withId(R.id.export_content)).check(matches(withText(containsString("4 clips, 00:07"))));
    picture("export-choose");
    onView(withId(R.id.export_save)).perform(scrollTo(), click());
    TestDocuments documents = TestDocuments.install(folder.getRoot());
    Uri document = documents.uri("mine.zip");
    screen.onActivity(
        activity -> {
          ShadowActivity shadow = Shadows.shadowOf(activity);
          Intent asked = shadow.getNextStartedActivityForResult().intent;
          assertThat(asked.getAction()).isEqualTo(Intent.ACTION_CREATE_DOCUMENT);
          assertThat(asked.getType()).isEqualTo("application/zip");
          assertThat(asked.getStringExtra(Intent.EXTRA_TITLE)).matches("undertone-[0-9-]+\\.zip");
          shadow.receiveResult(asked, Activity.RESULT_OK, new Intent().setData(document));
        });
    screen.recreate();
    await(state -> state.phase() == ExportState.Phase.DONE);
    onView(withId(R.id.export_end_title)).check(matches(withText(R.string.export_done_saved)));
    onView(withId(R.id.export_end_text)).check(matches(withText(containsString("4 clips"))));
    assertThat(documents.file(document)).isNotEmpty();
    picture("export-saved");
    onView(withId(R.id.export_again)).perform(scrollTo(), click());
    onView(withId(R.id.export_save)).check(matches(isEnabled()));
  }

  @Test
  public void opensTheShareSheetWithAGrant() {
    open(ExportRequest.ofSession(withAudio));
    onView(withId(R.id.export_share)).perform(scrollTo(), click());
    await(state -> state.phase() == ExportState.Phase.DONE);
    screen.onActivity(
        activity -> {
          Intent chooser = Shadows.shadowOf(activity).getNextStartedActivity();
          assertThat(chooser.getAction()).isEqualTo(Intent.ACTION_CHOOSER);
          Intent send = chooser.getParcelableExtra(Intent.EXTRA_INTENT, Intent.class);
          assertThat(send.getType()).isEqualTo("application/zip");
          assertThat(send.getFlags() & Intent.FLAG_GRANT_READ_URI_PERMISSION).isNotZero();
          assertThat(send.getClipData().getItemAt(0).getUri())
              .isEqualTo(send.getParcelableExtra(Intent.EXTRA_STREAM, Uri.class));
          assertThat(Shadows.shadowOf(activity).getNextStartedActivity()).isNull();
        });
  }

  @Test
  public void saysWhyThereAreNoClips() {
    open(ExportRequest.ofSession(withoutAudio));
    onView(withId(R.id.export_hint)).check(matches(withText(R.string.export_no_audio)));
    onView(withId(R.id.export_audio)).check(matches(not(isEnabled())));
    onView(withId(R.id.export_save)).check(matches(isEnabled()));
    picture("export-no-audio");
  }

  @Test
  public void saysWhatIsGone() {
    open(ExportRequest.ofSession(99));
    onView(withId(R.id.export_content)).check(matches(withText(R.string.export_nothing)));
    onView(withId(R.id.export_save)).check(matches(not(isEnabled())));
    picture("export-gone");
  }

  @Test
  public void failureOffersAWayOut() {
    open(ExportRequest.ofSession(withAudio));
    TestDocuments documents = TestDocuments.install(folder.getRoot());
    documents.writeTo(new File(folder.getRoot(), "gone/away"));
    ExportRequest request = ExportRequest.ofSession(withAudio);
    screen.onActivity(
        activity ->
            container.export().save(request, ExportOptions.DEFAULT, documents.uri("x.zip")));
    await(state -> state.phase() == ExportState.Phase.FAILED);
    onView(withId(R.id.export_end_text))
        .check(matches(withText(containsString(string(R.string.export_problem_target)))));
    picture("export-failed");
    onView(withId(R.id.export_again)).perform(scrollTo(), click());
    onView(withId(R.id.export_save)).check(matches(isEnabled()));
  }

  @Test
  public void looksGoodDark() {
    RuntimeEnvironment.setQualifiers("+night");
    open(ExportRequest.ofSessions(List.of(withAudio, withoutAudio)));
    picture("export-dark");
  }

  @Test
  public void looksGoodInLandscape() {
    RuntimeEnvironment.setQualifiers("+w891dp-h411dp-land");
    open(ExportRequest.ofSessions(List.of(withAudio, withoutAudio)));
    picture("export-land");
  }

  @Test
  public void looksGoodInGermanWithLargeLetters() {
    RuntimeEnvironment.setQualifiers("+de");
    RuntimeEnvironment.setFontScale(2);
    open(ExportRequest.ofSessions(List.of(withAudio, withoutAudio)));
    picture("export-de-200");
    onView(withId(R.id.export_share)).perform(scrollTo());
    picture("export-de-200-end");
  }

  @Test
  public void showsProgress() {
    open(ExportRequest.ofSession(withAudio));
    ExportState running = ExportState.running(ExportRequest.ofSession(withAudio), false, 0.42);
    screen.onActivity(
        activity ->
            new ExportViews(activity.findViewById(R.id.content), options -> {})
                .show(null, ExportOptions.DEFAULT, running, true));
    onView(withId(R.id.export_running_title)).check(matches(withText(R.string.export_running)));
    onView(withId(R.id.export_percent)).check(matches(withText("42%")));
    onView(withId(R.id.export_cancel)).check(matches(isEnabled()));
    picture("export-running");
  }

  /** There is one export for the whole process: another screen must not show it as its own. */
  @Test
  public void anotherScreensExportIsNamedSo() throws Exception {
    seeAnotherScreensExport("export-other-running");
  }

  @Test
  public void anotherScreensExportInTheDarkInLargeGermanLetters() throws Exception {
    RuntimeEnvironment.setQualifiers("+de-night");
    RuntimeEnvironment.setFontScale(1.5f);
    seeAnotherScreensExport("export-other-running-de-dark-large");
  }

  private void seeAnotherScreensExport(String picture) throws Exception {
    TestDocuments documents = TestDocuments.install(folder.getRoot());
    open(ExportRequest.ofSession(withAudio));
    screen.onActivity(
        activity -> {
          container
              .export()
              .save(
                  ExportRequest.ofSession(withoutAudio),
                  ExportOptions.DEFAULT,
                  documents.uri("other.zip"));
          TextView title = activity.findViewById(R.id.export_running_title);
          assertThat(title.isShown()).isTrue();
          assertThat(title.getText().toString()).isEqualTo(string(R.string.export_other_running));
          TextView cancel = activity.findViewById(R.id.export_cancel);
          assertThat(cancel.getText().toString()).isEqualTo(string(R.string.export_other_cancel));
          Screens.capture(activity, picture);
        });
    await(state -> state.phase() == ExportState.Phase.IDLE);
    onView(withText(R.string.export_other_done)).check(matches(isDisplayed()));
    onView(withId(R.id.export_save)).perform(scrollTo()).check(matches(isEnabled()));
    assertThat(documents.file(documents.uri("other.zip"))).isNotEmpty();
  }

  private void open(ExportRequest request) {
    screen = ActivityScenario.launch(MainActivity.class);
    screen.onActivity(activity -> activity.openExport(request));
    ShadowLooper.idleMainLooper();
    onMainUntil(
        () -> {
          boolean[] planned = new boolean[1];
          screen.onActivity(
              activity ->
                  planned[0] =
                      activity.findViewById(R.id.export_planning) != null
                          && !activity.findViewById(R.id.export_planning).isShown());
          return planned[0];
        });
  }

  private void await(Predicate<ExportState> condition) {
    onMainUntil(() -> condition.test(container.export().state().getValue()));
  }

  private static void onMainUntil(Callable<Boolean> condition) {
    try {
      while (!condition.call()) {
        Thread.sleep(10);
        ShadowLooper.idleMainLooper();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private <T> T inBackground(Callable<T> task) throws Exception {
    return container.executors().io().submit(task).get();
  }

  private static String string(int id) {
    return RuntimeEnvironment.getApplication().getString(id);
  }

  private void picture(String name) {
    screen.onActivity(activity -> Screens.capture(activity, name));
  }
}
