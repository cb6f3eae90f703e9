// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Application;
import android.database.Cursor;
import androidx.sqlite.db.SimpleSQLiteQuery;
import androidx.sqlite.db.SupportSQLiteQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.LooperMode;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/** Finding sessions, few and ten thousand. */
@RunWith(RobolectricTestRunner.class)
@Config(application = Application.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class HistoryQueryTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private SessionStore store;

  @Before
  public void open() {
    store = new SessionStore(folder.getRoot());
  }

  @After
  public void close() {
    store.close();
  }

  private long session(Instant start, String name, Emotion... emotions) throws StorageException {
    SessionWriter writer = store.beginAt(start, false);
    for (int i = 0; i < emotions.length; i++) {
      float[] scores = new float[Emotion.COUNT];
      scores[emotions[i].index()] = 1;
      writer.addSegment(
          new Segment(i, i + 1, Verdict.State.EMOTION, emotions[i], EmotionScores.of(scores), 2));
    }
    writer.end(EndReason.STOPPED, emotions.length);
    store.repository().rename(writer.sessionId(), name);
    return writer.sessionId();
  }

  private List<Long> ids(String text, Set<Emotion> emotions, Instant from, Instant until) {
    SessionFilter filter = new SessionFilter(text, emotions, from, until);
    List<Long> ids = store.repository().ids(filter);
    List<Long> seen = new ArrayList<>();
    store
        .await(store.repository().history(filter, 100), rows -> rows != null)
        .forEach(row -> seen.add(row.id()));
    assertThat(seen).isEqualTo(ids);
    store.await(store.repository().count(filter), n -> n != null && n == ids.size());
    return ids;
  }

  @Test
  public void newestComeFirstAndNoMoreThanAsked() throws Exception {
    long middle = session(SessionStore.START, "b");
    long newest = session(SessionStore.START.plusSeconds(1), "c");
    long oldest = session(SessionStore.START.minusSeconds(1), "a");
    assertThat(ids("", Set.of(), null, null)).containsExactly(newest, middle, oldest);
    assertThat(store.await(store.repository().history(SessionFilter.ALL, 2), r -> r != null))
        .extracting(SessionSummary::id)
        .containsExactly(newest, middle);
  }

  @Test
  public void signsThatMeanSomethingToSqlAreSearchedAsTheyAre() throws Exception {
    long percent = session(SessionStore.START, "100% sure");
    long under = session(SessionStore.START, "a_b");
    long back = session(SessionStore.START, "c:\\d");
    session(SessionStore.START, "100 sure axb c:d 'quoted");
    assertThat(ids("0%", Set.of(), null, null)).containsExactly(percent);
    assertThat(ids("_", Set.of(), null, null)).containsExactly(under);
    assertThat(ids("\\", Set.of(), null, null)).containsExactly(back);
    assertThat(ids("' OR 1=1", Set.of(), null, null)).isEmpty();
  }

  @Test
  public void allWordsMustBeThereInAnyOrder() throws Exception {
    long id = session(SessionStore.START, "Morning drive to work");
    store.repository().setNote(id, "rain");
    assertThat(ids("  RAIN  drive ", Set.of(), null, null)).containsExactly(id);
    assertThat(ids("rain snow", Set.of(), null, null)).isEmpty();
  }

  @Test
  public void emotionsFilterBySegmentsWithTheirCorrections() throws Exception {
    long sad = session(SessionStore.START, "", Emotion.SAD, Emotion.CALM);
    long happy = session(SessionStore.START.plusSeconds(9), "", Emotion.HAPPY, Emotion.HAPPY);
    assertThat(ids("", EnumSet.of(Emotion.SAD), null, null)).containsExactly(sad);
    assertThat(ids("", EnumSet.of(Emotion.SAD, Emotion.HAPPY), null, null))
        .containsExactly(happy, sad);
    store.repository().correct(store.load(sad).segments().get(0).id(), Emotion.ANGRY);
    assertThat(ids("", EnumSet.of(Emotion.SAD), null, null)).isEmpty();
    assertThat(ids("", EnumSet.of(Emotion.ANGRY), null, null)).containsExactly(sad);
  }

  @Test
  public void datesTakeTheFirstAndLeaveTheLast() throws Exception {
    Instant start = SessionStore.START;
    long id = session(start, "");
    assertThat(ids("", Set.of(), start, start.plusMillis(1))).containsExactly(id);
    assertThat(ids("", Set.of(), start.plusMillis(1), null)).isEmpty();
    assertThat(ids("", Set.of(), null, start)).isEmpty();
  }

  @Test
  public void theIndexGivesOrderAndRange() {
    Instant start = SessionStore.START;
    for (SessionFilter filter :
        List.of(
            SessionFilter.ALL,
            new SessionFilter("x", EnumSet.of(Emotion.SAD), start, start.plusSeconds(1)))) {
      HistoryQuery query = new HistoryQuery(filter);
      assertThat(plan(query.rows(40)))
          .contains("SEARCH sessions USING INDEX index_sessions_deleted_started_at")
          .contains("index_alerts_session_id")
          .doesNotContain("TEMP B-TREE");
      assertThat(plan(query.ids())).doesNotContain("TEMP B-TREE").contains("index_sessions_");
      assertThat(plan(query.count())).contains("index_sessions_deleted_started_at");
    }
    assertThat(plan(new SimpleSQLiteQuery("SELECT * FROM scores WHERE session_id = 1 ORDER BY id")))
        .contains("index_scores_session_id")
        .doesNotContain("TEMP B-TREE");
  }

  private String plan(SupportSQLiteQuery query) {
    StringBuilder plan = new StringBuilder();
    Object[] none = Collections.nCopies(query.getArgCount(), (Object) 1).toArray();
    try (Cursor cursor =
        store
            .database()
            .query(new SimpleSQLiteQuery("EXPLAIN QUERY PLAN " + query.getSql(), none))) {
      while (cursor.moveToNext()) {
        plan.append(cursor.getString(3)).append('\n');
      }
    }
    return plan.toString();
  }

  @Test
  public void tenThousandSessionsAreListed() throws Exception {
    int count = 10_000;
    byte[] strip = LabelStrip.of(store.load(store(1)).segments()).toBytes();
    store
        .database()
        .runInTransaction(
            () -> {
              for (int i = 1; i < count; i++) {
                SessionRow row = new SessionRow();
                row.startedAt =
                    SessionStore.START.minus(Duration.ofMinutes(90L * i)).toEpochMilli();
                row.endReason = EndReason.STOPPED;
                row.name = "Session " + i;
                row.note = "A note of some length on what was said, and by whom, number " + i;
                row.searchText = SearchText.of(row.name, row.note);
                row.strip = strip;
                row.emotionMask = 1 << (i % Emotion.COUNT);
                store.database().sessions().insert(row);
              }
            });
    SessionRepository repository = store.repository();
    assertThat(repository.ids(SessionFilter.ALL)).hasSize(count);
    SessionFilter search = new SessionFilter("number 9999", Set.of(), null, null);
    SessionFilter emotion = new SessionFilter("", EnumSet.of(Emotion.SAD), null, null);
    for (int limit : new int[] {40, 40, 400, 4000, count}) {
      time("newest " + limit, () -> rows(SessionFilter.ALL, limit));
    }
    time("emotion, 40", () -> rows(emotion, 40));
    time("search in all", () -> rows(search, 40));
    time("keys of all", () -> repository.ids(SessionFilter.ALL).size());
    time(
        "count of all",
        () -> store.await(repository.count(SessionFilter.ALL), seen -> seen != null));
    assertThat(rows(search, 40)).isEqualTo(1);
    assertThat(rows(emotion, count)).isBetween(count / 8, count / 8 + 1);
  }

  private long store(long seed) throws StorageException {
    store.record(seed, 100);
    return store.repository().ids(SessionFilter.ALL).get(0);
  }

  private int rows(SessionFilter filter, int limit) {
    return store.await(store.repository().history(filter, limit), rows -> rows != null).size();
  }

  private static void time(String what, IntSupplier query) {
    long start = System.nanoTime();
    int rows = query.getAsInt();
    double millis = (System.nanoTime() - start) / 1e6;
    System.out.println(
        String.format(Locale.ROOT, "10,000 sessions, %s: %d in %.1f ms", what, rows, millis));
  }
}
