// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.undertone.model.corpus.Clip;

/**
 * The inner trainings of a plan: each leaves out two neighbouring folds, the first and the second, the
 * third and the fourth and so on, and tests both. So what such a training says of one of the two can
 * choose what is open for the other, whose speakers neither were heard nor choose. It takes half as many
 * trainings as one for every fold.
 */
final class FoldPairs {
  /** With two folds no speaker of the tested corpora would be left to train on. */
  private static final int LEAST = 3;

  private FoldPairs() {}

  /**
   * Returns the plan of the inner trainings. Of an odd number of folds the last is paired with the first,
   * which stands in two pairs then.
   *
   * @param plan folds of speakers
   * @throws IllegalArgumentException if the plan is another one, or has fewer than three folds
   */
  static FoldPlan of(FoldPlan plan) {
    if (!plan.speakerDisjoint() || plan.sentenceDisjoint() || plan.corpusDisjoint()) {
      throw new IllegalArgumentException("only folds of speakers have an inner validation");
    }
    List<Fold> folds = plan.folds();
    if (folds.size() < LEAST) {
      throw new IllegalArgumentException(
          "an inner validation needs " + LEAST + " folds or more, not " + folds.size());
    }
    List<Fold> pairs = new ArrayList<>();
    for (int i = 0; i < folds.size(); i += 2) {
      pairs.add(pair(pairs.size() + 1, folds.get(i), folds.get((i + 1) % folds.size())));
    }
    return new FoldPlan(pairs, true, false, false);
  }

  private static Fold pair(int number, Fold one, Fold other) {
    Set<Clip> also = new HashSet<>(other.trained());
    return new Fold(
        number,
        "without-" + one.number() + "-" + other.number(),
        one.trained().stream().filter(also::contains).toList(),
        Stream.concat(one.tested().stream(), other.tested().stream()).toList(),
        List.of());
  }
}
