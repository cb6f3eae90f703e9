// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.undertone.model.corpus.SpeakerFolds;

/** Makes splits. The same seed makes the same. */
final class Splits {
  private static final int QUARTER = 4;

  private Splits() {}

  /** Returns a split with a quarter of each class to test. */
  static Split random(List<Integer> labels, long seed) {
    Random random = new Random(seed);
    Set<Integer> test = new HashSet<>();
    for (List<Integer> places : byClass(labels)) {
      Collections.shuffle(places, random);
      test.addAll(places.subList(0, Math.round((float) places.size() / QUARTER)));
    }
    return of(labels.size(), test::contains);
  }

  /** Returns splits that test each clip once, the clips of each class spread over them. */
  static List<Split> randomFolds(List<Integer> labels, int count, long seed) {
    Random random = new Random(seed);
    int[] folds = new int[labels.size()];
    int next = 0;
    for (List<Integer> places : byClass(labels)) {
      Collections.shuffle(places, random);
      for (int place : places) {
        folds[place] = next++ % count;
      }
    }
    return IntStream.range(0, count)
        .mapToObj(fold -> of(labels.size(), place -> folds[place] == fold))
        .toList();
  }

  /**
   * Returns splits that test each fold of speakers, with all that they speak and sing, once.
   *
   * @param speakers of each clip
   */
  static List<Split> speakers(List<String> speakers, SpeakerFolds folds) {
    int[] foldOf = speakers.stream().mapToInt(folds::foldOf).toArray();
    return IntStream.range(0, folds.count())
        .mapToObj(fold -> of(speakers.size(), place -> foldOf[place] == fold))
        .toList();
  }

  private static List<List<Integer>> byClass(List<Integer> labels) {
    int classes = labels.stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
    List<List<Integer>> places = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      places.add(new ArrayList<>());
    }
    for (int i = 0; i < labels.size(); i++) {
      places.get(labels.get(i)).add(i);
    }
    return places;
  }

  private static Split of(int size, IntPredicate tested) {
    return new Split(
        IntStream.range(0, size).filter(tested.negate()).boxed().toList(),
        IntStream.range(0, size).filter(tested).boxed().toList());
  }
}
