// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import android.view.View;
import android.widget.TextView;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.undertone.app.R;
import org.undertone.app.Screens;
import org.undertone.app.capture.Phase;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.StoredSegment;
import org.undertone.app.driver.CoolPhone;
import org.undertone.app.view.EmotionStyle;
import org.undertone.ser.Emotion;
import org.undertone.ser.SampleRecording;
import org.undertone.ser.timeline.Verdict;

/** The first use, from the notice to the session in the history. */
@RunWith(AndroidJUnit4.class)
@Config(shadows = CoolPhone.class)
public final class RecordAndSeeTest {
  /** A level is of a tenth of a second, and is told when that is over. */
  private static final double LEVEL_SECONDS = 0.1;

  /** Before there can be 1.5 s of speech, and when there is even in speech with little gaps. */
  private static final double TOO_EARLY = 1.4;

  private static final double DUE = 2.8;

  @Rule public final Phone phone = new Phone();

  private final List<RecordingState> seen = new ArrayList<>();

  @Test
  public void theBundledSample() {
    recordAndSee(SampleRecording.samples());
  }

  @Test
  public void aRealVoice() throws Exception {
    recordAndSee(Ravdess.speech(3, 20));
  }

  private void recordAndSee(float[] speech) {
    phone.play(speech);
    phone.hearUntil(0);
    phone.open();
    onView(withText(R.string.notice_title)).check(matches(isDisplayed()));
    onView(withId(R.id.notice_accept)).perform(click());

    phone.container().recorder().state().observeForever(seen::add);
    phone.tapRecord();
    levelMovesInTheFirstSecond();
    wordComesOnceThereWasEnoughSpeech();
    rotationLosesNothing();

    double seconds = (double) speech.length / Phone.RATE;
    phone.hearUntil(seconds);
    phone.awaitHeard(seconds - LEVEL_SECONDS);
    onView(withId(R.id.live_bars)).check(matches(isDisplayed()));
    onView(withId(R.id.live_timeline)).check(matches(isDisplayed()));
    assertThat(description(R.id.live_timeline)).isNotEmpty();
    long id = phone.tapStop();
    onView(withText(R.string.live_saved)).check(matches(isDisplayed()));
    theSessionIsInTheHistory(id, seconds);
  }

  private void levelMovesInTheFirstSecond() {
    phone.hearUntil(1);
    phone.awaitHeard(1 - LEVEL_SECONDS);
    Set<Float> levels = new HashSet<>();
    seen.forEach(state -> levels.add(state.levelDb()));
    assertThat(levels).as("levels in the first second").hasSizeGreaterThan(5);
    assertThat(description(R.id.live_level)).isEqualTo(string(R.string.level_good));
    assertThat(description(R.id.live_badge)).contains(string(R.string.live_listening));
  }

  private void wordComesOnceThereWasEnoughSpeech() {
    phone.hearUntil(TOO_EARLY);
    phone.awaitHeard(TOO_EARLY - LEVEL_SECONDS);
    assertThat(description(R.id.live_badge)).contains(string(R.string.live_listening));
    phone.hearUntil(DUE);
    phone.awaitHeard(DUE - LEVEL_SECONDS);
    RecordingState first =
        seen.stream().filter(state -> isSpeech(state.verdict())).findFirst().orElseThrow();
    System.out.printf("the first word came at %.2f s%n", first.elapsedSeconds());
    assertThat(first.elapsedSeconds()).isBetween(1.5, DUE);
    assertThat(description(R.id.live_badge)).containsAnyOf(words());
    onView(withId(R.id.live_elapsed)).check(matches(withText("0:02")));
  }

  private static boolean isSpeech(Verdict verdict) {
    return verdict != null && verdict.isSpeech();
  }

  private void rotationLosesNothing() {
    RecordingState before = phone.now();
    String badge = description(R.id.live_badge);
    RuntimeEnvironment.setQualifiers("+land");
    phone.recreate();
    assertThat(description(R.id.live_badge)).isEqualTo(badge);
    phone.hearUntil(4);
    phone.awaitHeard(4 - LEVEL_SECONDS);
    RecordingState after = phone.now();
    assertThat(after.phase()).isEqualTo(Phase.LISTENING);
    assertThat(after.sessionId()).isEqualTo(before.sessionId());
    RuntimeEnvironment.setQualifiers("+port");
    phone.recreate();
    onView(withId(R.id.live_elapsed)).check(matches(isDisplayed()));
  }

  private void theSessionIsInTheHistory(long id, double seconds) {
    phone.goTo(R.id.destination_history);
    Screens.waitFor(() -> assertThat(text(R.id.history_count)).startsWith("1 "));
    phone.on(activity -> activity.openSession(id));
    Screens.waitFor(() -> onView(withId(R.id.session_timeline)).check(matches(isDisplayed())));
    SessionDetail stored = phone.stored(id);
    assertThat(stored.summary().end()).isEqualTo(EndReason.STOPPED);
    assertThat(stored.summary().durationSeconds()).isCloseTo(seconds, within(0.02));
    double end = 0;
    for (StoredSegment segment : stored.segments()) {
      assertThat(segment.segment().startSeconds()).isEqualTo(end);
      end = segment.segment().endSeconds();
    }
    assertThat(end).isCloseTo(seconds, within(0.02));
    assertThat(stored.segments()).anyMatch(segment -> segment.segment().emotion() != null);
  }

  private String[] words() {
    List<String> words = new ArrayList<>();
    words.add(string(EmotionStyle.UNSURE.name()));
    for (Emotion emotion : Emotion.values()) {
      words.add(string(EmotionStyle.of(emotion).name()));
    }
    return words.toArray(new String[0]);
  }

  private String string(int id) {
    return phone.app().getString(id);
  }

  private String text(int id) {
    return phone.get(activity -> ((TextView) activity.findViewById(id)).getText().toString());
  }

  /** Returns what TalkBack reads. */
  private String description(int id) {
    return phone.get(
        activity -> {
          View view = activity.findViewById(id);
          CharSequence words = view.createAccessibilityNodeInfo().getContentDescription();
          return words == null ? "" : words.toString();
        });
  }
}
