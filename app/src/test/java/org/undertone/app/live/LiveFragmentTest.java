// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.live;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.Visibility.GONE;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withContentDescription;
import static androidx.test.espresso.matcher.ViewMatchers.withEffectiveVisibility;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import androidx.preference.PreferenceManager;
import androidx.test.core.app.ActivityScenario;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.shadows.ShadowLooper;
import org.undertone.app.MainActivity;
import org.undertone.app.R;
import org.undertone.app.capture.Phase;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.history.SessionFragment;
import org.undertone.app.settings.Settings;
import org.undertone.ser.Emotion;
import org.undertone.ser.timeline.Verdict;

/** What the live screen says in each state of a recording. */
@RunWith(AndroidJUnit4.class)
public class LiveFragmentTest {
  private ActivityScenario<MainActivity> scenario;

  @Before
  public void open() {
    LiveScreens.allowMicrophone();
    scenario = LiveScreens.launch();
  }

  @After
  public void close() {
    scenario.close();
  }

  private static void badgeSays(String word) {
    ShadowLooper.idleMainLooper(4, TimeUnit.SECONDS);
    onView(withId(R.id.live_badge)).check(matches(withContentDescription(word)));
  }

  @Test
  public void beforeTheFirstSpeechItListens() {
    LiveScreens.send(LiveStates.listening(null, List.of()));
    badgeSays("Listening…");
    LiveScreens.send(
        LiveStates.listening(Verdict.noSpeech(0, 3, 0.4), List.of(LiveStates.silence(0, 3))));
    badgeSays("Listening…");
  }

  @Test
  public void itTellsEmotionUnsureAndNoSpeechApart() {
    LiveScreens.send(
        LiveStates.listening(LiveStates.verdict(Emotion.ANGRY, 0.71f), LiveStates.segments()));
    badgeSays("Angry");
    onView(withContentDescription("Angry, 71%")).check(matches(isDisplayed()));
    LiveScreens.send(LiveStates.listening(LiveStates.unsureVerdict(), LiveStates.segments()));
    badgeSays("Unsure");
    LiveScreens.send(LiveStates.listening(Verdict.noSpeech(39, 42, 0.2), LiveStates.segments()));
    badgeSays("No speech");
    onView(withId(R.id.live_timeline))
        .check(matches(withContentDescription(startsWith("Timeline, now: Angry, 0:34 to 0:42"))));
  }

  @Test
  public void whoWhispersIsTold() {
    String told = "No speech, Sound, but no voice in it: whispering cannot be judged";
    Verdict whisper = Verdict.noSpeech(39, 42, 2.2);
    LiveScreens.send(LiveStates.listening(whisper, List.of(LiveStates.silence(39, 42))));
    badgeSays("No speech");
    badgeTells(told);
    LiveScreens.send(LiveStates.listening(Verdict.noSpeech(39, 42, 0.2), LiveStates.segments()));
    badgeTells("No speech, Waiting for someone to speak");
    LiveScreens.send(LiveStates.listening(whisper, LiveStates.segments()));
    badgeTells(told);
  }

  private static void badgeTells(String words) {
    onView(withId(R.id.live_badge))
        .check(
            (view, missing) ->
                assertThat(view.createAccessibilityNodeInfo().getContentDescription().toString())
                    .isEqualTo(words));
  }

  @Test
  public void itShowsTheLabelsThatTheUserChose() {
    PreferenceManager.getDefaultSharedPreferences(LiveScreens.context())
        .edit()
        .putString(Settings.LABELS, "3")
        .commit();
    LiveScreens.send(
        LiveStates.listening(LiveStates.verdict(Emotion.ANGRY, 0.71f), LiveStates.segments()));
    badgeSays("Tense");
    onView(withContentDescription(startsWith("Low, "))).check(matches(isDisplayed()));
  }

  @Test
  public void anInterruptionSaysWhatHappensNext() {
    LiveScreens.send(LiveStates.interrupted(EventKind.MICROPHONE_TAKEN));
    onView(withId(R.id.live_banner)).check(matches(withText(R.string.live_taken)));
    badgeSays("Not listening");
    LiveScreens.send(LiveStates.slowed());
    onView(withId(R.id.live_banner)).check(matches(withText(R.string.live_slowed)));
    LiveScreens.send(
        LiveStates.listening(LiveStates.verdict(Emotion.HAPPY, 0.8f), LiveStates.segments()));
    onView(withId(R.id.live_banner)).check(matches(withEffectiveVisibility(GONE)));
  }

  @Test
  public void aSavedSessionCanBeOpenedAtOnce() {
    LiveScreens.send(LiveStates.phase(Phase.LISTENING));
    LiveScreens.send(LiveStates.ended(EndReason.STOPPED, 7));
    onView(withText(R.string.live_saved)).check(matches(isDisplayed()));
    onView(withText(R.string.live_open)).perform(click());
    ShadowLooper.idleMainLooper();
    scenario.onActivity(
        activity ->
            assertThat(activity.getSupportFragmentManager().findFragmentById(R.id.content))
                .isInstanceOf(SessionFragment.class));
  }

  @Test
  public void aRecordingThatEndedByItselfSaysWhyUntilItIsDismissed() {
    LiveScreens.send(LiveStates.phase(Phase.LISTENING));
    LiveScreens.send(LiveStates.ended(EndReason.STORAGE_FULL, 7));
    onView(withText(R.string.live_end_storage)).check(matches(isDisplayed()));
    scenario.recreate();
    onView(withText(R.string.live_end_storage)).check(matches(isDisplayed()));
    onView(withId(R.id.live_hint_dismiss)).perform(click());
    onView(withId(R.id.live_hint)).check(matches(withEffectiveVisibility(GONE)));
  }

  @Test
  public void aRecordingThatCouldNotStartLeadsToDiagnostics() {
    LiveScreens.send(LiveStates.phase(Phase.STARTING));
    LiveScreens.send(LiveStates.ended(EndReason.FAILED, 0));
    onView(withText(R.string.live_start_failed)).check(matches(isDisplayed()));
    onView(withText(R.string.live_open_diagnostics)).check(matches(isDisplayed()));
  }

  @Test
  public void rotationKeepsShowingTheRecording() {
    LiveScreens.send(
        LiveStates.listening(LiveStates.verdict(Emotion.SAD, 0.6f), LiveStates.segments()));
    scenario.recreate();
    badgeSays("Sad");
    onView(withId(R.id.live_button)).check(matches(withText(R.string.live_stop)));
  }

  @Test
  public void otherScreensSayThatARecordingGoesOnAndLeadBack() {
    LiveScreens.send(LiveStates.phase(Phase.LISTENING));
    onView(withId(R.id.recording_indicator)).check(matches(withEffectiveVisibility(GONE)));
    onView(withId(R.id.destination_history)).perform(click());
    onView(withId(R.id.recording_indicator)).perform(click());
    ShadowLooper.idleMainLooper();
    onView(withId(R.id.live_badge)).check(matches(isDisplayed()));
    onView(withId(R.id.recording_indicator)).check(matches(withEffectiveVisibility(GONE)));
  }
}
