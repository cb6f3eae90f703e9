// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.app.Application;
import androidx.test.core.app.ApplicationProvider;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.robolectric.shadows.ShadowLooper;
import org.undertone.app.AppContainer;
import org.undertone.app.data.AlertFeedback;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.NewSession;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.SessionEvent;
import org.undertone.app.data.SessionMode;
import org.undertone.app.data.SessionRepository;
import org.undertone.app.data.SessionWriter;
import org.undertone.app.data.StorageException;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.DriverState;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/** Sessions for tests of the screens, written by the repository's own writer. */
final class SampleSessions {
  static final int RATE = 16_000;
  private static final int SILENCE = -1;
  private static final int UNSURE = -2;
  private static final int PATIENCE = 30_000;
  private static final int STEP_MILLIS = 10;

  private SampleSessions() {}

  static SessionRepository repository() {
    return AppContainer.of(ApplicationProvider.<Application>getApplicationContext()).sessions();
  }

  static Builder at(Instant start) {
    return new Builder(start);
  }

  /** What a session will hold. */
  static final class Builder {
    private final Instant start;
    private SessionMode mode = SessionMode.LIVE;
    private EndReason end = EndReason.STOPPED;
    private boolean audio;
    private int[] labels = {0, 3, 2, SILENCE, 4, UNSURE, 3};
    private double seconds = 9;
    private Consumer<SessionWriter> more = writer -> {};

    private Builder(Instant start) {
      this.start = start;
    }

    Builder emotions(Emotion... emotions) {
      labels = Arrays.stream(emotions).mapToInt(Emotion::index).toArray();
      return this;
    }

    Builder segments(int count, double each) {
      int[] repeated = new int[count];
      for (int i = 0; i < count; i++) {
        repeated[i] = labels[i % labels.length];
      }
      labels = repeated;
      seconds = each;
      return this;
    }

    Builder ended(EndReason reason) {
      end = reason;
      return this;
    }

    Builder withAudio() {
      audio = true;
      return this;
    }

    Builder drive() {
      mode = SessionMode.DRIVER;
      more =
          writer -> {
            writer.addAlert(new DriverAlert(20, DriverState.TENSE, 0.82f));
            writer.setFeedback(AlertFeedback.ACKNOWLEDGED);
            writer.addAlert(new DriverAlert(47, DriverState.LOW, 0.74f));
            writer.setFeedback(AlertFeedback.WRONG);
            writer.addEvent(new SessionEvent(31, EventKind.CALL, 75));
            writer.addEvent(new SessionEvent(31, EventKind.RESUMED, 0));
          };
      return this;
    }

    /** Stores it; returns its key. Unless it is still running, all is written when this returns. */
    long store() {
      return background(this::write);
    }

    private long write() throws StorageException {
      SessionWriter writer =
          repository().begin(new NewSession(start, mode, "Undertone 1", "00ff", RATE, "", audio));
      for (int i = 0; i < labels.length; i++) {
        writer.addSegment(segment(i * seconds, (i + 1) * seconds, labels[i]));
      }
      more.accept(writer);
      if (audio) {
        addTone(writer, labels.length * seconds);
      }
      if (end != EndReason.RUNNING && !writer.end(end, labels.length * seconds)) {
        throw new AssertionError("the session was not written");
      }
      return writer.sessionId();
    }
  }

  private static void addTone(SessionWriter writer, double seconds) {
    float[] block = new float[RATE];
    for (int i = 0; i < block.length; i++) {
      block[i] = (float) (0.1 * Math.sin(2 * Math.PI * 220 * i / RATE));
    }
    for (int second = 0; second < seconds; second++) {
      writer.addSamples(block, 0, block.length);
    }
  }

  static Segment segment(double start, double end, int label) {
    if (label == SILENCE) {
      return new Segment(start, end, Verdict.State.NO_SPEECH, null, null, 10);
    }
    float[] scores = new float[Emotion.COUNT];
    Arrays.fill(scores, 0.39f / (Emotion.COUNT - 1));
    scores[Math.max(label, 0)] = 0.61f;
    EmotionScores mean = EmotionScores.of(scores);
    return label == UNSURE
        ? new Segment(start, end, Verdict.State.UNSURE, null, mean, 10)
        : new Segment(start, end, Verdict.State.EMOTION, Emotion.values()[label], mean, 10);
  }

  /** Lets the main thread work until something is so. */
  static void await(BooleanSupplier condition) {
    for (int i = 0; i < PATIENCE / STEP_MILLIS; i++) {
      ShadowLooper.idleMainLooper(STEP_MILLIS, TimeUnit.MILLISECONDS);
      if (condition.getAsBoolean()) {
        return;
      }
      try {
        Thread.sleep(STEP_MILLIS);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("it never came");
  }

  /** Runs something off the main thread, on which tests run too, and waits for it. */
  static <T> T background(Callable<T> task) {
    FutureTask<T> future = new FutureTask<>(task);
    new Thread(future, "test-background").start();
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  static void change(Consumer<SessionRepository> change) {
    background(
        () -> {
          change.accept(repository());
          return null;
        });
  }

  static SessionDetail load(long id) {
    return background(() -> repository().load(id).orElseThrow());
  }
}
