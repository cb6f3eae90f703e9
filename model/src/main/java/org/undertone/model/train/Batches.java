// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The batches of an epoch, in an order drawn from the seed; the next is made while one is used. */
final class Batches implements AutoCloseable {
  private final Recipe recipe;
  private final List<TrainingClip> clips;
  private final Examples examples;
  private final LabelMask labels;
  private final Map<String, List<Integer>> clipsOfCorpus = new LinkedHashMap<>();
  private final long seed;
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

  /**
   * Prepares the batches of one member.
   *
   * @param labels what the clips can teach
   * @param seed of the member
   */
  Batches(Recipe recipe, List<TrainingClip> clips, Examples examples, LabelMask labels, long seed) {
    this.recipe = recipe;
    this.clips = clips;
    this.examples = examples;
    this.seed = seed;
    this.labels = labels;
    for (int i = 0; i < clips.size(); i++) {
      clipsOfCorpus.computeIfAbsent(clips.get(i).corpus(), name -> new ArrayList<>()).add(i);
    }
  }

  /** Returns the clips of the corpora that a recipe does not leave out. */
  static List<TrainingClip> used(Recipe recipe, List<TrainingClip> clips) {
    return clips.stream().filter(clip -> recipe.training().mostOf(clip.corpus()) > 0).toList();
  }

  /** Starts an epoch and returns its number of batches. A last batch of one clip is left out. */
  int start(int newEpoch) {
    epoch = newEpoch;
    order.clear();
    Random random = new Random(seed * 7_919 + epoch);
    for (Map.Entry<String, List<Integer>> corpus : clipsOfCorpus.entrySet()) {
      List<Integer> drawn = new ArrayList<>(corpus.getValue());
      Collections.shuffle(drawn, random);
      int most = recipe.training().mostOf(corpus.getKey());
      order.addAll(drawn.subList(0, Math.min(most, drawn.size())));
    }
    Collections.shuffle(order, random);
    position = 0;
    prefetch();
    int size = recipe.training().batchSize();
    return order.size() / size + (order.size() % size > 1 ? 1 : 0);
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
      List<Integer> chosen = List.copyOf(order.subList(from, to));
      upcoming = worker.submit(() -> make(chosen, from));
    }
  }

  private Batch make(List<Integer> chosen, int from) {
    Recipe.Training training = recipe.training();
    Batch batch = new Batch(chosen.size(), examples.size());
    float[] example = new float[examples.size()];
    for (int i = 0; i < chosen.size(); i++) {
      examples.make(chosen.get(i), epoch, seed, example);
      batch.set(i, example, clips.get(chosen.get(i)), labels, training.labelSmoothing());
    }
    Random random = new Random((seed * 104_729 + epoch) * 1_299_709 + from);
    if (random.nextDouble() < training.mixupProbability()) {
      double share = BetaDistribution.symmetric(training.mixupAlpha(), random);
      // The larger share is the clip's own, so that a clip counts most where it stands.
      batch.mix((float) Math.max(share, 1 - share), random);
    }
    return batch;
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
