// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.undertone.model.Digests;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Progress;
import org.undertone.model.export.Precision;
import org.undertone.model.export.TfliteWriter;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.model.train.ExportCheck;
import org.undertone.model.train.PreparedClips;
import org.undertone.model.train.Recipe;
import org.undertone.model.train.TrainedNetwork;
import org.undertone.model.train.Trainer;
import org.undertone.ser.infer.ModelFile;

/**
 * Trains and tests once for each fold of a plan. The number of epochs is fixed by the recipe, so a
 * test fold chooses nothing. Each fold's network is exported, and tested as a file through the whole
 * pipeline: what is measured is what would run on a phone. An interrupted run goes on where it was.
 */
public final class CrossValidation {
  /** Of the results kept on disk: changes when they mean something else. */
  private static final int VERSION = 6;

  /** Hears how a run goes. */
  public interface Listener {
    /**
     * A fold begins that has not been tested before; returns who hears its epochs.
     *
     * @param name of the fold
     * @param index from 1 to {@code count}
     */
    Trainer.Listener onFold(String name, int index, int count) throws IOException;

    /** Clips of the fold are being tested. */
    void onTested(int done, int total);
  }

  private final Recipe recipe;
  private final EvaluationClips clips;
  private final FoldPlan plan;
  private final ProfileSizes sizes;
  private final boolean shuffledLabels;
  private final Path folder;

  /**
   * Prepares a run.
   *
   * @param clips verified clips
   * @param sizes voice profiles to test with
   * @param shuffledLabels whether the labels of the training clips are dealt out anew, as a control
   * @param folder where the checkpoints, models and results of the folds are kept
   */
  public CrossValidation(
      Recipe recipe,
      EvaluationClips clips,
      FoldPlan plan,
      ProfileSizes sizes,
      boolean shuffledLabels,
      Path folder) {
    this.recipe = recipe;
    this.clips = clips;
    this.plan = plan;
    this.sizes = sizes;
    this.shuffledLabels = shuffledLabels;
    this.folder = folder;
  }

  /**
   * Runs all folds. The audit is written, and checked, before the first training.
   *
   * @param prepared all clips of the evaluation
   * @throws IOException if the audit finds anything on both sides of a fold that must not be, a clip
   *     cannot be read, or a file not be written
   */
  public Outcome run(PreparedClips prepared, Listener listener) throws IOException {
    return Outcome.of(run(prepared, Part.WHOLE, listener), plan, sizes);
  }

  /**
   * Runs a part of the folds, whose results are kept for {@link #run(PreparedClips, Listener)}.
   *
   * @throws IOException as there
   */
  public void runPart(PreparedClips prepared, Part part, Listener listener) throws IOException {
    run(prepared, part, listener);
  }

  private List<FoldResult> run(PreparedClips prepared, Part part, Listener listener)
      throws IOException {
    Files.createDirectories(folder);
    List<PreparedClips> trainings = new ArrayList<>();
    Audit audit = new Audit(plan, clips);
    for (Fold fold : plan.folds()) {
      PreparedClips training = prepared.ofClips(Fold.ids(fold.trained()));
      if (shuffledLabels) {
        training = training.withShuffledLabels(recipe.training().seed());
      }
      trainings.add(training);
      audit.add(fold.name(), training, fold.tested());
    }
    AuditFiles.write(folder, audit);
    if (!audit.violations().isEmpty()) {
      throw new IOException("the folds are not kept apart: " + audit.violations().get(0));
    }
    List<FoldResult> results = new ArrayList<>();
    for (int i = 0; i < trainings.size(); i++) {
      if (!part.has(i)) {
        continue;
      }
      Fold fold = plan.folds().get(i);
      FoldStore store =
          new FoldStore(
              folder.resolve(fold.name() + ".results.json"), fingerprint(fold, trainings.get(i)));
      Optional<FoldResult> kept = store.load();
      if (kept.isPresent()) {
        results.add(kept.get());
        continue;
      }
      Trainer.Listener epochs = listener.onFold(fold.name(), i + 1, trainings.size());
      FoldResult result =
          run(fold, trainings.get(i), prepared.ofClips(Fold.ids(fold.tested())), epochs, listener);
      store.save(result);
      results.add(result);
    }
    return results;
  }

  private String fingerprint(Fold fold, PreparedClips training) {
    StringBuilder text = new StringBuilder();
    text.append(VERSION).append(' ').append(recipe.hash()).append(' ').append(fold.number());
    text.append(' ').append(List.of(Precision.values())).append(' ').append(sizes);
    text.append('\n').append(training.fingerprint());
    for (List<Clip> side : List.of(fold.tested(), fold.enrolment())) {
      text.append('\n');
      for (Clip clip : side) {
        text.append(clip.id()).append('\t').append(clip.speaker());
        text.append('\t').append(clip.emotion().label());
        text.append('\t').append(clips.sounds().get(clip.id())).append('\n');
      }
    }
    return Digests.sha256Hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private FoldResult run(
      Fold fold,
      PreparedClips training,
      PreparedClips tested,
      Trainer.Listener epochs,
      Listener listener)
      throws IOException {
    String provenance =
        "{\"cross_validation\": \"" + fold.name() + ", of " + plan.count() + " folds\"}";
    TrainedNetwork network =
        new Trainer(recipe, training, provenance, epochs)
            .train(folder.resolve(fold.name() + ".checkpoint"));
    List<ExportCheck> exports = new ArrayList<>();
    Map<Precision, List<Prediction>> strangers = new EnumMap<>(Precision.class);
    ProfileTest profiles = null;
    for (Precision precision : Precision.values()) {
      byte[] file = TfliteWriter.write(network.toNetwork(), network.spec(), precision);
      ExportCheck check = ExportCheck.run(network, file, precision, tested);
      exports.add(check);
      // Within the bound another class is a tie, which is bound to come up among thousands of
      // clips. What int8 costs is a result, not a fault.
      if (precision != Precision.INT8 && check.largestDifference() > check.bound()) {
        throw new IOException(fold.name() + ": the file is not the network: " + check);
      }
      Path model = folder.resolve(fold.name() + suffix(precision));
      Files.write(model, file);
      try (EmotionRecognizer recognizer = EmotionRecognizer.load(model)) {
        boolean main = precision == Precision.FLOAT32;
        Progress progress = main ? listener::onTested : Progress.NONE;
        List<Prediction> predictions =
            ClipTest.strangers(recognizer, fold.tested(), fold.number(), progress);
        strangers.put(precision, predictions);
        if (main) {
          profiles = new ProfileTest(recognizer, sizes, recipe.training().seed(), predictions);
          profiles.run(fold.tested(), fold.enrolment(), Progress.NONE);
        }
      }
    }
    return new FoldResult(
        strangers, profiles.bySize(), profiles.single(), alone(network, fold), exports);
  }

  private static List<List<Prediction>> alone(TrainedNetwork network, Fold fold)
      throws IOException {
    List<List<Prediction>> predictions = new ArrayList<>();
    List<TrainedNetwork> members = network.alone();
    if (members.size() > 1) {
      for (TrainedNetwork member : members) {
        byte[] file = TfliteWriter.write(member.toNetwork(), member.spec(), Precision.FLOAT32);
        try (EmotionRecognizer recognizer =
            EmotionRecognizer.of(new TfliteClassifier(ModelFile.read(file)))) {
          predictions.add(
              ClipTest.strangers(recognizer, fold.tested(), fold.number(), Progress.NONE));
        }
      }
    }
    return predictions;
  }

  private static String suffix(Precision precision) {
    return precision == Precision.FLOAT32
        ? ".tflite"
        : "." + precision.name().toLowerCase(Locale.ROOT) + ".tflite";
  }
}
