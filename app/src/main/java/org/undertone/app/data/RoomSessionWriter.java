// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import android.util.Log;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/**
 * Stores a session in Room, and its audio beside it. Every {@value #BATCH_MILLIS} ms of the system's
 * uptime, which changes of the clock do not touch, the writing thread takes what has come and writes
 * it in one transaction. All times stored are those of the audio.
 */
final class RoomSessionWriter implements SessionWriter {
  private static final String TAG = "Undertone";
  private static final long BATCH_MILLIS = 1000;

  private final long sessionId;
  private final SessionRows rows;
  private final ReserveFile reserve;
  private final ScheduledExecutorService disk;
  private final Consumer<RoomSessionWriter> onEnd;
  private final SessionAudio audio;
  private final PendingBatch pending = new PendingBatch();
  private final TroubleReport trouble = new TroubleReport();
  private final ScheduledFuture<?> timer;

  /** Held while a batch is being written, so that nobody pulls files or rows away meanwhile. */
  private final Object writing = new Object();

  private boolean storing = true;

  /**
   * Starts to store.
   *
   * @param audio where samples go, or null
   * @param onEnd called on the writing thread when nothing more will be stored
   */
  RoomSessionWriter(
      long sessionId,
      SessionRows rows,
      KeptAudio audio,
      ReserveFile reserve,
      ScheduledExecutorService disk,
      Consumer<RoomSessionWriter> onEnd) {
    this.sessionId = sessionId;
    this.rows = rows;
    this.audio = new SessionAudio(sessionId, rows, audio);
    this.reserve = reserve;
    this.disk = disk;
    this.onEnd = onEnd;
    this.timer =
        disk.scheduleWithFixedDelay(
            this::writeBatch, BATCH_MILLIS, BATCH_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public long sessionId() {
    return sessionId;
  }

  @Override
  public void setListener(Listener listener) {
    trouble.setListener(listener);
    disk.execute(trouble::tell);
  }

  @Override
  public void addSamples(float[] samples, int offset, int length) {
    audio.add(samples, offset, length);
  }

  @Override
  public void addVerdict(Verdict verdict) {
    pending.add(batch -> batch.add(verdict));
  }

  @Override
  public void addSegment(Segment segment) {
    pending.add(batch -> batch.add(segment));
  }

  @Override
  public void setOpenSegment(Segment open) {
    pending.add(batch -> batch.setOpen(open));
  }

  @Override
  public void addAlert(DriverAlert alert) {
    pending.add(batch -> batch.add(alert));
  }

  @Override
  public void setFeedback(AlertFeedback feedback) {
    pending.add(batch -> batch.setFeedback(feedback));
  }

  @Override
  public void addEvent(SessionEvent event) {
    if (event.kind() != EventKind.AUDIO_STOPPED) {
      pending.add(batch -> batch.add(event));
    }
  }

  private void writeBatch() {
    synchronized (writing) {
      if (storing) {
        audio.write(this::stopAudio);
        Batch batch = pending.take();
        if (!batch.isEmpty()) {
          store(batch, () -> rows.write(batch));
        }
      }
    }
    trouble.tell();
  }

  /** Any failure must be told: an exception would silently end the timer. */
  private boolean store(Batch batch, Runnable transaction) {
    try {
      transaction.run();
      return true;
    } catch (RuntimeException e) {
      fail(batch, StorageFailures.of("cannot store the session", e));
      return false;
    }
  }

  private void fail(Batch batch, StorageException failure) {
    Log.e(TAG, "session " + sessionId, failure);
    boolean full = failure.kind() == StorageException.Kind.FULL;
    boolean room = full && reserve.release();
    stopStoring();
    EndReason reason = full ? EndReason.STORAGE_FULL : EndReason.FAILED;
    // With the reserve freed, what just failed may fit; else the least that closes the session.
    if (!(room && tryEnd(batch, reason)) && !tryEnd(new Batch(), reason)) {
      Log.w(TAG, "session " + sessionId + " stays open until the next start");
    }
    trouble.fail(failure);
  }

  private boolean tryEnd(Batch batch, EndReason reason) {
    try {
      rows.end(batch, reason);
      return true;
    } catch (RuntimeException e) {
      Log.w(TAG, "cannot close session " + sessionId, e);
      return false;
    }
  }

  /** Says that audio is kept no longer, from some time on; the writer then goes on without. */
  void stopAudio(double atSeconds, StorageException failure) {
    Log.w(TAG, "session " + sessionId, failure);
    pending.addOwn(new SessionEvent(atSeconds, EventKind.AUDIO_STOPPED, 0));
    trouble.failAudio(failure);
  }

  private void stopStoring() {
    storing = false;
    timer.cancel(false);
    pending.close();
    audio.close();
    onEnd.accept(this);
  }

  @Override
  public boolean end(EndReason reason, double durationSeconds) {
    if (!pending.close()) {
      return false;
    }
    CountDownLatch done = new CountDownLatch(1);
    boolean[] stored = new boolean[1];
    try {
      disk.execute(
          () -> {
            try {
              stored[0] = endNow(reason, durationSeconds);
            } finally {
              done.countDown();
            }
          });
    } catch (RejectedExecutionException e) {
      Log.w(TAG, "the process is ending: session " + sessionId + " stays open", e);
      return false;
    }
    awaitPatiently(done);
    return stored[0];
  }

  private boolean endNow(EndReason reason, double durationSeconds) {
    boolean stored = false;
    synchronized (writing) {
      if (storing) {
        audio.write(this::stopAudio);
        Batch batch = pending.take();
        stored = store(batch, () -> rows.end(batch, reason, durationSeconds));
        if (stored) {
          stopStoring();
        }
      }
    }
    trouble.tell();
    return stored;
  }

  /** Waits even if interrupted: what is not written yet would be lost. */
  private static void awaitPatiently(CountDownLatch done) {
    boolean interrupted = false;
    while (true) {
      try {
        done.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Keeps no more audio, since the user wants it deleted; nobody is told. Any thread. */
  void dropAudio() {
    synchronized (writing) {
      audio.close();
    }
  }

  /** Stores nothing more, since the user wants everything erased. Any thread but the listener's. */
  void abandon() {
    synchronized (writing) {
      if (storing) {
        stopStoring();
        trouble.fail(
            new StorageException(
                StorageException.Kind.OTHER, "everything was erased while recording", null));
      }
    }
    disk.execute(trouble::tell);
  }
}
