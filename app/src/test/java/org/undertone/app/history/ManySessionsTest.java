// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.RecyclerView;
import androidx.test.ext.junit.runners.AndroidJUnit4;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.undertone.app.R;
import org.undertone.app.data.SessionFilter;
import org.undertone.app.data.SessionRepository;
import org.undertone.ser.Emotion;

/** Ten thousand sessions: read in steps, scrolled to the end, none left out, none twice. */
@RunWith(AndroidJUnit4.class)
public final class ManySessionsTest {
  private static final int SESSIONS = 10_000;
  private static final double NANOS_PER_MILLI = 1e6;

  @Rule public final ScreenRule screen = new ScreenRule();

  private interface Query {
    int run(SessionRepository sessions);
  }

  @Test
  public void scrollsThroughAllOfThem() {
    Instant now = Instant.now();
    for (int i = 0; i < SESSIONS; i++) {
      SampleSessions.at(now.minus(Duration.ofMinutes(20L * i))).segments(3, 9).store();
    }
    time("keys of all", sessions -> sessions.ids(SessionFilter.ALL).size());
    time(
        "keys of a search",
        sessions -> sessions.ids(new SessionFilter("nobody", Set.of(), null, null)).size());
    time(
        "keys of an emotion and 30 days",
        sessions ->
            sessions
                .ids(
                    new SessionFilter("", Set.of(Emotion.SAD), now.minus(Duration.ofDays(30)), now))
                .size());
    screen.start();
    screen.awaitText(R.id.history_count, text -> text.startsWith("10,000"));
    HistoryViewModel model =
        new ViewModelProvider(screen.fragment(HistoryFragment.class)).get(HistoryViewModel.class);
    SampleSessions.await(() -> sessions(model.items().getValue()) > 0);
    int steps = 0;
    while (sessions(model.items().getValue()) < SESSIONS) {
      int before = sessions(model.items().getValue());
      long start = System.nanoTime();
      SampleSessions.await(
          () -> {
            scrollToEnd();
            return sessions(model.items().getValue()) > before;
          });
      steps++;
      print("list of " + sessions(model.items().getValue()), start);
    }
    Set<Long> ids = new HashSet<>();
    model.items().getValue().stream()
        .filter(item -> !item.isDay())
        .forEach(item -> ids.add(item.session().id()));
    assertThat(ids).hasSize(SESSIONS);
    assertThat(steps).isLessThanOrEqualTo(7);
  }

  /** A list that was given more lays them out a little later. */
  private void scrollToEnd() {
    screen.on(
        activity -> {
          RecyclerView list = activity.findViewById(R.id.history_list);
          list.scrollBy(0, -list.getHeight());
          list.scrollToPosition(list.getAdapter().getItemCount() - 1);
        });
  }

  private static int sessions(List<HistoryItem> items) {
    return items == null ? 0 : (int) items.stream().filter(item -> !item.isDay()).count();
  }

  private static void time(String what, Query query) {
    SampleSessions.change(
        sessions -> {
          query.run(sessions);
          long start = System.nanoTime();
          int found = query.run(sessions);
          print(what + " (" + found + " found)", start);
        });
  }

  private static void print(String what, long start) {
    double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
    System.out.println(String.format(Locale.ROOT, "10,000 sessions: %s: %.1f ms", what, millis));
  }
}
