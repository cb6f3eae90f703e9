// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.undertone.model.corpus.Progress;

/** Several threads that judge, each with the models for itself. */
public final class Judges implements AutoCloseable {
  /** Work on one thing. */
  @FunctionalInterface
  interface Work<T, R> {
    /** Does it. */
    R apply(Judge judge, T item) throws IOException;
  }

  private final Models models;
  private final List<Judge> all = new ArrayList<>();
  private final BlockingQueue<Judge> idle;
  private final ExecutorService threads;

  /**
   * Gets the models ready on some threads.
   *
   * @throws IOException if the runtime does not take a model
   */
  public Judges(Models models, int threadCount) throws IOException {
    this.models = models;
    idle = new ArrayBlockingQueue<>(threadCount);
    try {
      for (int i = 0; i < threadCount; i++) {
        all.add(new Judge(models));
      }
    } catch (IOException | RuntimeException e) {
      all.forEach(Judge::close);
      throw e;
    }
    idle.addAll(all);
    threads =
        Executors.newFixedThreadPool(
            threadCount,
            task -> {
              Thread thread = new Thread(task, "measure");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Returns what is measured. */
  Models models() {
    return models;
  }

  /**
   * Does the work on all items and returns what came out, in the order of the items.
   *
   * @throws IOException if it failed for one; the others are then given up
   */
  <T, R> List<R> map(List<T> items, Work<T, R> work, Progress progress) throws IOException {
    List<Future<R>> running = new ArrayList<>();
    for (T item : items) {
      running.add(threads.submit(() -> run(work, item)));
    }
    List<R> results = new ArrayList<>();
    try {
      for (Future<R> one : running) {
        results.add(one.get());
        progress.at(results.size(), items.size());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw new IOException(cause.getMessage(), cause);
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      running.forEach(one -> one.cancel(false));
    }
  }

  private <T, R> R run(Work<T, R> work, T item) throws IOException, InterruptedException {
    Judge judge = idle.take();
    try {
      return work.apply(judge, item);
    } finally {
      idle.add(judge);
    }
  }

  /** Waits for what is being judged, and closes the models. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      // A model must not be closed while it works.
      for (int i = 0; i < all.size(); i++) {
        idle.take().close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
