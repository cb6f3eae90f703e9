// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.undertone.ser.Emotion;

/** The batches of an epoch, in an order drawn from the seed; the next is made while one is used. */
final class Batches implements AutoCloseable {
  /** One batch: features {@code [clip][frame][coefficient]}, targets {@code [clip][label]}. */
  static final class Batch {
    private final float[] features;
    private final float[] targets;
    private final int size;

    Batch(float[] features, float[] targets, int size) {
      this.features = features;
      this.targets = targets;
      this.size = size;
    }

    float[] features() {
      return features;
    }

    float[] targets() {
      return targets;
    }

    int size() {
      return size;
    }

    Shape targetShape() {
      return new Shape(size, Emotion.COUNT);
    }
  }

  private final Recipe recipe;
  private final List<TrainingClip> clips;
  private final Examples examples;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "examples");
            thread.setDaemon(true);
            return thread;
          });
  private final List<Integer> order = new ArrayList<>();
  private int epoch;
  private int position;
  private Future<Batch> upcoming;

  Batches(Recipe recipe, List<TrainingClip> clips, Examples examples) {
    this.recipe = recipe;
    this.clips = clips;
    this.examples = examples;
  }

  /** Starts an epoch and returns its number of batches. A last batch of one clip is left out. */
  int start(int newEpoch) {
    epoch = newEpoch;
    order.clear();
    for (int i = 0; i < clips.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(recipe.training().seed() * 7_919 + epoch));
    position = 0;
    prefetch();
    int size = recipe.training().batchSize();
    return clips.size() / size + (clips.size() % size > 1 ? 1 : 0);
  }

  /** Returns the next batch. */
  Batch next() {
    try {
      Batch batch = upcoming.get();
      prefetch();
      return batch;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("training was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an example could not be made", e.getCause());
    }
  }

  private void prefetch() {
    int from = position;
    int to = Math.min(order.size(), from + recipe.training().batchSize());
    position = to;
    if (from < to) {
      List<Integer> members = List.copyOf(order.subList(from, to));
      upcoming = worker.submit(() -> make(members));
    }
  }

  private Batch make(List<Integer> members) {
    int size = examples.size();
    float[] features = new float[members.size() * size];
    float[] targets = new float[members.size() * Emotion.COUNT];
    float[] one = new float[size];
    float rest = (float) (recipe.training().labelSmoothing() / Emotion.COUNT);
    for (int i = 0; i < members.size(); i++) {
      examples.make(members.get(i), epoch, one);
      System.arraycopy(one, 0, features, i * size, size);
      int label = clips.get(members.get(i)).emotion().index();
      for (int k = 0; k < Emotion.COUNT; k++) {
        targets[i * Emotion.COUNT + k] =
            rest + (k == label ? (float) (1 - recipe.training().labelSmoothing()) : 0);
      }
    }
    return new Batch(features, targets, members.size());
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
