// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.infer.ModelFile;

/**
 * Classifies files on several threads, each with a recogniser of its own, and hands over the outcomes
 * in the order of the files. Only a few files ahead of the one handed over are held.
 */
final class BatchClassifier implements Classifying {
  /** Outcomes that may wait, per thread, for one that takes long. */
  private static final int AHEAD = 4;

  private final List<EmotionRecognizer> recognizers = new ArrayList<>();
  private final BlockingQueue<EmotionRecognizer> idle;
  private final ExecutorService threads;

  /**
   * Prepares the recognisers.
   *
   * @throws IOException if the runtime does not take the model
   */
  BatchClassifier(ModelFile model, int threadCount) throws IOException {
    idle = new ArrayBlockingQueue<>(threadCount);
    try {
      for (int i = 0; i < threadCount; i++) {
        recognizers.add(EmotionRecognizer.of(new TfliteClassifier(model)));
      }
    } catch (IOException | RuntimeException e) {
      recognizers.forEach(EmotionRecognizer::close);
      throw e;
    }
    idle.addAll(recognizers);
    threads =
        Executors.newFixedThreadPool(
            threadCount,
            task -> {
              Thread thread = new Thread(task, "classify");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void run(List<Input> inputs, Predicate<Outcome> sink) throws InterruptedException {
    Queue<Future<Outcome>> running = new ArrayDeque<>();
    Iterator<Input> waiting = inputs.iterator();
    while (waiting.hasNext() || !running.isEmpty()) {
      while (waiting.hasNext() && running.size() < AHEAD * recognizers.size()) {
        Input input = waiting.next();
        running.add(threads.submit(() -> classify(input)));
      }
      if (!sink.test(get(running.remove()))) {
        return;
      }
    }
  }

  private static Outcome get(Future<Outcome> outcome) throws InterruptedException {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      // Not a problem of one file: classify() catches those.
      throw new IllegalStateException(e.getCause());
    }
  }

  private Outcome classify(Input input) throws InterruptedException {
    if (input.problem() != null) {
      return Outcome.failure(input, input.problem());
    }
    EmotionRecognizer recognizer = idle.take();
    try (AudioSource source = input.audio().open()) {
      return Outcome.of(input, recognizer.classify(source));
    } catch (IOException | RuntimeException e) {
      // Whatever is wrong with this file, the others have their turn.
      return Outcome.failure(input, e);
    } finally {
      idle.add(recognizer);
    }
  }

  /** Waits for the files that are being read, and closes the recognisers. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      // A recogniser must not be closed while it works.
      for (int i = 0; i < recognizers.size(); i++) {
        idle.take().close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
