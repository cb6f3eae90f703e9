// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.app.Application;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import androidx.lifecycle.AndroidViewModel;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MediatorLiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.SavedStateHandle;
import androidx.lifecycle.Transformations;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.undertone.app.AppContainer;
import org.undertone.app.AppExecutors;
import org.undertone.app.data.SessionFilter;
import org.undertone.app.data.SessionRepository;
import org.undertone.app.data.SessionSummary;
import org.undertone.ser.Emotion;

/**
 * What the list of sessions shows. Filter and selection outlive rotation and the death of the process.
 * Main thread.
 */
public final class HistoryViewModel extends AndroidViewModel {
  /** Time without a key pressed after which the search begins, ms. */
  static final long SEARCH_DELAY_MILLIS = 300;

  /** Sessions that are read at first; later always twice as many, so that 10,000 take seven steps. */
  static final int FIRST_LIMIT = 100;

  private static final String FILTER = "filter";
  private static final String LIMIT = "limit";
  private static final String SELECTED = "selected";

  /** How much of what is read. */
  private record Window(SessionFilter filter, int limit) {}

  private final SessionRepository sessions;
  private final AppExecutors executors;
  private final SavedStateHandle state;
  private final Handler handler = new Handler(Looper.getMainLooper());
  private final MutableLiveData<SessionFilter> filter;
  private final MutableLiveData<Set<Long>> selected;
  private final MediatorLiveData<List<HistoryItem>> items = new MediatorLiveData<>();
  private final MutableLiveData<Window> window;
  private final LiveData<Integer> count;
  private long sorts;
  private int read;

  /** Restores what was shown last. */
  public HistoryViewModel(Application application, SavedStateHandle state) {
    super(application);
    this.state = state;
    AppContainer container = AppContainer.of(application);
    this.sessions = container.sessions();
    this.executors = container.executors();
    this.filter = new MutableLiveData<>(FilterState.of(state.<Bundle>get(FILTER)));
    this.selected = new MutableLiveData<>(ofArray(state.<long[]>get(SELECTED)));
    Integer limit = state.get(LIMIT);
    this.window =
        new MutableLiveData<>(new Window(currentFilter(), limit == null ? FIRST_LIMIT : limit));
    items.addSource(
        Transformations.switchMap(window, w -> sessions.history(w.filter(), w.limit())),
        this::sort);
    this.count = Transformations.switchMap(filter, sessions::count);
  }

  /** Puts the days in, off the main thread; of two lists, only the later one arrives. */
  private void sort(List<SessionSummary> found) {
    long mine = ++sorts;
    executors
        .io()
        .execute(
            () -> {
              List<HistoryItem> sorted = HistoryItem.withDays(found);
              executors
                  .main()
                  .execute(
                      () -> {
                        if (mine == sorts) {
                          read = found.size();
                          items.setValue(sorted);
                        }
                      });
            });
  }

  /** Observes the lines of the list. */
  LiveData<List<HistoryItem>> items() {
    return items;
  }

  /** The end of the list comes into sight: reads on, if there may be more. */
  void readOn() {
    Window now = window.getValue();
    if (read == now.limit()) {
      show(new Window(now.filter(), 2 * now.limit()));
    }
  }

  private void show(Window changed) {
    read = 0;
    state.set(LIMIT, changed.limit());
    window.setValue(changed);
  }

  LiveData<Integer> count() {
    return count;
  }

  LiveData<SessionFilter> filter() {
    return filter;
  }

  SessionFilter currentFilter() {
    return filter.getValue();
  }

  /** Searches for words, once no more are being typed. */
  void search(String text) {
    handler.removeCallbacksAndMessages(null);
    handler.postDelayed(() -> searchNow(text), SEARCH_DELAY_MILLIS);
  }

  private void searchNow(String text) {
    SessionFilter old = currentFilter();
    setFilter(new SessionFilter(text.trim(), old.emotions(), old.from(), old.until()));
  }

  void setEmotions(Set<Emotion> emotions) {
    SessionFilter old = currentFilter();
    setFilter(new SessionFilter(old.text(), emotions, old.from(), old.until()));
  }

  /** Shows sessions that began within two instants, the second exclusive; both null for all. */
  void setDates(Instant from, Instant until) {
    SessionFilter old = currentFilter();
    setFilter(new SessionFilter(old.text(), old.emotions(), from, until));
  }

  void clearFilter() {
    handler.removeCallbacksAndMessages(null);
    setFilter(SessionFilter.ALL);
  }

  private void setFilter(SessionFilter changed) {
    if (!changed.equals(currentFilter())) {
      state.set(FILTER, FilterState.toBundle(changed));
      filter.setValue(changed);
      show(new Window(changed, FIRST_LIMIT));
    }
  }

  LiveData<Set<Long>> selected() {
    return selected;
  }

  Set<Long> currentSelection() {
    return selected.getValue();
  }

  void toggle(long id) {
    Set<Long> changed = new LinkedHashSet<>(currentSelection());
    if (!changed.remove(id)) {
      changed.add(id);
    }
    select(changed);
  }

  void select(Collection<Long> ids) {
    state.set(SELECTED, ids.stream().mapToLong(Long::longValue).toArray());
    selected.setValue(new LinkedHashSet<>(ids));
  }

  void selectAll() {
    shownIds(this::select);
  }

  /** Finds the keys of all that the filter shows, and hands them over on the main thread. */
  void shownIds(Consumer<List<Long>> receiver) {
    SessionFilter current = currentFilter();
    executors
        .io()
        .execute(
            () -> {
              List<Long> ids = sessions.ids(current);
              executors.main().execute(() -> receiver.accept(ids));
            });
  }

  private static Set<Long> ofArray(long[] ids) {
    Set<Long> set = new LinkedHashSet<>();
    if (ids != null) {
      for (long id : ids) {
        set.add(id);
      }
    }
    return set;
  }

  @Override
  protected void onCleared() {
    handler.removeCallbacksAndMessages(null);
  }
}
