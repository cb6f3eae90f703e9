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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.undertone.ser.Emotion;
import org.undertone.ser.infer.ModelSpec;

/**
 * Trains a network, of one or more members, by a recipe. Same clips, recipe and seed give the same weights, bit for bit,
 * whether or not the training was interrupted: each epoch's random numbers come from the seed and
 * the epoch alone, and a checkpoint holds the rest.
 */
public final class Trainer {
  /** From one member's seed to the next one's; further than the seeds that people choose. */
  private static final long MEMBER_SEEDS = 1_000;

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
    examples.normaliseBy(spec.statistics());
  }

  /**
   * Trains every member to its last epoch.
   *
   * @param checkpoint where the state is kept after every epoch and taken up again, or null to keep
   *     none; of further members beside it, with their number
   * @throws IOException if a checkpoint cannot be written, or belongs to another training
   */
  public TrainedNetwork train(Path checkpoint) throws IOException {
    Engines.configure();
    List<Map<String, float[]>> members = new ArrayList<>();
    for (int member = 0; member < recipe.network().members(); member++) {
      members.add(new Member(member).train(checkpointOf(checkpoint, member)));
    }
    return new TrainedNetwork(spec, recipe.network(), members);
  }

  /**
   * Deletes the checkpoints of a training that is done.
   *
   * @throws IOException if one is there and cannot be deleted
   */
  public static void forget(Recipe recipe, Path checkpoint) throws IOException {
    for (int member = 0; member < recipe.network().members(); member++) {
      Files.deleteIfExists(checkpointOf(checkpoint, member));
    }
  }

  private static Path checkpointOf(Path checkpoint, int member) {
    return checkpoint == null || member == 0
        ? checkpoint
        : checkpoint.resolveSibling(checkpoint.getFileName() + "." + (member + 1));
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

  /** One net of the committee, with random numbers of its own. */
  private final class Member {
    private final int index;
    private final long seed;

    Member(int index) {
      this.index = index;
      seed = recipe.training().seed() + MEMBER_SEEDS * index;
    }

    Map<String, float[]> train(Path checkpoint) throws IOException {
      try (NDManager manager = NDManager.newBaseManager();
          Model model = Model.newInstance(recipe.name())) {
        Engine.getInstance().setRandomSeed((int) seed);
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
        AdamW optimizer =
            new AdamW(
                trained(network),
                recipe.training().weightDecay(),
                recipe.training().averaging(),
                manager);
        Checkpoint state =
            new Checkpoint(checkpoint, fingerprint() + "\n" + index, network, optimizer);
        LabelMask labels = LabelMask.forNewNetwork(clips);
        try (Batches batches = new Batches(recipe, clips, examples, labels, seed)) {
          TrainingLoop loop =
              new TrainingLoop(recipe, batches, optimizer, manager, seed, forward(network));
          for (int epoch = state.load() + 1; epoch <= recipe.training().epochs(); epoch++) {
            Epoch done = epoch(loop.pass(epoch), epoch);
            state.save(epoch);
            listener.onEpoch(done);
          }
        }
        optimizer.useAverages();
        return TrainedNetwork.parameters(network);
      }
    }

    private TrainingLoop.Forward forward(SequentialBlock network) {
      return (input, scope) ->
          network
              .forward(new ParameterStore(scope, false), new NDList(input), true)
              .singletonOrThrow();
    }

    private List<NDArray> trained(SequentialBlock network) {
      List<NDArray> trained = new ArrayList<>();
      for (var pair : network.getParameters()) {
        if (NetworkBlocks.isTrained(pair.getKey())) {
          pair.getValue().getArray().setRequiresGradient(true);
          trained.add(pair.getValue().getArray());
        }
      }
      return trained;
    }

    private Epoch epoch(TrainingLoop.Pass pass, int epoch) {
      int epochs = recipe.training().epochs();
      return new Epoch(
          index * epochs + epoch,
          recipe.network().members() * epochs,
          pass.loss(),
          pass.accuracy(),
          pass.learningRate(),
          pass.seconds());
    }
  }
}
