// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.Espresso.pressBack;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.longClick;
import static androidx.test.espresso.action.ViewActions.replaceText;
import static androidx.test.espresso.action.ViewActions.scrollTo;
import static androidx.test.espresso.assertion.ViewAssertions.doesNotExist;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.hasDescendant;
import static androidx.test.espresso.matcher.ViewMatchers.isDescendantOfA;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.startsWith;

import androidx.test.ext.junit.runners.AndroidJUnit4;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.annotation.Config;
import org.undertone.app.R;
import org.undertone.app.Screens;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.StoredSegment;
import org.undertone.app.driver.CoolPhone;
import org.undertone.app.view.EmotionStyle;
import org.undertone.ser.Emotion;
import org.undertone.ser.SampleRecording;

/** The second use: what was recorded is found again, read, put right, named and deleted. */
@RunWith(AndroidJUnit4.class)
@Config(shadows = CoolPhone.class)
public final class ReviewTest {
  /** Below the header. */
  private static final int FIRST_SEGMENT = 1;

  private static final String NAME = "Call with Mira";
  private static final long TYPED_MILLIS = 1000;

  @Rule public final Phone phone = new Phone();

  @Test
  public void sessionsAreReadPutRightFoundAndDeleted() {
    phone.openAgain();
    float[] sample = SampleRecording.samples();
    final long older = phone.record(sample);
    final long newer = phone.record(Arrays.copyOf(sample, 8 * Phone.RATE));

    phone.goTo(R.id.destination_history);
    awaitCount(2);
    assertThat(phone.sessions()).containsExactly(newer, older);
    onView(Rows.row(R.id.history_list, 2)).perform(click());
    awaitSession();
    timelineAndSharesAreThere(older);
    Emotion unheard = unheard(older, newer);
    correct(older, unheard);
    note(older);
    rename(older);

    pressBack();
    awaitCount(2);
    awaitNamedRow();
    search();
    filter(unheard);
    deleteAndUndo(older, newer);
    assertThat(phone.stored(older).segments().get(1).correction()).isEqualTo(unheard);
  }

  private void timelineAndSharesAreThere(long id) {
    SessionDetail session = phone.stored(id);
    String main = string(EmotionStyle.of(session.summary().mainEmotion()).name());
    onView(allOf(withId(R.id.share_label), withText(main))).check(matches(isDisplayed()));
    onView(withId(R.id.session_length)).check(matches(withText(startsWith("0:14"))));
    // In the middle of the timeline is the segment in the middle of the session.
    onView(withId(R.id.session_timeline)).perform(click());
    double middle = session.summary().durationSeconds() / 2;
    for (int i = 0; i < session.segments().size(); i++) {
      StoredSegment stored = session.segments().get(i);
      if (stored.segment().startSeconds() <= middle && stored.segment().endSeconds() > middle) {
        onView(Rows.row(R.id.session_list, FIRST_SEGMENT + i)).check(matches(isDisplayed()));
      }
    }
  }

  /** Returns an emotion that the model has not heard in these sessions. */
  private Emotion unheard(long... sessions) {
    Set<Emotion> left = EnumSet.allOf(Emotion.class);
    for (long id : sessions) {
      phone.stored(id).segments().forEach(segment -> left.remove(segment.emotion()));
    }
    return left.iterator().next();
  }

  private void correct(long id, Emotion right) {
    String word = string(EmotionStyle.of(right).name());
    Rows.scrollTo(phone, R.id.session_list, FIRST_SEGMENT + 1);
    onView(Rows.row(R.id.session_list, FIRST_SEGMENT + 1)).perform(click());
    onView(allOf(withText(word), isDescendantOfA(withId(R.id.segment_choices))))
        .inRoot(isDialog())
        .perform(scrollTo(), click());
    Screens.waitFor(
        () ->
            onView(withText(phone.app().getString(R.string.session_corrected_to, word)))
                .check(matches(isDisplayed())));
    phone.flush();
    StoredSegment stored = phone.stored(id).segments().get(1);
    assertThat(stored.correction()).isEqualTo(right);
    assertThat(stored.segment().emotion()).isNotEqualTo(right);
    Screens.waitFor(
        () ->
            onView(Rows.row(R.id.session_list, FIRST_SEGMENT + 1))
                .check(matches(hasDescendant(withText(word)))));
  }

  private void note(long id) {
    phone.on(
        activity -> {
          // Below the facts and shares, which may fill a small screen.
          activity.findViewById(R.id.session_list).scrollBy(0, -10_000);
        });
    phone.on(activity -> activity.findViewById(R.id.session_note).requestFocus());
    onView(withId(R.id.session_note)).perform(replaceText("She was only tired"));
    onView(withId(R.id.session_rename)).perform(click());
    onView(withText(R.string.history_cancel)).inRoot(isDialog()).perform(click());
    Screens.waitFor(
        () -> {
          phone.flush();
          assertThat(phone.stored(id).summary().note()).isEqualTo("She was only tired");
        });
  }

  private void rename(long id) {
    onView(withId(R.id.session_rename)).perform(click());
    onView(withId(R.id.rename_name)).inRoot(isDialog()).perform(replaceText(NAME));
    onView(withText(R.string.history_save)).inRoot(isDialog()).perform(click());
    Screens.waitFor(() -> assertThat(phone.stored(id).summary().name()).isEqualTo(NAME));
  }

  private void search() {
    onView(withId(R.id.history_search)).perform(replaceText("tired"));
    phone.rest(TYPED_MILLIS);
    awaitCount(1);
    awaitNamedRow();
    onView(withId(R.id.history_search)).perform(replaceText("nobody said this"));
    phone.rest(TYPED_MILLIS);
    Screens.waitFor(
        () -> onView(withText(R.string.history_none_title)).check(matches(isDisplayed())));
    onView(withId(R.id.history_empty_action)).perform(click());
    awaitCount(2);
  }

  /** The correction counts, not what the model said. */
  private void filter(Emotion emotion) {
    phone.on(
        activity ->
            activity.findViewById(R.id.history_chips).findViewWithTag(emotion).performClick());
    awaitCount(1);
    awaitNamedRow();
    phone.on(activity -> activity.findViewById(R.id.history_clear).performClick());
    awaitCount(2);
  }

  private void deleteAndUndo(long older, long newer) {
    onView(Rows.row(R.id.history_list, 2)).perform(longClick());
    onView(withId(R.id.history_delete)).perform(click());
    awaitCount(1);
    Screens.waitFor(() -> onView(withText(NAME)).check(doesNotExist()));
    onView(withText(R.string.history_undo)).perform(click());
    awaitCount(2);
    assertThat(phone.sessions()).isEqualTo(List.of(newer, older));
  }

  private void awaitCount(int sessions) {
    Screens.waitFor(() -> assertThat(Rows.historyCount(phone)).startsWith(sessions + " "));
    Screens.waitFor(
        () -> onView(Rows.row(R.id.history_list, sessions)).check(matches(isDisplayed())));
  }

  private static void awaitNamedRow() {
    Screens.waitFor(
        () ->
            onView(allOf(withId(R.id.history_name), withText(NAME))).check(matches(isDisplayed())));
  }

  private void awaitSession() {
    Screens.waitFor(() -> onView(withId(R.id.session_timeline)).check(matches(isDisplayed())));
  }

  private String string(int id) {
    return phone.app().getString(id);
  }
}
