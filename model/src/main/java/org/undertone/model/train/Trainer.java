// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.undertone.model.export.Precision;
import org.undertone.model.export.TfliteWriter;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.Emotion;
import org.undertone.ser.infer.FeatureStatistics;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;

/**
 * Trains a network, of one or more members, by a recipe, and its teachers before it. Same clips, recipe and seed give the same weights, bit for bit,
 * whether or not the training was interrupted: each epoch's random numbers come from the seed and
 * the epoch alone, and a checkpoint holds the rest.
 */
public final class Trainer {
  /** From the seed to the first teacher's, and on to the next one's; further than members are. */
  private static final long TEACHER_SEEDS = 100_000;

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
    this(recipe, prepared.clips(), null, provenance, listener);
  }

  /**
   * Prepares a training, or a teacher's.
   *
   * @param statistics of a teacher, whose features are its pupil's; else null
   */
  private Trainer(
      Recipe recipe,
      List<TrainingClip> clips,
      FeatureStatistics statistics,
      String provenance,
      Listener listener) {
    this.recipe = recipe;
    this.clips = clips;
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
            statistics == null ? examples.statistics() : statistics,
            recipe.profilePriorFrames(),
            1,
            recipe.unsureThreshold(),
            provenance);
    examples.normaliseBy(spec.statistics());
  }

  /**
   * Trains the teachers, then every member, to the last epoch.
   *
   * @param checkpoint where the state is kept after every epoch and taken up again, or null to keep
   *     none; of further members and of teachers beside it, with their number
   * @throws IOException if a checkpoint cannot be written, or belongs to another training
   */
  public TrainedNetwork train(Path checkpoint) throws IOException {
    Engines.configure();
    List<Map<String, float[]>> members = new ArrayList<>();
    try (Teachers teachers = teachers(checkpoint)) {
      for (int i = 0; i < recipe.network().members(); i++) {
        Member member = new Member(i, recipe, clips, examples, teachers, spec);
        int before =
            recipe.allEpochs() - (recipe.network().members() - i) * recipe.training().epochs();
        members.add(
            member.train(
                memberState(checkpoint, i),
                fingerprint() + "\n" + i,
                counted(before, recipe.allEpochs())));
      }
    }
    return new TrainedNetwork(spec, recipe.network(), members);
  }

  private Teachers teachers(Path checkpoint) throws IOException {
    List<Teachers.Teacher> teachers = new ArrayList<>();
    int before = 0;
    for (int i = 0; i < recipe.distillation().teachers().size(); i++) {
      Recipe teacher = recipe.distillation().teachers().get(i);
      List<TrainingClip> heard =
          clips.stream().filter(clip -> teacher.uses(clip.corpus())).toList();
      // Where a corpus is left out for a test, its specialist has nothing to teach.
      if (heard.size() > 1) {
        Trainer trainer =
            new Trainer(
                teacher.withSeed(recipe.training().seed() + TEACHER_SEEDS * (i + 1)),
                heard,
                spec.statistics(),
                spec.provenance(),
                counted(before, recipe.allEpochs()));
        TrainedNetwork network = trainer.train(teacherState(checkpoint, i));
        byte[] file = TfliteWriter.write(network.toNetwork(), network.spec(), Precision.FLOAT32);
        teachers.add(
            new Teachers.Teacher(
                new TfliteClassifier(ModelFile.read(file)),
                heard.stream().map(TrainingClip::corpus).collect(Collectors.toSet())));
      }
      before += teacher.allEpochs();
    }
    return new Teachers(teachers);
  }

  /** Returns a listener that counts the epochs on from those before. */
  private Listener counted(int before, int all) {
    return epoch -> listener.onEpoch(epoch.counted(before, all));
  }

  /**
   * Deletes the checkpoints of a training that is done.
   *
   * @throws IOException if one is there and cannot be deleted
   */
  public static void forget(Recipe recipe, Path checkpoint) throws IOException {
    for (int i = 0; i < recipe.distillation().teachers().size(); i++) {
      forget(recipe.distillation().teachers().get(i), teacherState(checkpoint, i));
    }
    for (int member = 0; member < recipe.network().members(); member++) {
      Files.deleteIfExists(memberState(checkpoint, member));
    }
  }

  private static Path memberState(Path checkpoint, int member) {
    return member == 0 ? checkpoint : beside(checkpoint, "." + (member + 1));
  }

  private static Path teacherState(Path checkpoint, int teacher) {
    return beside(checkpoint, ".teacher-" + (teacher + 1));
  }

  private static Path beside(Path checkpoint, String suffix) {
    return checkpoint == null ? null : checkpoint.resolveSibling(checkpoint.getFileName() + suffix);
  }

  private String fingerprint() {
    StringBuilder text = new StringBuilder(recipe.hash());
    // A teacher's are its pupil's, so they depend on clips that it does not hear.
    text.append('\n').append(spec.statistics().hashCode());
    // A corrected label or another recording under the same name is another training.
    for (TrainingClip clip : clips) {
      text.append('\n').append(clip.id()).append('\t').append(clip.speaker());
      text.append('\t').append(clip.emotion().label()).append('\t').append(clip.checksum());
    }
    return text.toString();
  }
}
