// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import android.app.Application;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.Observer;
import java.io.Closeable;
import java.io.File;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.robolectric.RuntimeEnvironment;
import org.undertone.app.AppExecutors;
import org.undertone.ser.timeline.Segment;

/**
 * A repository on real files, with real threads, that can be closed or killed and opened anew. Not for
 * the main thread.
 */
final class SessionStore implements Closeable {
  static final Instant START = Instant.parse("2026-03-01T10:15:30.123Z");
  static final int RATE = 16_000;

  /** After which a condition that should come is said never to come; generous. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final AppExecutors executors = new AppExecutors();
  private final File folder;
  private final RoomSessionRepository repository;

  SessionStore(File folder) {
    this.folder = folder;
    Application context = RuntimeEnvironment.getApplication();
    repository =
        new RoomSessionRepository(
            context, executors, new File(folder, "undertone.db"), new File(folder, "files"));
    new File(folder, "files").mkdirs();
  }

  RoomSessionRepository repository() {
    return repository;
  }

  UndertoneDatabase database() {
    return repository.database();
  }

  File databaseFile() {
    return new File(folder, "undertone.db");
  }

  SessionWriter begin(boolean keepAudio) throws StorageException {
    return beginAt(START, keepAudio);
  }

  SessionWriter beginAt(Instant start, boolean keepAudio) throws StorageException {
    return repository.begin(
        new NewSession(start, SessionMode.LIVE, "net", "00ff", RATE, "Ada", keepAudio));
  }

  /** Records a whole session without audio. */
  SampleRecording record(long seed, int windows) throws StorageException {
    SampleRecording recording = new SampleRecording(begin(false), seed);
    recording.hear(windows);
    recording.finish(EndReason.STOPPED);
    return recording;
  }

  SessionDetail load(long id) {
    return repository.load(id).orElseThrow();
  }

  static List<Segment> segments(SessionDetail detail) {
    return detail.segments().stream().map(StoredSegment::segment).collect(Collectors.toList());
  }

  /** Waits for a value, which the main thread observes. */
  <T> T await(LiveData<T> data, Predicate<T> condition) {
    AtomicReference<T> seen = new AtomicReference<>();
    Observer<T> observer = seen::set;
    executors.main().execute(() -> data.observeForever(observer));
    try {
      await(() -> condition.test(seen.get()));
    } finally {
      executors.main().execute(() -> data.removeObserver(observer));
    }
    return seen.get();
  }

  /** Waits until something is so. */
  static void await(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new AssertionError("it never came");
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Ends all threads where they are, as the end of the process does; nothing more is written. */
  void kill() {
    executors.disk().shutdownNow();
    close();
  }

  @Override
  public void close() {
    executors.disk().shutdown();
    repository.database().close();
    executors.io().shutdown();
  }
}
