// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.undertone.ser.Emotion;
import org.undertone.ser.infer.FeatureStatistics;
import org.undertone.ser.infer.ModelSpec;

/**
 * Trains a network, of one or more nets, by a recipe. Same clips, recipe and seed give the same weights on
 * one kind of processor, bit for bit, whether or not the training was interrupted: each epoch's random
 * numbers come from the seed and the epoch alone, and a checkpoint holds the rest.
 */
public final class Trainer {
  /** Of the checkpoints: changes when the same recipe would make other weights. */
  private static final int VERSION = 1;

  /** From the seed to the first expert's, and on to the next one's; further than members are. */
  private static final long EXPERT_SEEDS = 100_000;

  /** Hears how the training goes. */
  @FunctionalInterface
  public interface Listener {
    /** An epoch is done, and its state kept. */
    void onEpoch(Epoch epoch);
  }

  private final Recipe recipe;
  private final Examples examples;
  private final List<TrainingClip> clips;
  private final List<String> corpora;
  private final Set<Emotion> known;
  private final ModelSpec spec;
  private final Listener listener;

  /**
   * Prepares a training.
   *
   * @param prepared the clips to train on, of features as the recipe has them; those of corpora that it
   *     leaves out are not used
   * @param provenance what the model will say of where it comes from, a JSON object as text
   * @throws IllegalArgumentException if the clips have other features or speeds, there are fewer than
   *     two for an epoch, or none has any speech
   */
  public Trainer(Recipe recipe, PreparedClips prepared, String provenance, Listener listener) {
    this(recipe, fitting(recipe, prepared), null, null, provenance, listener);
  }

  private static List<TrainingClip> fitting(Recipe recipe, PreparedClips prepared) {
    if (!prepared.suits(recipe)) {
      throw new IllegalArgumentException("the clips were prepared with other features or speeds");
    }
    return Batches.used(recipe, prepared.clips());
  }

  /**
   * Prepares a training, or an expert's.
   *
   * @param statistics of an expert, whose features are those of the whole network; else null
   * @param known of an expert, the labels that the whole network learns; else null
   */
  private Trainer(
      Recipe recipe,
      List<TrainingClip> clips,
      FeatureStatistics statistics,
      Set<Emotion> known,
      String provenance,
      Listener listener) {
    this.recipe = recipe;
    this.clips = clips;
    this.listener = listener;
    this.known = known == null ? LabelMask.labelsOf(clips) : known;
    corpora = clips.stream().map(TrainingClip::corpus).toList();
    int drawn = recipe.training().drawn(corpora);
    if (drawn < Recipe.Training.LEAST_CLIPS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "training needs %d clips or more in an epoch, there are %d",
              Recipe.Training.LEAST_CLIPS,
              drawn));
    }
    examples = new Examples(recipe, clips);
    spec =
        RecipeSpec.of(recipe, statistics == null ? examples.statistics() : statistics, provenance);
    examples.normaliseBy(spec.statistics());
  }

  /**
   * Trains every member and every expert to the last epoch.
   *
   * @param checkpoint where the state is kept after every epoch and taken up again, or null to keep
   *     none; of further members and of experts beside it, with their number
   * @throws IOException if a checkpoint cannot be written, or belongs to another training
   */
  public TrainedNetwork train(Path checkpoint) throws IOException {
    Engines.configure();
    int members = recipe.network().members();
    LabelMask labels = LabelMask.forNewNetwork(clips, known);
    double expertWeights = 0;
    for (Recipe.Expert expert : recipe.experts()) {
      expertWeights += expert.isHeard(corpora) ? expert.weight() : 0;
    }
    String fingerprint = fingerprint();
    List<TrainedNetwork.Net> nets = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      Map<String, float[]> parameters =
          new Member(i, recipe, clips, examples, labels, spec)
              .train(
                  memberState(checkpoint, i),
                  fingerprint + "\n" + i,
                  counted(i * recipe.training().epochs()));
      nets.add(new TrainedNetwork.Net(recipe.network(), parameters, (1 - expertWeights) / members));
    }
    int before = members * recipe.training().epochs();
    for (int i = 0; i < recipe.experts().size(); i++) {
      Recipe.Expert expert = recipe.experts().get(i);
      if (expert.isHeard(corpora)) {
        Recipe seeded = expert.recipe().withSeed(recipe.training().seed() + EXPERT_SEEDS * (i + 1));
        TrainedNetwork trained =
            new Trainer(
                    seeded,
                    Batches.used(seeded, clips),
                    spec.statistics(),
                    known,
                    spec.provenance(),
                    counted(before))
                .train(expertState(checkpoint, i));
        trained.nets().forEach(net -> nets.add(net.weighted(expert.weight())));
      }
      before += expert.recipe().allEpochs();
    }
    return new TrainedNetwork(spec, nets);
  }

  /** Returns a listener that counts the epochs on from those before. */
  private Listener counted(int before) {
    return epoch -> listener.onEpoch(epoch.counted(before, recipe.allEpochs()));
  }

  /**
   * Deletes the checkpoints of a training that is done.
   *
   * @throws IOException if one is there and cannot be deleted
   */
  public static void forget(Recipe recipe, Path checkpoint) throws IOException {
    for (int i = 0; i < recipe.experts().size(); i++) {
      forget(recipe.experts().get(i).recipe(), expertState(checkpoint, i));
    }
    for (int member = 0; member < recipe.network().members(); member++) {
      Files.deleteIfExists(memberState(checkpoint, member));
    }
  }

  private static Path memberState(Path checkpoint, int member) {
    return member == 0 ? checkpoint : beside(checkpoint, "." + (member + 1));
  }

  private static Path expertState(Path checkpoint, int expert) {
    return beside(checkpoint, ".expert-" + (expert + 1));
  }

  private static Path beside(Path checkpoint, String suffix) {
    return checkpoint == null ? null : checkpoint.resolveSibling(checkpoint.getFileName() + suffix);
  }

  private String fingerprint() {
    // Experts change nothing of the own nets, so these need not be trained again for others.
    StringBuilder text = new StringBuilder();
    text.append(VERSION).append(' ').append(recipe.withoutExperts().hash());
    // The statistics of an expert are the whole network's: they depend on clips that it does not
    // hear.
    // So do the labels.
    text.append('\n').append(spec.statistics().hashCode()).append(known);
    // A corrected label or another recording under the same name is another training.
    for (TrainingClip clip : clips) {
      text.append('\n').append(clip.id()).append('\t').append(clip.speaker());
      text.append('\t').append(clip.emotion().label()).append('\t').append(clip.checksum());
    }
    return text.toString();
  }
}
