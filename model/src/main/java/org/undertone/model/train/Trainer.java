// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.XavierInitializer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.undertone.ser.Emotion;
import org.undertone.ser.infer.ModelSpec;

/**
 * Trains a network by a recipe. Same clips, recipe and seed give the same weights, bit for bit,
 * whether or not the training was interrupted: each epoch's random numbers come from the seed and
 * the epoch alone, and a checkpoint holds the rest.
 */
public final class Trainer {
  /** Hears how the training goes. */
  @FunctionalInterface
  public interface Listener {
    /** An epoch is done, and its state kept. */
    void onEpoch(Epoch epoch);
  }

  private final Recipe recipe;
  private final Examples examples;
  private final List<TrainingClip> clips;
  private final ModelSpec spec;
  private final Listener listener;

  /**
   * Prepares a training.
   *
   * @param prepared the clips to train on, of features as the recipe has them
   * @param provenance what the model will say of where it comes from, a JSON object as text
   * @throws IllegalArgumentException if there are fewer than two clips, or none has any speech
   */
  public Trainer(Recipe recipe, PreparedClips prepared, String provenance, Listener listener) {
    this.recipe = recipe;
    this.clips = prepared.clips();
    this.listener = listener;
    if (clips.size() < 2) {
      throw new IllegalArgumentException(
          "training needs two clips or more, there are " + clips.size());
    }
    examples = new Examples(recipe, clips);
    spec =
        new ModelSpec(
            recipe.name(),
            List.of(Emotion.values()),
            recipe.mfcc(),
            recipe.windowFrames(),
            recipe.hopFrames(),
            recipe.floorDb(),
            recipe.minSpeechSeconds(),
            examples.statistics(),
            recipe.profilePriorFrames(),
            1,
            recipe.unsureThreshold(),
            provenance);
    examples.normaliseBy(spec);
  }

  /**
   * Trains to the last epoch.
   *
   * @param checkpoint where the state is kept after every epoch and taken up again, or null to keep
   *     none
   * @throws IOException if the checkpoint cannot be written, or belongs to another training
   */
  public TrainedNetwork train(Path checkpoint) throws IOException {
    Engines.configure();
    try (NDManager manager = NDManager.newBaseManager();
        Model model = Model.newInstance(recipe.name())) {
      Engine.getInstance().setRandomSeed((int) recipe.training().seed());
      SequentialBlock network = NetworkBlocks.create(recipe.network(), spec.labels().size());
      network.setInitializer(
          new XavierInitializer(
              XavierInitializer.RandomType.GAUSSIAN, XavierInitializer.FactorType.IN, 2),
          Parameter.Type.WEIGHT);
      model.setBlock(network);
      network.initialize(
          manager,
          DataType.FLOAT32,
          NetworkBlocks.inputShape(recipe, recipe.training().batchSize()));
      List<NDArray> trained = new ArrayList<>();
      network
          .getParameters()
          .forEach(
              pair -> {
                if (NetworkBlocks.isTrained(pair.getKey())) {
                  pair.getValue().getArray().setRequiresGradient(true);
                  trained.add(pair.getValue().getArray());
                }
              });
      AdamW optimizer =
          new AdamW(
              trained, recipe.training().weightDecay(), recipe.training().averaging(), manager);
      Checkpoint state = new Checkpoint(checkpoint, fingerprint(), network, optimizer);
      try (Batches batches = new Batches(recipe, clips, examples)) {
        for (int epoch = state.load() + 1; epoch <= recipe.training().epochs(); epoch++) {
          Epoch done = epoch(manager, network, optimizer, batches, epoch);
          state.save(epoch);
          listener.onEpoch(done);
        }
      }
      optimizer.useAverages();
      return TrainedNetwork.of(spec, recipe.network(), network);
    }
  }

  private String fingerprint() {
    StringBuilder text = new StringBuilder(recipe.hash());
    // A corrected label or another recording under the same name is another training.
    for (TrainingClip clip : clips) {
      text.append('\n').append(clip.id()).append('\t').append(clip.speaker());
      text.append('\t').append(clip.emotion().label()).append('\t').append(clip.checksum());
    }
    return text.toString();
  }

  private Epoch epoch(
      NDManager manager, SequentialBlock network, AdamW optimizer, Batches batches, int epoch) {
    long start = System.nanoTime();
    Engine.getInstance().setRandomSeed((int) (recipe.training().seed() * 1_000_003 + epoch));
    double lossSum = 0;
    long correct = 0;
    int seen = 0;
    int count = batches.start(epoch);
    for (int i = 0; i < count; i++) {
      Batches.Batch batch = batches.next();
      try (NDManager scope = manager.newSubManager();
          GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray input =
            scope
                .create(
                    batch.features(),
                    new ai.djl.ndarray.types.Shape(
                        batch.size(), recipe.windowFrames(), recipe.mfcc().nMfcc()))
                .transpose(0, 2, 1);
        NDArray targets = scope.create(batch.targets(), batch.targetShape());
        ParameterStore parameters = new ParameterStore(scope, false);
        NDArray logits = network.forward(parameters, new NDList(input), true).singletonOrThrow();
        NDArray loss = logits.logSoftmax(1).mul(targets).sum().neg().div(batch.size());
        collector.backward(loss);
        lossSum += loss.getFloat() * batch.size();
        correct +=
            logits.argMax(1).eq(targets.argMax(1)).toType(DataType.INT64, false).sum().getLong();
        optimizer.step(learningRate(epoch - 1 + (double) i / count));
      }
      seen += batch.size();
    }
    return new Epoch(
        epoch,
        recipe.training().epochs(),
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
