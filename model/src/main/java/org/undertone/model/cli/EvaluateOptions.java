// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.undertone.model.corpus.Clip;
import org.undertone.model.evaluate.EvaluationClips;
import org.undertone.model.evaluate.FoldPlan;
import org.undertone.model.evaluate.Part;
import org.undertone.model.evaluate.ProfileSizes;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of `ser evaluate` that say how is trained and tested: the protocol. */
final class EvaluateOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private FoldsOption folds;

  @Option(
      names = "--train-corpus",
      paramLabel = "PATH",
      description =
          "A corpus that is only trained on, never tested. Its clips of the speakers tested in a fold"
              + " are left out of that fold. May be given several times.")
  private List<Path> trainCorpora = new ArrayList<>();

  @Option(
      names = "--profile-clips",
      paramLabel = "N,N",
      defaultValue = "0,4,8,16,30,all",
      description =
          "Clips that voice profiles hear before they are tested; `all` hears those that are tested,"
              + " too. ${DEFAULT-VALUE} if left out; with --model none.")
  private String profileClips;

  @Option(
      names = "--shuffle-labels",
      description = "A control: train on labels dealt out anew. Must fall to chance.")
  private boolean shuffleLabels;

  @Option(
      names = "--inner-validation",
      description =
          "Let speakers of the training side choose the weights of the nets, temperature and"
              + " threshold for each fold, by further trainings that leave out two folds each: half"
              + " as many again. They are kept in the folder inner of --out.")
  private boolean innerValidation;

  @Option(
      names = "--part",
      paramLabel = "I/N",
      description =
          "Train and test only the I-th of N parts of the folds, for several processes to share the"
              + " work. When all are done, the same command without --part makes the report.")
  private String part;

  /** Checks the options against each other. */
  void check() {
    folds.problem().ifPresent(problem -> require(false, problem));
    require(
        !innerValidation || folds.areOfSpeakers(),
        "--inner-validation needs folds of speakers: not with --random-split,"
            + " --disjoint-sentences or --folds corpora");
    profileSizes();
    part();
  }

  /** Returns the folds to train and test. */
  Part part() {
    try {
      return part == null ? Part.WHOLE : Part.parse(part);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--part: " + e.getMessage(), e);
    }
  }

  /** Complains about options that only a training has. */
  void requireNone() {
    for (String name :
        List.of(
            "--train-corpus",
            "--folds",
            "--disjoint-sentences",
            "--shuffle-labels",
            "--inner-validation",
            "--part",
            "--random-split")) {
      require(!isGiven(name), name + " needs --recipe: a model is tested as it is");
    }
  }

  private boolean isGiven(String name) {
    return command.commandLine().getParseResult().hasMatchedOption(name);
  }

  /** Complains about the command line unless a condition holds. */
  void require(boolean condition, String message) {
    if (!condition) {
      throw new ParameterException(command.commandLine(), message);
    }
  }

  List<Path> trainCorpora() {
    return trainCorpora;
  }

  /** Returns whether what comes out is a control, and says nothing about the recipe. */
  boolean isControl() {
    return shuffleLabels || folds.isRandomSplit();
  }

  boolean shuffleLabels() {
    return shuffleLabels;
  }

  ProfileSizes profileSizes() {
    try {
      return ProfileSizes.parse(profileClips);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--profile-clips: " + e.getMessage(), e);
    }
  }

  /** Returns the profiles to test a model with. */
  ProfileSizes profileSizesOfModel() {
    return isGiven("--profile-clips") ? profileSizes() : ProfileSizes.NONE;
  }

  FoldsOption folds() {
    return folds;
  }

  /**
   * Returns who is trained on and who is tested.
   *
   * @throws IOException if the clips do not fit the folds, or the folds an inner validation
   */
  FoldPlan plan(EvaluationClips clips, long seed) throws IOException {
    FoldPlan plan = folds.plan(clips, seed);
    pairs(plan);
    return plan;
  }

  boolean innerValidation() {
    return innerValidation;
  }

  /**
   * Returns the trainings of the inner validation; null if none was asked for.
   *
   * @throws IOException if the folds are too few
   */
  FoldPlan pairs(FoldPlan plan) throws IOException {
    try {
      return innerValidation ? plan.pairs() : null;
    } catch (IllegalArgumentException e) {
      throw new IOException("--inner-validation does not fit: " + e.getMessage(), e);
    }
  }

  /** Returns what a reader must know before the numbers, a line each. */
  List<String> notes(EvaluationClips clips, FoldPlan plan) {
    List<String> notes = new ArrayList<>();
    if (!plan.speakerDisjoint()) {
      notes.add(
          "WARNING: NOT SPEAKER-DISJOINT. The speakers that are tested were heard in training: these"
              + " numbers flatter, and are for comparison only.");
    }
    if (shuffleLabels) {
      notes.add("CONTROL: trained on shuffled labels; anything above chance is a leak.");
    }
    if (!clips.trainOnly().isEmpty()) {
      notes.add(
          "trained also on "
              + clips.trainOnly().size()
              + " clips of "
              + String.join(", ", clips.trainOnly().stream().map(Clip::corpus).distinct().toList())
              + ", never tested"
              + (plan.speakerDisjoint() ? "; without the speakers tested" : ""));
    }
    if (plan.corpusDisjoint()) {
      notes.add(
          "corpus-disjoint: WA and UAR restrict the scores to the emotions that occur in the tested"
              + " corpus, the calibration does not; fold by fold "
              + String.join(
                  ", ",
                  plan.folds().stream()
                      .map(fold -> fold.name() + " " + fold.tested().get(0).corpus())
                      .toList()));
    }
    if (plan.sentenceDisjoint()) {
      notes.add(
          "sentence-disjoint: "
              + plan.folds().size()
              + " trainings, each without the statement that it is tested on; voice profiles hear"
              + " the other statements");
    }
    return notes;
  }
}
