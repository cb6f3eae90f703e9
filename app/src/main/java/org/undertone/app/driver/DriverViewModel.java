// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import android.app.Application;
import android.os.Handler;
import android.os.Looper;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MediatorLiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import androidx.lifecycle.ViewModelProvider;
import java.util.Objects;
import org.undertone.app.AppContainer;
import org.undertone.app.capture.Phase;
import org.undertone.app.capture.Recorder;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.SessionMode;

/**
 * A drive on the screen, across rotations: what is shown, and what the answers do.
 *
 * <p>Stop stops at once, with no question: a driver who wants to be heard no longer is not. Since a tap
 * may have been a mistake, "resume" is offered for a few seconds, as a new session.
 */
final class DriverViewModel extends ViewModel {
  /** For how long "resume" is offered, ms. */
  static final int OFFER_MILLIS = 5000;

  private final Application application;
  private final Recorder recorder;
  private final Handler main = new Handler(Looper.getMainLooper());
  private final MediatorLiveData<DriverScreen> screen = new MediatorLiveData<>();
  private final MutableLiveData<Boolean> done = new MutableLiveData<>(false);
  private int offerMillis = OFFER_MILLIS;
  private boolean started;
  private boolean over;
  private boolean askLeave;
  private boolean resuming;
  private EndReason end = EndReason.STOPPED;

  /** Makes the model, of this process' app: the default factory keeps the first app it ever saw. */
  static ViewModelProvider.Factory factory(Application application) {
    return new ViewModelProvider.Factory() {
      @Override
      public <T extends ViewModel> T create(Class<T> type) {
        return Objects.requireNonNull(type.cast(new DriverViewModel(application)));
      }
    };
  }

  /** Watches the recording of the app. */
  DriverViewModel(Application application) {
    this.application = application;
    recorder = AppContainer.of(application).recorder();
    screen.addSource(recorder.state(), this::recordingChanged);
  }

  /** Observes what is shown. */
  LiveData<DriverScreen> screen() {
    return screen;
  }

  /** Observes whether the drive is over and was looked at for long enough. */
  LiveData<Boolean> done() {
    return done;
  }

  /** Sets for how long "resume" is offered, ms, for those who need longer. */
  void setOfferMillis(int millis) {
    offerMillis = Math.max(OFFER_MILLIS, millis);
  }

  /** Returns whether there is a drive to show, one that goes on or one that has just ended. */
  boolean hasDrive() {
    return started || (state().isActive() && state().phase() != Phase.STOPPING);
  }

  /** Starts a drive unless one goes on. */
  void start() {
    if (started) {
      return;
    }
    started = true;
    if (state().phase() == Phase.STOPPING) {
      resuming = true;
    } else {
      // Does nothing if a drive goes on.
      recorder.start(application, SessionMode.DRIVER);
    }
  }

  /** Returns the key of the drive's session, 0 if none was begun. */
  long sessionId() {
    return started ? state().sessionId() : 0;
  }

  /** Stop was pressed. */
  void stop() {
    if (over) {
      return;
    }
    recorder.stop(application);
    if (!over) {
      end(EndReason.STOPPED);
    }
    show();
  }

  /** Back was pressed; returns whether the screen may be left without a word. */
  boolean back() {
    if (over || askLeave) {
      return true;
    }
    askLeave = true;
    show();
    return false;
  }

  /** The answer at the end of the row. */
  void answerYes(DriverPrompt prompt) {
    switch (prompt.kind()) {
      case ALERT:
        recorder.acknowledgeAlert();
        return;
      case LEAVE:
        askLeave = false;
        show();
        return;
      case ENDED:
        resume();
        return;
    }
  }

  /** The answer at the start of the row; returns whether the screen is to be left. */
  boolean answerNo(DriverPrompt prompt) {
    switch (prompt.kind()) {
      case ALERT:
        recorder.rejectAlert();
        return false;
      case LEAVE:
        askLeave = false;
        return true;
      case ENDED:
        finish();
        return false;
    }
    throw new AssertionError(prompt);
  }

  private void resume() {
    main.removeCallbacksAndMessages(null);
    over = false;
    resuming = true;
    startAgain(state());
    show();
  }

  private void startAgain(RecordingState state) {
    if (resuming && !state.isActive()) {
      resuming = false;
      recorder.start(application, SessionMode.DRIVER);
    }
  }

  private void recordingChanged(RecordingState state) {
    if (resuming) {
      startAgain(state);
    } else if (started && !over && !state.isActive()) {
      end(state.end() == null ? EndReason.STOPPED : state.end());
    }
    show();
  }

  /** The drive ends. Only if the driver ended it does the screen go on by itself. */
  private void end(EndReason reason) {
    over = true;
    askLeave = false;
    end = reason;
    if (reason == EndReason.STOPPED) {
      main.postDelayed(this::finish, offerMillis);
    }
  }

  private void finish() {
    main.removeCallbacksAndMessages(null);
    done.setValue(true);
  }

  private void show() {
    screen.setValue(over ? DriverScreen.ended(end) : DriverScreen.driving(state(), askLeave));
  }

  private RecordingState state() {
    RecordingState state = recorder.state().getValue();
    return state == null ? RecordingState.NONE : state;
  }

  @Override
  protected void onCleared() {
    main.removeCallbacksAndMessages(null);
  }
}
