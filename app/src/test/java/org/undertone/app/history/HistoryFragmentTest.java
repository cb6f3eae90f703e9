// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import static androidx.test.espresso.Espresso.onView;
import static androidx.test.espresso.Espresso.pressBack;
import static androidx.test.espresso.action.ViewActions.click;
import static androidx.test.espresso.action.ViewActions.longClick;
import static androidx.test.espresso.action.ViewActions.replaceText;
import static androidx.test.espresso.assertion.ViewAssertions.doesNotExist;
import static androidx.test.espresso.assertion.ViewAssertions.matches;
import static androidx.test.espresso.matcher.RootMatchers.isDialog;
import static androidx.test.espresso.matcher.ViewMatchers.hasDescendant;
import static androidx.test.espresso.matcher.ViewMatchers.isDisplayed;
import static androidx.test.espresso.matcher.ViewMatchers.withContentDescription;
import static androidx.test.espresso.matcher.ViewMatchers.withId;
import static androidx.test.espresso.matcher.ViewMatchers.withText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;

import android.view.View;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.RecyclerView;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import com.google.android.material.bottomnavigation.BottomNavigationView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.undertone.app.R;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.SessionFilter;
import org.undertone.ser.Emotion;

/** The list of sessions, as a user works with it, over the real store. */
@RunWith(AndroidJUnit4.class)
public final class HistoryFragmentTest {
  private final Instant now = Instant.now();

  @Rule public final ScreenRule screen = new ScreenRule();

  private long store(Duration ago, String name, Emotion... emotions) {
    long id = SampleSessions.at(now.minus(ago)).emotions(emotions).store();
    SampleSessions.change(sessions -> sessions.rename(id, name));
    return id;
  }

  private void awaitSessions(int count) {
    screen.awaitText(R.id.history_count, text -> text.startsWith(count + " "));
    screen.await(
        R.id.history_list,
        view -> {
          RecyclerView list = (RecyclerView) view;
          HistoryAdapter adapter = (HistoryAdapter) list.getAdapter();
          return adapter.getCurrentList().stream().filter(item -> !item.isDay()).count() == count;
        });
  }

  private HistoryViewModel model() {
    return new ViewModelProvider(screen.fragment(HistoryFragment.class))
        .get(HistoryViewModel.class);
  }

  @Test
  public void leadsFromAnEmptyHistoryToLive() {
    screen.start();
    screen.await(R.id.history_empty, view -> view.getVisibility() == View.VISIBLE);
    onView(withText(R.string.history_empty_title)).check(matches(isDisplayed()));
    onView(withId(R.id.history_empty_action)).perform(click());
    ScreenRule.idle();
    int destination =
        screen.get(
            activity ->
                ((BottomNavigationView) activity.findViewById(R.id.navigation))
                    .getSelectedItemId());
    assertThat(destination).isEqualTo(R.id.destination_live);
  }

  @Test
  public void showsWhatTheStoreHolds() {
    store(Duration.ZERO, "Talk", Emotion.SAD);
    SampleSessions.at(now.minus(Duration.ofDays(20))).drive().ended(EndReason.OVERHEATED).store();
    screen.start();
    awaitSessions(2);
    onView(withText("Talk")).check(matches(isDisplayed()));
    onView(withText(R.string.history_today)).check(matches(isDisplayed()));
    onView(withText(R.string.history_end_heat)).check(matches(isDisplayed()));
    onView(
            allOf(
                withContentDescription(containsString("Talk")),
                withContentDescription(containsString("9 seconds")),
                withContentDescription(containsString("mainly Sad"))))
        .check(matches(isDisplayed()));
    onView(
            allOf(
                withContentDescription(containsString("2 alerts")),
                withContentDescription(containsString("Drive"))))
        .check(matches(isDisplayed()));
  }

  @Test
  public void searchesNamesAndFiltersByEmotionAndDate() {
    store(Duration.ZERO, "Work", Emotion.SAD, Emotion.CALM);
    store(Duration.ofDays(3), "Walk", Emotion.HAPPY);
    store(Duration.ofDays(30), "Workshop", Emotion.HAPPY);
    screen.start();
    awaitSessions(3);
    onView(withId(R.id.history_search)).perform(replaceText("work"));
    awaitSessions(2);
    onView(withText("Walk")).check(doesNotExist());
    screen.on(
        activity ->
            activity
                .findViewById(R.id.history_chips)
                .findViewWithTag(Emotion.HAPPY)
                .performClick());
    awaitSessions(1);
    onView(withText("Workshop")).check(matches(isDisplayed()));
    screen.on(activity -> model().setDates(now.minus(Duration.ofDays(5)), now));
    screen.await(R.id.history_empty, view -> view.getVisibility() == View.VISIBLE);
    onView(withText(R.string.history_none_title)).check(matches(isDisplayed()));
    onView(withId(R.id.history_empty_action)).perform(click());
    awaitSessions(3);
    assertThat(model().currentFilter()).isEqualTo(SessionFilter.ALL);
  }

  @Test
  public void keepsFilterAndSelectionOverRecreation() {
    long id = store(Duration.ZERO, "Work", Emotion.SAD);
    store(Duration.ofDays(3), "Walk", Emotion.HAPPY);
    screen.start();
    awaitSessions(2);
    onView(withId(R.id.history_search)).perform(replaceText("work"));
    awaitSessions(1);
    screen.on(activity -> model().toggle(id));
    screen.recreate();
    awaitSessions(1);
    assertThat(model().currentSelection()).containsExactly(id);
    onView(withText("1 selected")).check(matches(isDisplayed()));
    pressBack();
    assertThat(model().currentSelection()).isEmpty();
  }

  @Test
  public void deletesWhatIsSelectedAndUndoesIt() {
    long gone = store(Duration.ZERO, "One", Emotion.SAD);
    store(Duration.ofDays(1), "Two", Emotion.HAPPY);
    screen.start();
    awaitSessions(2);
    onView(allOf(withId(R.id.history_list), hasDescendant(withText("One"))))
        .check(matches(isDisplayed()));
    onView(withContentDescription(containsString("One"))).perform(longClick());
    ScreenRule.idle();
    assertThat(model().currentSelection()).containsExactly(gone);
    onView(withId(R.id.history_delete)).perform(click());
    awaitSessions(1);
    onView(withText("One")).check(doesNotExist());
    onView(withText("1 session deleted")).check(matches(isDisplayed()));
    onView(withText(R.string.history_undo)).perform(click());
    awaitSessions(2);
    onView(withText("One")).check(matches(isDisplayed()));
    assertThat(SampleSessions.load(gone).segments()).isNotEmpty();
  }

  @Test
  public void doesNotDeleteWhatIsBeingRecorded() {
    long running = SampleSessions.at(now).ended(EndReason.RUNNING).store();
    screen.start();
    awaitSessions(1);
    screen.on(activity -> SessionDeletion.of(activity).delete(List.of(running)));
    screen.flush();
    onView(withText(R.string.history_delete_running)).check(matches(isDisplayed()));
    awaitSessions(1);
  }

  @Test
  public void renamesASession() {
    long id = store(Duration.ZERO, "Old", Emotion.SAD);
    screen.start();
    awaitSessions(1);
    screen.on(
        activity ->
            RenameDialog.show(
                screen.fragment(HistoryFragment.class).getChildFragmentManager(),
                SampleSessions.load(id).summary()));
    ScreenRule.idle();
    onView(withId(R.id.rename_name)).inRoot(isDialog()).perform(replaceText("New name"));
    onView(withText(R.string.history_save)).inRoot(isDialog()).perform(click());
    screen.flush();
    SampleSessions.await(() -> SampleSessions.load(id).summary().name().equals("New name"));
    screen.await(
        R.id.history_list,
        view ->
            ((HistoryAdapter) ((RecyclerView) view).getAdapter())
                .getCurrentList().stream()
                    .anyMatch(item -> !item.isDay() && item.session().name().equals("New name")));
    ScreenRule.idle();
    onView(withText("New name")).check(matches(isDisplayed()));
  }
}
