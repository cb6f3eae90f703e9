// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;

/**
 * Passes over the clips, a step of the optimiser for each batch. Each pass' random numbers come from
 * the seed and the epoch alone. For one thread at a time.
 */
final class TrainingLoop {
  /** Added to the logits of labels that a clip says nothing of. */
  private static final double FAR_BELOW = 30;

  /** The network while it is trained. */
  @FunctionalInterface
  interface Forward {
    /**
     * Returns the logits {@code [clip][label]}.
     *
     * @param input {@code [clip][coefficient][frame]}
     * @param scope what is computed belongs to it
     */
    NDArray logits(NDArray input, NDManager scope);
  }

  /** How a pass went: loss, accuracy and rate as in {@link Epoch}. */
  record Pass(double loss, double accuracy, double learningRate, double seconds) {
    Epoch asEpoch(int number, int of) {
      return new Epoch(number, of, loss, accuracy, learningRate, seconds);
    }
  }

  private final Recipe recipe;
  private final Batches batches;
  private final AdamW optimizer;
  private final NDManager manager;
  private final long seed;
  private final Forward network;

  TrainingLoop(
      Recipe recipe,
      Batches batches,
      AdamW optimizer,
      NDManager manager,
      long seed,
      Forward network) {
    this.recipe = recipe;
    this.batches = batches;
    this.optimizer = optimizer;
    this.manager = manager;
    this.seed = seed;
    this.network = network;
  }

  /** Runs an epoch, from 1. */
  Pass pass(int epoch) {
    long start = System.nanoTime();
    Engine.getInstance().setRandomSeed((int) (seed * 1_000_003 + epoch));
    double lossSum = 0;
    long correct = 0;
    int seen = 0;
    int count = batches.start(epoch);
    for (int i = 0; i < count; i++) {
      Batch batch = batches.next();
      try (NDManager scope = manager.newSubManager();
          GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray input =
            scope
                .create(
                    batch.features(),
                    new Shape(batch.size(), recipe.windowFrames(), recipe.mfcc().nMfcc()))
                .transpose(0, 2, 1);
        NDArray targets = scope.create(batch.targets(), batch.targetShape());
        NDArray masks = scope.create(batch.masks(), batch.targetShape());
        NDArray logits = network.logits(input, scope).add(masks.sub(1).mul(FAR_BELOW));
        NDArray loss = logits.logSoftmax(1).mul(targets).sum().neg().div(batch.size());
        collector.backward(loss);
        lossSum += loss.getFloat() * batch.size();
        correct +=
            logits.argMax(1).eq(targets.argMax(1)).toType(DataType.INT64, false).sum().getLong();
        optimizer.step(learningRate(epoch - 1 + (double) i / count));
      }
      seen += batch.size();
    }
    return new Pass(
        lossSum / seen,
        (double) correct / seen,
        learningRate(epoch),
        (System.nanoTime() - start) / 1e9);
  }

  private double learningRate(double epoch) {
    Recipe.Training training = recipe.training();
    // A quick trial may end before or with its warm-up.
    if (epoch < training.warmupEpochs() || training.epochs() <= training.warmupEpochs()) {
      return training.learningRate() * (epoch + 0.05) / (training.warmupEpochs() + 0.05);
    }
    double progress =
        (epoch - training.warmupEpochs()) / (training.epochs() - training.warmupEpochs());
    return training.learningRate() * 0.5 * (1 + Math.cos(Math.PI * progress));
  }
}
