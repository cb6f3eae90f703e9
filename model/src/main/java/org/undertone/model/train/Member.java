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
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.XavierInitializer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.undertone.ser.infer.ModelSpec;

/** Trains one net of a committee, with random numbers of its own. For one thread at a time. */
final class Member {
  /** From one member's seed to the next one's; further than the seeds that people choose. */
  private static final long MEMBER_SEEDS = 1_000;

  private final Recipe recipe;
  private final List<TrainingClip> clips;
  private final Examples examples;
  private final LabelMask labels;
  private final ModelSpec spec;
  private final long seed;

  Member(
      int index,
      Recipe recipe,
      List<TrainingClip> clips,
      Examples examples,
      LabelMask labels,
      ModelSpec spec) {
    this.recipe = recipe;
    this.clips = clips;
    this.examples = examples;
    this.labels = labels;
    this.spec = spec;
    seed = recipe.training().seed() + MEMBER_SEEDS * index;
  }

  /**
   * Trains it to its last epoch and returns its parameters by name.
   *
   * @param checkpoint where its state is kept, or null
   * @param fingerprint of all that the state depends on
   * @param listener hears of its epochs, counted from 1
   * @throws IOException if the checkpoint cannot be written, or belongs to another training
   */
  Map<String, float[]> train(Path checkpoint, String fingerprint, Trainer.Listener listener)
      throws IOException {
    try (NDManager manager = NDManager.newBaseManager();
        Model model = Model.newInstance(recipe.name())) {
      Engine.getInstance().setRandomSeed((int) seed);
      SequentialBlock network = NetworkBlocks.create(recipe.network(), spec.labels().size());
      // Smaller than He's: under batch normalisation small weights turn faster (docs/model.md).
      network.setInitializer(
          new XavierInitializer(
              XavierInitializer.RandomType.UNIFORM, XavierInitializer.FactorType.IN, 1),
          Parameter.Type.WEIGHT);
      model.setBlock(network);
      network.initialize(
          manager,
          DataType.FLOAT32,
          NetworkBlocks.inputShape(recipe, recipe.training().batchSize()));
      AdamW optimizer =
          new AdamW(
              trained(network),
              recipe.training().weightDecay(),
              recipe.training().averaging(),
              manager);
      Checkpoint state = new Checkpoint(checkpoint, fingerprint, network, optimizer);
      try (Batches batches = new Batches(recipe, clips, examples, labels, seed)) {
        TrainingLoop loop =
            new TrainingLoop(recipe, batches, optimizer, manager, seed, forward(network));
        for (int epoch = state.load() + 1; epoch <= recipe.training().epochs(); epoch++) {
          Epoch done = loop.pass(epoch).asEpoch(epoch, recipe.training().epochs());
          state.save(epoch);
          listener.onEpoch(done);
        }
      }
      optimizer.useAverages();
      return TrainedNetwork.parameters(network);
    }
  }

  private static TrainingLoop.Forward forward(SequentialBlock network) {
    return (input, scope) ->
        network
            .forward(new ParameterStore(scope, false), new NDList(input), true)
            .singletonOrThrow();
  }

  private static List<NDArray> trained(SequentialBlock network) {
    List<NDArray> trained = new ArrayList<>();
    for (var pair : network.getParameters()) {
      if (NetworkBlocks.isTrained(pair.getKey())) {
        pair.getValue().getArray().setRequiresGradient(true);
        trained.add(pair.getValue().getArray());
      }
    }
    return trained;
  }
}
