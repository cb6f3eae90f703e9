// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.SpeakerFolds;
import org.undertone.model.evaluate.EvaluationClips;
import org.undertone.model.evaluate.FoldPlan;
import picocli.CommandLine.Option;

/** The options that say what is kept apart, from fold to fold. */
final class FoldsOption {
  private static final int RAVDESS_FOLDS = 6;

  @Option(
      names = "--folds",
      paramLabel = "K",
      defaultValue = "ravdess",
      description =
          "Folds of speakers: a number; `ravdess` for its six folds of four actors, 1 to 4, 5 to 8"
              + " and so on; `emobox` for the six that EmoBox uses; `speakers` for one fold a"
              + " speaker; `corpora` to leave out one corpus after the other, whose scores are then"
              + " restricted to the emotions that occur in it. ${DEFAULT-VALUE} if left out.")
  private String folds;

  @Option(
      names = "--disjoint-sentences",
      description =
          "Keep apart what is said, too: each statement of a fold is tested on a training on other"
              + " statements.")
  private boolean disjointSentences;

  @Option(
      names = "--random-split",
      description =
          "A control: spread clips, not speakers, over the folds. Flatters; is no measurement.")
  private boolean randomSplit;

  /** Returns what is wrong with the options, if anything is. */
  Optional<String> problem() {
    if (!folds.matches("ravdess|emobox|speakers|corpora|[0-9]{1,4}")) {
      return Optional.of(
          "--folds must be a number, ravdess, emobox, speakers or corpora, not " + folds);
    }
    if (randomSplit && folds.equals("corpora")) {
      return Optional.of("--random-split and --folds corpora contradict each other");
    }
    if (randomSplit && disjointSentences) {
      return Optional.of("--random-split and --disjoint-sentences contradict each other");
    }
    return Optional.empty();
  }

  /** Returns whether the folds are of speakers, and keep nothing else apart. */
  boolean areOfSpeakers() {
    return !randomSplit && !disjointSentences && !folds.equals("corpora");
  }

  boolean isRandomSplit() {
    return randomSplit;
  }

  /**
   * Returns who is trained on and who is tested.
   *
   * @throws IOException if the clips do not fit the folds
   */
  FoldPlan plan(EvaluationClips clips, long seed) throws IOException {
    FoldPlan plan;
    try {
      if (randomSplit) {
        plan = FoldPlan.ofRandomClips(clips, count(clips.clips()), seed);
      } else if (folds.equals("corpora")) {
        plan = FoldPlan.ofCorpora(clips);
      } else {
        plan = FoldPlan.ofSpeakers(speakerFolds(clips.clips(), seed), clips);
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("--folds " + folds + " does not fit: " + e.getMessage(), e);
    }
    try {
      return disjointSentences ? plan.disjointSentences() : plan;
    } catch (IllegalArgumentException e) {
      throw new IOException("--disjoint-sentences does not fit: " + e.getMessage(), e);
    }
  }

  private SpeakerFolds speakerFolds(List<Clip> clips, long seed) {
    return switch (folds) {
      case "ravdess" -> SpeakerFolds.ravdess(clips);
      case "emobox" -> SpeakerFolds.ravdessEmoBox(clips);
      case "speakers" -> SpeakerFolds.leaveOneSpeakerOut(clips);
      default -> SpeakerFolds.grouped(clips, Integer.parseInt(folds), seed);
    };
  }

  private int count(List<Clip> clips) {
    return switch (folds) {
      case "ravdess", "emobox" -> RAVDESS_FOLDS;
      case "speakers" -> (int) clips.stream().map(Clip::speaker).distinct().count();
      default -> Integer.parseInt(folds);
    };
  }

  /** Returns the folds in words. */
  String describe(FoldPlan plan) {
    String what = randomSplit ? "clips" : folds.equals("corpora") ? "corpora" : "speakers";
    return String.format(Locale.ROOT, "%d folds of %s (%s)", plan.count(), what, folds);
  }
}
