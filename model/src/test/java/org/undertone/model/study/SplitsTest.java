// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.undertone.model.corpus.SpeakerFolds;

final class SplitsTest {
  /** Forty of class 0, twenty of class 1, four of class 2. */
  private static final List<Integer> LABELS =
      IntStream.range(0, 64).mapToObj(i -> i < 40 ? 0 : i < 60 ? 1 : 2).toList();

  @Test
  void aRandomSplitTestsAQuarterOfEachClassAndLearnsFromTheRest() {
    Split split = Splits.random(LABELS, 1);
    assertThat(counts(split.test())).containsExactly(10, 5, 1);
    assertThat(counts(split.train())).containsExactly(30, 15, 3);
    assertThat(split.train()).doesNotContainAnyElementsOf(split.test());
    assertThat(Splits.random(LABELS, 1)).isEqualTo(split);
    assertThat(Splits.random(LABELS, 2)).isNotEqualTo(split);
  }

  @Test
  void randomFoldsTestEachClipOnceAndSpreadTheClasses() {
    List<Split> folds = Splits.randomFolds(LABELS, 4, 1);
    List<Integer> tested = new ArrayList<>();
    for (Split fold : folds) {
      assertThat(fold.train()).hasSize(64 - fold.test().size());
      assertThat(fold.train()).doesNotContainAnyElementsOf(fold.test());
      assertThat(counts(fold.test())).containsExactly(10, 5, 1);
      tested.addAll(fold.test());
    }
    assertThat(tested).hasSize(64).doesNotHaveDuplicates();
  }

  @Test
  void foldsOfSpeakersNeverShareOne() {
    List<String> speakers = IntStream.range(0, 64).mapToObj(i -> "s" + i % 4).toList();
    List<Split> splits =
        Splits.speakers(speakers, SpeakerFolds.of(List.of(Set.of("s0", "s1"), Set.of("s2", "s3"))));
    assertThat(splits).hasSize(2);
    for (Split split : splits) {
      Set<String> tested = new HashSet<>(split.test().stream().map(speakers::get).toList());
      assertThat(tested).hasSize(2);
      assertThat(split.train().stream().map(speakers::get)).doesNotContainAnyElementsOf(tested);
      assertThat(split.train()).hasSize(32);
    }
  }

  private static int[] counts(List<Integer> places) {
    int[] counts = new int[3];
    places.forEach(place -> counts[LABELS.get(place)]++);
    return counts;
  }
}
