// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.content.Context;
import android.os.Handler;
import android.os.Looper;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.undertone.app.history.Playback.Problem;

/** Plays the kept audio of a session, from any point. Main thread. */
final class SessionPlayer implements PlaybackTask.Listener, AudioFocus.Listener {
  /** How often the playhead moves, ms. */
  private static final long TICK_MILLIS = 40;

  /** Less is left to play than anybody hears. */
  private static final double END_SECONDS = 0.05;

  private final Executor io;
  private final AudioFocus focus;
  private final Handler handler = new Handler(Looper.getMainLooper());
  private final MutableLiveData<Playback> playback = new MutableLiveData<>(Playback.NONE);
  private final Runnable tick = this::onTick;
  private File file;
  private PlaybackTask task;
  private boolean resumeWhenRegained;

  SessionPlayer(Context context, Executor io) {
    this.io = io;
    this.focus = new AudioFocus(context, this);
  }

  /** Observes what is heard. */
  LiveData<Playback> playback() {
    return playback;
  }

  /** Sets what there is to play: null for nothing; again for a file that has grown. */
  void setFile(File audio) {
    if (!Objects.equals(audio, file)) {
      pause();
      file = audio;
      playback.setValue(Playback.NONE);
    }
    if (audio != null) {
      io.execute(() -> measure(audio));
    }
  }

  private void measure(File audio) {
    try (PlaybackFile opened = new PlaybackFile(audio)) {
      double seconds = opened.seconds();
      handler.post(() -> onMeasured(audio, now().withLength(seconds)));
    } catch (IOException e) {
      handler.post(() -> onMeasured(audio, now().failed(problemOf(e), words(e))));
    }
  }

  private void onMeasured(File audio, Playback measured) {
    if (audio.equals(file)) {
      playback.setValue(measured);
    }
  }

  /** Plays from where it stands; at the end, from the start. */
  void play() {
    playFrom(now().seconds() >= now().length() ? 0 : now().seconds());
  }

  /** Plays from a point, seconds since the start of the session. */
  void playFrom(double seconds) {
    if (!now().isAvailable()) {
      return;
    }
    stopTask();
    if (seconds >= now().length()) {
      focus.release();
      playback.setValue(now().failed(Problem.BEYOND, ""));
      return;
    }
    if (!focus.take()) {
      playback.setValue(now().failed(Problem.BUSY, ""));
      return;
    }
    task = new PlaybackTask(file, Math.max(seconds, 0), this);
    new Thread(task, "undertone-playback").start();
    playback.setValue(now().playingAt(Math.max(seconds, 0)));
    handler.postDelayed(tick, TICK_MILLIS);
  }

  /** Pauses where it stands. */
  void pause() {
    resumeWhenRegained = false;
    quiet();
    focus.release();
  }

  /** Goes to a point and plays on, if it plays and that is not the end. */
  void seek(double seconds) {
    double at = Math.min(Math.max(seconds, 0), now().length());
    boolean playing = now().playing();
    if (playing && at < now().length() - END_SECONDS) {
      playFrom(at);
      return;
    }
    if (playing) {
      pause();
    }
    playback.setValue(now().pausedAt(at));
  }

  /** The user has been told of the problem. */
  void problemShown() {
    if (now().problem() != Problem.NONE) {
      playback.setValue(now().pausedAt(now().seconds()));
    }
  }

  private Playback now() {
    return playback.getValue();
  }

  private void quiet() {
    if (task != null) {
      double at = stopTask();
      playback.setValue(now().pausedAt(Math.min(at, now().length())));
    }
  }

  private double stopTask() {
    handler.removeCallbacks(tick);
    double at = task == null ? now().seconds() : task.stop();
    task = null;
    return at;
  }

  private void onTick() {
    if (task != null) {
      playback.setValue(now().playingAt(Math.min(task.seconds(), now().length())));
      handler.postDelayed(tick, TICK_MILLIS);
    }
  }

  @Override
  public void onEnd(PlaybackTask ended) {
    handler.post(
        () -> {
          if (ended == task) {
            stopTask();
            focus.release();
            playback.setValue(now().pausedAt(now().length()));
          }
        });
  }

  @Override
  public void onFailure(PlaybackTask failed, IOException failure) {
    handler.post(
        () -> {
          if (failed == task) {
            stopTask();
            focus.release();
            playback.setValue(now().failed(problemOf(failure), words(failure)));
          }
        });
  }

  private static Problem problemOf(IOException failure) {
    return failure instanceof FileNotFoundException ? Problem.MISSING : Problem.FAILED;
  }

  private static String words(IOException failure) {
    return Objects.toString(failure.getLocalizedMessage(), "");
  }

  @Override
  public void onLostForNow() {
    boolean playing = now().playing();
    quiet();
    resumeWhenRegained = playing;
  }

  @Override
  public void onRegained() {
    if (resumeWhenRegained) {
      resumeWhenRegained = false;
      play();
    }
  }

  @Override
  public void onLost() {
    pause();
  }
}
