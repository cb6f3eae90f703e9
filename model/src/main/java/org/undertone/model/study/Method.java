// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.List;
import java.util.stream.Collectors;
import org.undertone.model.study.learn.Learner;

/**
 * A learner, or a choice among several that is made within the training clips.
 *
 * @param name for people
 * @param candidates one, or those to choose among
 * @param innerFolds into which the training clips are split to choose; of people where the test is of other people, of clips
 *     where it is of other clips
 */
record Method(String name, List<Learner> candidates, int innerFolds) {

  Method {
    candidates = List.copyOf(candidates);
  }

  static Method of(Learner learner) {
    return new Method(learner.name(), List.of(learner), 0);
  }

  static Method chosen(String name, List<Learner> candidates, int innerFolds) {
    return new Method(name, candidates, innerFolds);
  }

  /** Returns how many trainings one run takes. */
  int trainings() {
    return candidates.size() == 1 ? 1 : candidates.size() * innerFolds + 1;
  }

  String settings() {
    return candidates.stream().map(Learner::settings).collect(Collectors.joining("; "))
        + (candidates.size() == 1 ? "" : "; chosen in " + innerFolds + " inner folds");
  }
}
