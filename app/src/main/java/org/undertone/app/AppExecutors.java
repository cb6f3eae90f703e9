// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import android.os.Handler;
import android.os.Looper;
import android.util.Log;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/** The threads of the app: one place, so that it is clear what may run at once. */
public final class AppExecutors {
  private final ExecutorService io =
      Executors.newFixedThreadPool(3, task -> new Thread(task, "undertone-io"));
  private final ScheduledExecutorService disk =
      new TellingExecutor(task -> new Thread(task, "undertone-disk"));
  private final Handler handler = new Handler(Looper.getMainLooper());
  private final Executor main = handler::post;

  /** Returns threads for reading and for long work. */
  public ExecutorService io() {
    return io;
  }

  /** Returns the one thread that writes sessions, so that what is written keeps its order. */
  public ScheduledExecutorService disk() {
    return disk;
  }

  /** Returns the main thread. */
  public Executor main() {
    return main;
  }

  /** One thread that logs what its tasks throw: else it would end in a future that nobody asks. */
  private static final class TellingExecutor extends ScheduledThreadPoolExecutor {
    TellingExecutor(ThreadFactory threads) {
      super(1, threads);
    }

    @Override
    protected void afterExecute(Runnable task, Throwable thrown) {
      super.afterExecute(task, thrown);
      Future<?> result = (Future<?>) task;
      if (result.isDone() && !result.isCancelled()) {
        try {
          result.get();
        } catch (ExecutionException e) {
          Log.e("Undertone", "a task failed", e.getCause());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
