// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.undertone.model.corpus.Progress;

/** Carries out many runs, several at the same time, and keeps each. */
final class Runner {
  private final Trial trial;
  private final RunStore store;
  private final int jobs;

  Runner(Trial trial, RunStore store, int jobs) {
    this.trial = trial;
    this.store = store;
    this.jobs = jobs;
  }

  /**
   * Carries out the runs that are not kept yet.
   *
   * @param runs equal ones are carried out once
   * @param progress hears of trainings
   * @throws IOException if a result cannot be kept, or a run fails
   */
  Map<Run, RunResult> run(List<Run> runs, Progress progress) throws IOException {
    Set<Run> distinct = new LinkedHashSet<>(runs);
    int total = distinct.stream().mapToInt(run -> run.series().method().trainings()).sum();
    Map<Run, RunResult> results = new ConcurrentHashMap<>();
    AtomicInteger done = new AtomicInteger();
    List<Callable<Void>> tasks = new ArrayList<>();
    for (Run run : distinct) {
      tasks.add(
          () -> {
            results.put(run, result(run));
            synchronized (progress) {
              progress.at(done.addAndGet(run.series().method().trainings()), total);
            }
            return null;
          });
    }
    carryOut(tasks);
    return Map.copyOf(results);
  }

  private RunResult result(Run run) throws IOException {
    Optional<RunResult> kept = store.load(run);
    if (kept.isPresent()) {
      return kept.get();
    }
    RunResult result;
    try {
      result = trial.run(run);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          run.series().settings() + ", " + run.kind().words() + ": " + e.getMessage(), e);
    }
    store.save(run, result);
    return result;
  }

  private void carryOut(List<Callable<Void>> tasks) throws IOException {
    ExecutorService executor = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<Void>> futures = new ArrayList<>();
      tasks.forEach(task -> futures.add(executor.submit(task)));
      for (Future<Void> future : futures) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      executor.shutdownNow();
    }
  }
}
