// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.SpeakerFolds;

/**
 * How much a study does. Immutable.
 *
 * @param name for people
 * @param seed of all random numbers
 * @param jobs trainings at the same time, each on one thread
 * @param actorsPerFold of each group of speakers; more than there are for all
 * @param oneTake whether only the first take of RAVDESS' first statement (of the kids) counts
 * @param trees of the random forest, a class
 * @param rounds of boosting
 * @param epochs of the nets on vectors
 * @param imageEpochs of the nets on images and sequences
 * @param choices settings that the search tries, at most as many as there are
 * @param innerFolds of the search
 */
public record StudySettings(
    String name,
    long seed,
    int jobs,
    int actorsPerFold,
    boolean oneTake,
    int trees,
    int rounds,
    int epochs,
    int imageEpochs,
    int choices,
    int innerFolds) {
  private static final int ALL = 1000;

  /** Returns the settings of a whole study. */
  public static StudySettings standard(long seed, int jobs) {
    return new StudySettings("standard", seed, jobs, ALL, false, 100, 80, 30, 20, 6, 3);
  }

  /** Returns the settings of a quick study: half of the actors, few trees and epochs. */
  public static StudySettings quick(long seed, int jobs) {
    return new StudySettings("quick", seed, jobs, 2, false, 40, 12, 8, 4, 2, 2);
  }

  /** Returns the settings of the smallest study that has everything; its numbers say nothing. */
  public static StudySettings smallest(long seed, int jobs) {
    return new StudySettings("smallest", seed, jobs, 2, true, 5, 2, 2, 1, 2, 2);
  }

  /** Returns the speakers that take part. */
  Set<String> actors(SpeakerFolds folds) {
    Set<String> actors = new HashSet<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      List<String> speakers = List.copyOf(folds.speakers(fold));
      actors.addAll(speakers.subList(0, Math.min(actorsPerFold, speakers.size())));
    }
    return actors;
  }

  /** Returns whether a clip takes part, if its speaker does. */
  boolean takes(Clip clip) {
    return !oneTake || (clip.statement().equals("kids") && clip.repetition().equals("1"));
  }
}
