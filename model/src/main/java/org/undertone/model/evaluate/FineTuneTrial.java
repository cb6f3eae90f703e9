// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.SpeakerFolds;
import org.undertone.model.export.Precision;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.model.train.FineTuner;
import org.undertone.model.train.PreparedClips;
import org.undertone.model.train.Recipe;
import org.undertone.ser.infer.ModelFile;

/**
 * What fine-tuning gains on clips that it has not heard: for each fold, the model is trained further
 * on the other folds, and before and after it judges the fold, as a file, through the whole pipeline.
 * Folds are of speakers where there are two or more with enough clips.
 */
public final class FineTuneTrial {
  /** Fewer clips say nothing, before or after. */
  public static final int LEAST_CLIPS = 8;

  private static final int FOLDS = 4;

  private final ModelFile model;
  private final FineTuner tuner;
  private final Recipe recipe;
  private final EvaluationClips clips;
  private final Precision precision;
  private final FoldPlan plan;

  /**
   * Plans the folds.
   *
   * @param tuner of the model
   * @param clips those to learn, and to train on only those against forgetting
   * @param precision of the file that will be written
   * @throws IllegalArgumentException if there are fewer than {@link #LEAST_CLIPS} to learn, or all have
   *     one label
   */
  public FineTuneTrial(
      ModelFile model, FineTuner tuner, Recipe recipe, EvaluationClips clips, Precision precision) {
    if (clips.clips().size() < LEAST_CLIPS) {
      throw new IllegalArgumentException(
          "fine-tuning needs "
              + LEAST_CLIPS
              + " labelled clips or more, there are "
              + clips.clips().size());
    }
    requireTwoLabels(clips.clips());
    this.model = model;
    this.tuner = tuner;
    this.recipe = recipe;
    this.clips = clips;
    this.precision = precision;
    plan = plan(clips, recipe.training().seed());
  }

  /** Labels of one corpus are told from each other: a corpus of one label teaches nothing. */
  private static void requireTwoLabels(List<Clip> clips) {
    clips.stream()
        .collect(Collectors.groupingBy(Clip::corpus))
        .forEach(
            (corpus, own) -> {
              if (own.stream().map(Clip::emotion).distinct().count() < 2) {
                throw new IllegalArgumentException(
                    "all clips of "
                        + corpus
                        + " are labelled "
                        + own.get(0).emotion().label()
                        + ": a corpus needs two labels or more, for they are told from each other");
              }
            });
  }

  private static FoldPlan plan(EvaluationClips clips, long seed) {
    long speakers = clips.clips().stream().map(Clip::speaker).distinct().count();
    if (speakers >= 2) {
      int folds = (int) Math.min(FOLDS, speakers);
      FoldPlan plan = FoldPlan.ofSpeakers(SpeakerFolds.grouped(clips.clips(), folds, seed), clips);
      Set<String> own = Fold.ids(clips.clips());
      if (plan.folds().stream().allMatch(fold -> teaches(fold, own))) {
        return plan;
      }
    }
    return FoldPlan.ofBlocks(clips, FOLDS);
  }

  /** Returns whether what a fold is trained on are enough clips, of two labels or more in each corpus. */
  private static boolean teaches(Fold fold, Set<String> own) {
    List<Clip> learnt = fold.trained().stream().filter(clip -> own.contains(clip.id())).toList();
    return learnt.size() >= LEAST_CLIPS / 2
        && learnt.stream()
            .collect(
                Collectors.groupingBy(
                    Clip::corpus, Collectors.mapping(Clip::emotion, Collectors.toSet())))
            .values()
            .stream()
            .allMatch(labels -> labels.size() > 1);
  }

  /** Returns the number of trainings. */
  public int trainings() {
    return plan.folds().size();
  }

  /**
   * Runs all folds.
   *
   * @param prepared all clips
   * @throws IOException if no clip has speech, one cannot be read, or a training diverges
   */
  public FineTuneReport run(PreparedClips prepared, CrossValidation.Listener listener)
      throws IOException {
    List<Prediction> before = new ArrayList<>();
    try (EmotionRecognizer parent = EmotionRecognizer.of(new TfliteClassifier(model))) {
      for (Fold fold : plan.folds()) {
        before.addAll(ClipTest.strangers(parent, fold.tested(), fold.number(), listener::onTested));
      }
    }
    if (before.stream().allMatch(one -> one.scores() == null)) {
      throw new IOException("no speech was found in any clip");
    }
    List<Prediction> after = new ArrayList<>();
    for (Fold fold : plan.folds()) {
      PreparedClips training = prepared.ofClips(Fold.ids(fold.trained()));
      byte[] file =
          tuner.train(
              recipe,
              training,
              model.spec(),
              precision,
              listener.onFold(fold.name(), fold.number(), trainings()));
      try (EmotionRecognizer child =
          EmotionRecognizer.of(new TfliteClassifier(ModelFile.read(file)))) {
        after.addAll(ClipTest.strangers(child, fold.tested(), fold.number(), listener::onTested));
      }
    }
    return new FineTuneReport(model.spec(), plan, clips.clips(), before, after);
  }
}
