// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.app.Application;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import androidx.lifecycle.AndroidViewModel;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.SavedStateHandle;
import androidx.lifecycle.Transformations;
import androidx.paging.PagingData;
import androidx.paging.PagingDataTransforms;
import androidx.paging.PagingLiveData;
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

  private static final String FILTER = "filter";
  private static final String SELECTED = "selected";

  private final SessionRepository sessions;
  private final AppExecutors executors;
  private final SavedStateHandle state;
  private final Handler handler = new Handler(Looper.getMainLooper());
  private final MutableLiveData<SessionFilter> filter;
  private final MutableLiveData<Set<Long>> selected;
  private final LiveData<PagingData<HistoryItem>> items;
  private final LiveData<Integer> count;

  /** Restores what was shown last. */
  public HistoryViewModel(Application application, SavedStateHandle state) {
    super(application);
    this.state = state;
    AppContainer container = AppContainer.of(application);
    this.sessions = container.sessions();
    this.executors = container.executors();
    this.filter = new MutableLiveData<>(FilterState.of(state.<Bundle>get(FILTER)));
    this.selected = new MutableLiveData<>(ofArray(state.<long[]>get(SELECTED)));
    this.items =
        PagingLiveData.cachedIn(
            Transformations.map(
                Transformations.switchMap(filter, sessions::history), this::withDays),
            this);
    this.count = Transformations.switchMap(filter, sessions::count);
  }

  private PagingData<HistoryItem> withDays(PagingData<SessionSummary> page) {
    return PagingDataTransforms.insertSeparators(
        PagingDataTransforms.map(page, executors.io(), HistoryItem::of),
        executors.io(),
        HistoryItem::between);
  }

  LiveData<PagingData<HistoryItem>> items() {
    return items;
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
    setFilter(new SessionFilter(text.strip(), old.emotions(), old.from(), old.until()));
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
