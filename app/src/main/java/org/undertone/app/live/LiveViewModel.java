// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.live;

import android.content.Context;
import androidx.annotation.NonNull;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MediatorLiveData;
import androidx.lifecycle.SavedStateHandle;
import androidx.lifecycle.SavedStateHandleSupport;
import androidx.lifecycle.Transformations;
import androidx.lifecycle.ViewModel;
import androidx.lifecycle.ViewModelProvider;
import androidx.lifecycle.viewmodel.CreationExtras;
import java.util.List;
import org.undertone.app.capture.Recorder;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.SessionFilter;
import org.undertone.app.data.SessionMode;
import org.undertone.app.data.SessionRepository;
import org.undertone.app.data.SessionSummary;
import org.undertone.app.settings.Settings;
import org.undertone.ser.LabelScheme;

/**
 * What the live screen keeps over rotation, and over the end of the process: whether a recording went
 * on, so that its end is told once, and what stands in the way of one. Main thread only.
 */
final class LiveViewModel extends ViewModel {
  private static final String ACTIVE = "active";
  private static final String NOTICE = "notice";
  private static final String SAVED = "saved";

  /** The newest may still be running, and the one before it is then the last. */
  private static final int NEWEST = 2;

  private final Recorder recorder;
  private final Settings settings;
  private final SavedStateHandle handle;
  private final MediatorLiveData<RecordingState> state = new MediatorLiveData<>();
  private final LiveData<SessionSummary> lastSession;

  LiveViewModel(
      Recorder recorder, Settings settings, SessionRepository sessions, SavedStateHandle handle) {
    this.recorder = recorder;
    this.settings = settings;
    this.handle = handle;
    lastSession =
        Transformations.map(sessions.history(SessionFilter.ALL, NEWEST), LiveViewModel::last);
    state.addSource(recorder.state(), this::onState);
  }

  private static SessionSummary last(List<SessionSummary> newest) {
    for (SessionSummary session : newest) {
      if (session.end() != EndReason.RUNNING) {
        return session;
      }
    }
    return null;
  }

  private void onState(RecordingState next) {
    boolean wasActive = Boolean.TRUE.equals(handle.get(ACTIVE));
    if (next.isActive()) {
      handle.set(ACTIVE, true);
      handle.set(NOTICE, null);
    } else if (wasActive) {
      handle.set(ACTIVE, false);
      onEnd(next);
    }
    state.setValue(next);
  }

  private void onEnd(RecordingState ended) {
    if (ended.mode() == SessionMode.DRIVER) {
      return;
    }
    LiveNotice notice = LiveNotice.of(ended);
    if (notice != null) {
      setNotice(notice);
    } else if (ended.sessionId() != 0) {
      handle.set(SAVED, ended.sessionId());
    }
  }

  /** Observes the recording. */
  LiveData<RecordingState> state() {
    return state;
  }

  /** Observes the last session that has ended; null if there is none. */
  LiveData<SessionSummary> lastSession() {
    return lastSession;
  }

  /** Observes the name of the {@link LiveNotice} to show, or null. */
  LiveData<LiveNotice> notice() {
    return Transformations.map(
        handle.<String>getLiveData(NOTICE), name -> name == null ? null : LiveNotice.valueOf(name));
  }

  /** Says what stands in the way; null for nothing. */
  void setNotice(LiveNotice notice) {
    handle.set(NOTICE, notice == null ? null : notice.name());
  }

  /** The permission is there: takes back what was said about it. */
  void onPermitted() {
    String name = handle.get(NOTICE);
    if (name != null && LiveNotice.valueOf(name).isOnPermission()) {
      setNotice(null);
    }
  }

  /** Observes the key of a session that was just saved; null once that was said. */
  LiveData<Long> saved() {
    return handle.getLiveData(SAVED);
  }

  /** It was said. */
  void savedShown() {
    handle.set(SAVED, null);
  }

  /** Returns the user's labels. */
  LabelScheme labels() {
    return settings.labels();
  }

  void start(Context context) {
    setNotice(null);
    recorder.start(context, SessionMode.LIVE);
  }

  void stop(Context context) {
    recorder.stop(context);
  }

  /** Makes the model from the parts of the app. */
  static final class Factory implements ViewModelProvider.Factory {
    private final Recorder recorder;
    private final Settings settings;
    private final SessionRepository sessions;

    Factory(Recorder recorder, Settings settings, SessionRepository sessions) {
      this.recorder = recorder;
      this.settings = settings;
      this.sessions = sessions;
    }

    @NonNull
    @Override
    public <T extends ViewModel> T create(@NonNull Class<T> type, @NonNull CreationExtras extras) {
      SavedStateHandle handle = SavedStateHandleSupport.createSavedStateHandle(extras);
      return type.cast(new LiveViewModel(recorder, settings, sessions, handle));
    }
  }
}
