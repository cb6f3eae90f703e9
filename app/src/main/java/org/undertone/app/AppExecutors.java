// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import android.os.Handler;
import android.os.Looper;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The threads of the app: one place, so that it is clear what may run at once. */
public final class AppExecutors {
  private final ExecutorService io =
      Executors.newFixedThreadPool(3, task -> new Thread(task, "undertone-io"));
  private final ScheduledExecutorService disk =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "undertone-disk"));
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
}
