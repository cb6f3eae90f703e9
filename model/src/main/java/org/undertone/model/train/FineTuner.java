// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.undertone.model.export.Network;
import org.undertone.model.export.NetworkReader;
import org.undertone.model.export.Precision;
import org.undertone.model.export.TfliteWriter;
import org.undertone.ser.Emotion;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;

/**
 * Trains the network of a model file further. Features, window and statistics stay the model's own.
 * Same model, clips, recipe and seed give the same weights. A committee is trained as the one network
 * that it is in its file.
 */
public final class FineTuner {
  /** A difference in a probability that no rounding of weights explains. */
  private static final double FAR_OFF = 0.05;

  private static final double DROPOUT = 0.3;

  private final ModelSpec spec;
  private final Network network;

  /**
   * Reads the network.
   *
   * @throws IOException if it cannot be read back, or does not answer in the eight emotions
   */
  public FineTuner(ModelFile model) throws IOException {
    spec = model.spec();
    network = NetworkReader.read(model);
    if (!spec.labels().equals(List.of(Emotion.values()))) {
      throw new IOException(
          "the model knows " + spec.labels() + ": only one of all eight emotions can be trained");
    }
  }

  /**
   * Returns the loop and the augmentation of fine-tuning, with the features of the model. They are the
   * recipe's of the built-in model but for batches, which are half as large, for there are few clips.
   *
   * @param clipsPerEpoch as in {@link Recipe.Training}
   * @throws IllegalArgumentException if the epochs or the rate make no sense; the message says which
   */
  public Recipe recipe(
      int epochs, double learningRate, Map<String, Integer> clipsPerEpoch, long seed) {
    Recipe.Training training =
        new Recipe.Training(
            epochs, 16, learningRate, 0.5, 0.02, 0.1, 0.99, 0.5, 0.2, clipsPerEpoch, seed);
    RecipeChecks.check(training);
    Recipe.Augmentation augmentation =
        new Recipe.Augmentation(
            0.8,
            List.of(0.9, 1.0, 1.1),
            Math.min(7, spec.floorDb() / 5),
            3,
            0.1,
            0.1,
            0.4,
            5,
            30,
            Math.min(25, spec.windowFrames() / 8),
            Math.min(5, spec.mfcc().nMfcc() / 8));
    return new Recipe(
        "fine-tuning",
        spec.mfcc(),
        spec.windowFrames(),
        spec.hopFrames(),
        spec.floorDb(),
        spec.minSpeechSeconds(),
        spec.profilePriorFrames(),
        spec.unsureThreshold(),
        new Recipe.NetworkShape(1, 1, 1, List.of(), List.of(), List.of(), 0, 0, DROPOUT),
        training,
        augmentation,
        List.of());
  }

  /**
   * Trains a copy of the network to the last epoch and returns it as a file.
   *
   * @param recipe as made by {@link #recipe}
   * @param written what the file will say of itself, of the same features
   * @throws IOException if the training diverges, or the file differs from the network
   */
  public byte[] train(
      Recipe recipe,
      PreparedClips prepared,
      ModelSpec written,
      Precision precision,
      Trainer.Listener listener)
      throws IOException {
    Examples examples = new Examples(recipe, prepared.clips());
    examples.normaliseBy(spec.statistics());
    try (TunableNetwork tunable = new TunableNetwork(network, recipe.network().dropout())) {
      run(recipe, prepared.clips(), examples, tunable, listener);
      byte[] file = TfliteWriter.write(finite(tunable), written, precision);
      ExportCheck check = ExportCheck.run(tunable::probabilities, file, precision, prepared);
      // Own clips may be far from what the parent heard, where rounded weights tell more than the
      // bound of a whole training. Within this one another class is a tie; a wrong file is far off.
      if (check.largestDifference() > FAR_OFF) {
        throw new IOException("the file is not the network: " + check);
      }
      return file;
    }
  }

  private static void run(
      Recipe recipe,
      List<TrainingClip> clips,
      Examples examples,
      TunableNetwork tunable,
      Trainer.Listener listener) {
    Recipe.Training training = recipe.training();
    tunable.weights().forEach(weight -> weight.setRequiresGradient(true));
    AdamW optimizer =
        new AdamW(
            tunable.weights(), training.weightDecay(), training.averaging(), tunable.manager());
    LabelMask labels = LabelMask.forTrainedNetwork(clips);
    try (Batches batches = new Batches(recipe, clips, examples, labels, training.seed())) {
      TrainingLoop loop =
          new TrainingLoop(
              recipe,
              batches,
              optimizer,
              tunable.manager(),
              training.seed(),
              (input, scope) -> tunable.logits(input, true));
      for (int epoch = 1; epoch <= training.epochs(); epoch++) {
        listener.onEpoch(loop.pass(epoch).asEpoch(epoch, training.epochs()));
      }
    }
    optimizer.useAverages();
  }

  private static Network finite(TunableNetwork tunable) throws IOException {
    try {
      return tunable.toNetwork();
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "the training diverged, take a smaller learning rate: " + e.getMessage(), e);
    }
  }
}
