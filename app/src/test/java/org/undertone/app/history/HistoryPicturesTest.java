// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import java.time.Duration;
import java.time.Instant;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.ParameterizedRobolectricTestRunner;
import org.robolectric.ParameterizedRobolectricTestRunner.Parameters;
import org.robolectric.RuntimeEnvironment;
import org.undertone.app.R;
import org.undertone.app.data.EndReason;
import org.undertone.ser.Emotion;

/** Draws the history and a session in the forms that users have them. */
@RunWith(ParameterizedRobolectricTestRunner.class)
public final class HistoryPicturesTest {
  private final String name;
  private final String qualifiers;
  private final float fontScale;

  @Rule public final ScreenRule screen = new ScreenRule();

  public HistoryPicturesTest(String name, String qualifiers, float fontScale) {
    this.name = name;
    this.qualifiers = qualifiers;
    this.fontScale = fontScale;
  }

  @Parameters(name = "{0}")
  public static Object[][] forms() {
    return new Object[][] {
      {"light", "", 1f},
      {"dark", "+night", 1f},
      {"large", "", 2f},
      {"land", "+land", 1f},
      {"land-large", "+land", 2f},
      {"german", "+de-rDE", 1f},
      {"rtl", "+ar-ldrtl", 1f},
    };
  }

  private void form() {
    if (!qualifiers.isEmpty()) {
      RuntimeEnvironment.setQualifiers(qualifiers);
    }
    RuntimeEnvironment.setFontScale(fontScale);
  }

  @Test
  public void drawsTheEmptyHistory() {
    form();
    screen.start();
    screen.await(R.id.history_empty, view -> view.getVisibility() == View.VISIBLE);
    screen.capture("history-empty-" + name);
    assertThat(screen.fragment(HistoryFragment.class)).isNotNull();
  }

  @Test
  public void drawsTheHistory() {
    form();
    Instant now = Instant.now();
    SampleSessions.at(now.minus(Duration.ofDays(400))).store();
    SampleSessions.at(now.minus(Duration.ofDays(8))).ended(EndReason.STORAGE_FULL).store();
    SampleSessions.at(now.minus(Duration.ofDays(1))).drive().store();
    long named = SampleSessions.at(now.minusSeconds(9000)).withAudio().store();
    SampleSessions.change(
        sessions -> sessions.rename(named, "Talk with Grandma about the summer holidays"));
    SampleSessions.at(now.minusSeconds(60)).emotions(Emotion.HAPPY, Emotion.CALM).store();
    screen.start();
    screen.awaitRows(R.id.history_list, 9);
    screen.capture("history-list-" + name);
    screen.on(
        activity -> {
          HistoryViewModel model = model();
          model.toggle(named);
        });
    screen.capture("history-selected-" + name);
    screen.on(
        activity -> {
          model().select(java.util.List.of());
          model().setEmotions(java.util.Set.of(Emotion.HAPPY, Emotion.DISGUST));
          model().setDates(now.minus(Duration.ofDays(3)), now);
        });
    screen.awaitRows(R.id.history_list, 5);
    screen.capture("history-filtered-" + name);
    screen.on(activity -> model().setEmotions(java.util.Set.of(Emotion.DISGUST)));
    screen.await(R.id.history_empty, view -> view.getVisibility() == View.VISIBLE);
    screen.capture("history-none-" + name);
    assertThat(model().currentFilter().emotions()).containsExactly(Emotion.DISGUST);
  }

  private HistoryViewModel model() {
    return new androidx.lifecycle.ViewModelProvider(screen.fragment(HistoryFragment.class))
        .get(HistoryViewModel.class);
  }

  @Test
  public void drawsASession() {
    form();
    long id = SampleSessions.at(Instant.now().minusSeconds(9000)).drive().withAudio().store();
    long first = SampleSessions.load(id).segments().get(1).id();
    SampleSessions.change(sessions -> sessions.correct(first, Emotion.NEUTRAL));
    SampleSessions.change(sessions -> sessions.setSegmentNote(first, "Only tired"));
    screen.start();
    screen.openSession(id);
    screen.await(R.id.session_play, View::isEnabled);
    screen.capture("session-" + name);
    screen.on(
        activity -> {
          androidx.recyclerview.widget.RecyclerView list = activity.findViewById(R.id.session_list);
          list.scrollToPosition(list.getAdapter().getItemCount() - 1);
        });
    screen.capture("session-segments-" + name);
    screen.on(
        activity ->
            SegmentSheet.show(
                screen.fragment(SessionFragment.class).getChildFragmentManager(), first));
    ScreenRule.idle();
    screen.on(
        activity -> {
          SegmentSheet sheet =
              (SegmentSheet)
                  screen
                      .fragment(SessionFragment.class)
                      .getChildFragmentManager()
                      .getFragments()
                      .get(0);
          org.undertone.app.Screens.capture(
              sheet.requireDialog().getWindow().getDecorView(), "session-sheet-" + name);
        });
    assertThat(screen.fragment(SessionFragment.class)).isNotNull();
  }

  @Test
  public void drawsASessionThatIsGone() {
    form();
    long id = SampleSessions.at(Instant.now()).store();
    screen.start();
    screen.openSession(id);
    screen.capture("session-plain-" + name);
    SampleSessions.change(sessions -> sessions.delete(java.util.List.of(id)));
    screen.await(R.id.session_gone, view -> view.getVisibility() == View.VISIBLE);
    screen.capture("session-gone-" + name);
    assertThat(screen.fragment(SessionFragment.class)).isNotNull();
  }
}
