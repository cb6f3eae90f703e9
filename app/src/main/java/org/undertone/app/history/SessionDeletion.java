// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.app.Application;
import androidx.fragment.app.FragmentActivity;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import androidx.lifecycle.ViewModelProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.undertone.app.AppContainer;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.SessionRepository;

/**
 * Deletes sessions so that it can be undone; belongs to the activity, since a session may be deleted on
 * one screen and the undo pressed on the next. Sessions are only hidden while the undo is offered, and
 * purged once it no longer is. Main thread.
 */
public final class SessionDeletion extends ViewModel {
  /**
   * What was deleted last.
   *
   * @param ids keys of the hidden sessions; empty if nothing can be undone
   * @param keptRunning whether a session was left alone because it is being recorded
   */
  record Deleted(List<Long> ids, boolean keptRunning) {
    static final Deleted NOTHING = new Deleted(List.of(), false);
  }

  private final SessionRepository sessions;
  private final Edits edits;
  private final MutableLiveData<Deleted> deleted = new MutableLiveData<>(Deleted.NOTHING);

  private SessionDeletion(Application application) {
    sessions = AppContainer.of(application).sessions();
    edits = new Edits(application);
  }

  /** Returns the one of an activity; it starts with nothing to undo. */
  static SessionDeletion of(FragmentActivity activity) {
    Application application = activity.getApplication();
    ViewModelProvider.Factory factory =
        new ViewModelProvider.Factory() {
          @Override
          public <T extends ViewModel> T create(Class<T> type) {
            return Objects.requireNonNull(type.cast(new SessionDeletion(application)));
          }
        };
    return new ViewModelProvider(activity, factory).get(SessionDeletion.class);
  }

  /** Observes what can be undone. */
  LiveData<Deleted> deleted() {
    return deleted;
  }

  /** Hides sessions, but for the one that is being recorded. */
  void delete(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return;
    }
    List<Long> wanted = new ArrayList<>(ids);
    // Its undo is offered no longer.
    List<Long> before = Objects.requireNonNull(deleted.getValue()).ids();
    edits.run(
        () -> {
          sessions.purgeDeleted(before);
          // Only the session that began last can be running, and keys grow.
          Long newest = Collections.max(wanted);
          boolean running =
              sessions
                  .load(newest)
                  .filter(session -> session.summary().end() == EndReason.RUNNING)
                  .isPresent();
          if (running) {
            wanted.remove(newest);
          }
          sessions.delete(wanted);
          deleted.postValue(new Deleted(List.copyOf(wanted), running));
        });
  }

  /** Shows them again. */
  void undo(Deleted what) {
    edits.run(() -> sessions.restore(what.ids()));
    forget(what);
  }

  /** Removes them for good, and nothing that was deleted since, whose undo is still offered. */
  void confirm(Deleted what) {
    edits.run(() -> sessions.purgeDeleted(what.ids()));
    forget(what);
  }

  private void forget(Deleted what) {
    if (what.equals(deleted.getValue())) {
      deleted.setValue(Deleted.NOTHING);
    }
  }

  @Override
  protected void onCleared() {
    edits.run(sessions::purgeDeleted);
  }
}
