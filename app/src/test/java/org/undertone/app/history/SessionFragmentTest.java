// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.media.AudioManager;
import android.view.View;
import android.widget.EditText;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.RecyclerView;
import androidx.test.core.app.ApplicationProvider;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.undertone.app.R;
import org.undertone.app.data.LabelStrip;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.StoredSegment;
import org.undertone.app.view.EmotionStyle;
import org.undertone.ser.Emotion;

/** A session, as a user works with it, over the real store. */
@RunWith(AndroidJUnit4.class)
public final class SessionFragmentTest {
  @Rule public final ScreenRule screen = new ScreenRule();

  private SessionViewModel model() {
    return new ViewModelProvider(screen.fragment(SessionFragment.class))
        .get(SessionViewModel.class);
  }

  private void scrollTo(int position) {
    screen.on(
        activity ->
            ((RecyclerView) activity.findViewById(R.id.session_list)).scrollToPosition(position));
    ScreenRule.idle();
  }

  @Test
  public void keepsACorrectionBesideTheVerdict() {
    long id =
        SampleSessions.at(Instant.now()).emotions(Emotion.SAD, Emotion.HAPPY, Emotion.SAD).store();
    StoredSegment first = SampleSessions.load(id).segments().get(0);
    screen.start();
    screen.openSession(id);
    screen.on(activity -> model().correct(first, Emotion.NEUTRAL));
    screen.flush();
    SampleSessions.await(() -> model().segment(first.id()).correction() == Emotion.NEUTRAL);
    scrollTo(1);
    // The list finds out what has changed on a thread of its own.
    screen.awaitText(R.id.segment_verdict, text -> !text.isEmpty());
    onView(withText("Model: Sad 61% · you: Neutral")).check(matches(isDisplayed()));
    SessionDetail detail = SampleSessions.load(id);
    assertThat(detail.segments().get(0).segment()).isEqualTo(first.segment());
    assertThat(detail.summary().strip()).isEqualTo(LabelStrip.of(detail.segments()));
    assertThat(detail.summary().strip().emotion(0)).isEqualTo(Emotion.NEUTRAL);
    List<EmotionStyle> shares =
        SessionShares.of(detail.segments()).stream()
            .map(SessionShares.Share::style)
            .collect(Collectors.toList());
    assertThat(shares)
        .containsExactlyInAnyOrder(
            EmotionStyle.of(Emotion.NEUTRAL),
            EmotionStyle.of(Emotion.HAPPY),
            EmotionStyle.of(Emotion.SAD));
    onView(withText(R.string.history_undo)).perform(click());
    screen.flush();
    assertThat(SampleSessions.load(id).segments().get(0).correction()).isNull();
  }

  @Test
  public void keepsANoteOverRecreation() {
    long id = SampleSessions.at(Instant.now()).store();
    screen.start();
    screen.openSession(id);
    screen.on(
        activity -> {
          EditText note = activity.findViewById(R.id.session_note);
          note.requestFocus();
          note.setText("They were tired");
        });
    screen.recreate();
    screen.await(
        R.id.session_note,
        view -> ((EditText) view).getText().toString().equals("They were tired"));
    screen.flush();
    assertThat(SampleSessions.load(id).summary().note()).isEqualTo("They were tired");
  }

  @Test
  public void deletesWithUndoInTheList() {
    long id = SampleSessions.at(Instant.now()).store();
    screen.start();
    screen.openSession(id);
    screen.on(
        activity -> {
          androidx.appcompat.widget.Toolbar bar = activity.findViewById(R.id.session_toolbar);
          bar.getMenu().performIdentifierAction(R.id.session_delete, 0);
        });
    screen.flush();
    screen.await(R.id.history_empty, view -> view.getVisibility() == View.VISIBLE);
    onView(withText(R.string.history_undo)).perform(click());
    screen.flush();
    screen.awaitRows(R.id.history_list, 2);
    assertThat(SampleSessions.load(id).segments()).hasSize(7);
  }

  @Test
  public void theSliderAtTheEndEndsThePlaying() {
    long id = SampleSessions.at(Instant.now()).withAudio().store();
    screen.start();
    screen.openSession(id);
    screen.await(R.id.session_play, View::isEnabled);
    SessionPlayer player = model().player();
    AudioManager audio =
        ApplicationProvider.getApplicationContext().getSystemService(AudioManager.class);
    double length = player.playback().getValue().length();
    // In one go: the test's speaker takes the whole clip at once.
    screen.on(
        activity -> {
          player.play();
          assertThat(player.playback().getValue().playing()).isTrue();
          player.seek(length);
        });
    Playback now = player.playback().getValue();
    assertThat(now.playing()).isFalse();
    assertThat(now.seconds()).isEqualTo(length);
    assertThat(now.problem()).isEqualTo(Playback.Problem.NONE);
    assertThat(shadowOf(audio).getLastAbandonedAudioFocusRequest())
        .as("other music may go on")
        .isNotNull();
  }

  @Test
  public void playsFromASegmentAndStopsOnLeaving() {
    long id = SampleSessions.at(Instant.now()).withAudio().store();
    StoredSegment second = SampleSessions.load(id).segments().get(1);
    screen.start();
    screen.openSession(id);
    screen.await(R.id.session_play, View::isEnabled);
    SessionPlayer player = model().player();
    screen.on(
        activity -> {
          screen.fragment(SessionFragment.class).onPlay(second);
          Playback playing = player.playback().getValue();
          assertThat(playing.playing()).isTrue();
          assertThat(playing.seconds()).isEqualTo(second.segment().startSeconds());
        });
    SampleSessions.await(
        () -> {
          Playback now = player.playback().getValue();
          assertThat(now.problem()).as(now.cause()).isEqualTo(Playback.Problem.NONE);
          return now.seconds() > second.segment().startSeconds();
        });
    screen.on(activity -> activity.getOnBackPressedDispatcher().onBackPressed());
    ScreenRule.idle();
    assertThat(player.playback().getValue().playing()).isFalse();
  }

  @Test
  public void saysThatASessionWasDeletedElsewhere() {
    long id = SampleSessions.at(Instant.now()).store();
    screen.start();
    screen.openSession(id);
    SampleSessions.change(sessions -> sessions.delete(List.of(id)));
    screen.await(R.id.session_gone, view -> view.getVisibility() == View.VISIBLE);
    onView(withText(R.string.session_gone_title)).check(matches(isDisplayed()));
  }
}
