// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Speakers in folds for cross-validation: every speaker, with all clips, spoken or sung, is in exactly one. Immutable.
 */
public final class SpeakerFolds {
  private static final List<List<Integer>> EMOBOX =
      List.of(
          List.of(1, 11, 20, 21),
          List.of(4, 10, 12, 14),
          List.of(8, 9, 19, 23),
          List.of(3, 5, 7, 24),
          List.of(2, 15, 16, 18),
          List.of(6, 13, 17, 22));
  private static final int ACTORS_PER_FOLD = 4;

  private final List<SortedSet<String>> folds;

  private SpeakerFolds(List<? extends Collection<String>> folds) {
    List<SortedSet<String>> copy = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Collection<String> fold : folds) {
      if (fold.isEmpty()) {
        throw new IllegalArgumentException("fold " + (copy.size() + 1) + " has no speaker");
      }
      for (String speaker : fold) {
        if (!seen.add(speaker)) {
          throw new IllegalArgumentException("speaker " + speaker + " is in two folds");
        }
      }
      copy.add(Collections.unmodifiableSortedSet(new TreeSet<>(fold)));
    }
    if (copy.size() < 2) {
      throw new IllegalArgumentException(
          "cross-validation needs 2 folds or more, not " + copy.size());
    }
    this.folds = List.copyOf(copy);
  }

  /**
   * Makes folds out of given speakers.
   *
   * @throws IllegalArgumentException if there are fewer than two folds, one is empty, or a speaker is in two
   */
  public static SpeakerFolds of(List<? extends Collection<String>> folds) {
    return new SpeakerFolds(folds);
  }

  /**
   * Spreads the speakers of clips over folds. The numbers of women and of men of every corpus differ by at most one between any
   * two folds; within that, speakers with many clips go where clips are fewest. The same seed gives the same folds, whatever
   * the order of the clips.
   *
   * @param folds 2 or more
   * @throws IllegalArgumentException if there are fewer speakers than folds
   */
  public static SpeakerFolds grouped(Collection<Clip> clips, int folds, long seed) {
    Map<String, SpeakerFacts> speakers = SpeakerFacts.of(clips);
    if (folds < 2 || speakers.size() < folds) {
      throw new IllegalArgumentException(
          folds
              + " folds cannot be made of "
              + speakers.size()
              + " speakers: take 2 or more, and no more than speakers");
    }
    List<Fold> parts = IntStream.range(0, folds).mapToObj(index -> new Fold()).toList();
    for (List<SpeakerFacts> group : SpeakerFacts.groups(speakers.values(), seed)) {
      // Most clips first: the small ones level out at the end.
      group.sort(Comparator.comparingInt(SpeakerFacts::clips).reversed());
      int[] ofGroup = new int[folds];
      for (SpeakerFacts speaker : group) {
        int best =
            IntStream.range(0, folds)
                .boxed()
                .min(
                    Comparator.<Integer>comparingInt(fold -> ofGroup[fold])
                        .thenComparingInt(fold -> parts.get(fold).count(speaker.sex()))
                        .thenComparingInt(fold -> parts.get(fold).clips())
                        .thenComparingInt(fold -> fold))
                .orElseThrow();
        parts.get(best).speakers.add(speaker);
        ofGroup[best]++;
      }
    }
    return new SpeakerFolds(parts.stream().map(Fold::ids).toList());
  }

  /**
   * Makes one fold of every speaker, in the order of their names.
   *
   * @throws IllegalArgumentException if there are fewer than two speakers
   */
  public static SpeakerFolds leaveOneSpeakerOut(Collection<Clip> clips) {
    return new SpeakerFolds(SpeakerFacts.of(clips).keySet().stream().map(Set::of).toList());
  }

  /**
   * Makes the six folds of RAVDESS by number: actors 1 to 4, 5 to 8 and so on, two women and two men each.
   *
   * @throws IllegalArgumentException if a clip is of another corpus, or a fold has no clip
   */
  public static SpeakerFolds ravdess(Collection<Clip> clips) {
    return fixed(
        clips,
        IntStream.range(0, RavdessName.ACTORS / ACTORS_PER_FOLD)
            .mapToObj(
                fold ->
                    IntStream.rangeClosed(1, ACTORS_PER_FOLD)
                        .mapToObj(actor -> ACTORS_PER_FOLD * fold + actor)
                        .toList())
            .toList());
  }

  /**
   * Makes the six folds of RAVDESS that the benchmark EmoBox publishes (Ma et al. 2024, data/ravdess). Not balanced: fold 2
   * has four women.
   *
   * @throws IllegalArgumentException if a clip is of another corpus, or a fold has no clip
   */
  public static SpeakerFolds ravdessEmoBox(Collection<Clip> clips) {
    return fixed(clips, EMOBOX);
  }

  private static SpeakerFolds fixed(Collection<Clip> clips, List<List<Integer>> actors) {
    Set<String> present = SpeakerFacts.of(clips).keySet();
    List<List<String>> folds =
        actors.stream()
            .map(fold -> fold.stream().map(RavdessName::speaker).filter(present::contains).toList())
            .toList();
    Set<String> strangers = new TreeSet<>(present);
    folds.forEach(strangers::removeAll);
    if (!strangers.isEmpty()) {
      throw new IllegalArgumentException("the folds of RAVDESS have no place for " + strangers);
    }
    return new SpeakerFolds(folds);
  }

  /** Returns the number of folds. */
  public int count() {
    return folds.size();
  }

  /** Returns the speakers of a fold, sorted. */
  public SortedSet<String> speakers(int fold) {
    return folds.get(fold);
  }

  /**
   * Returns the fold of a speaker.
   *
   * @throws IllegalArgumentException if the speaker is in none
   */
  public int foldOf(String speaker) {
    for (int fold = 0; fold < folds.size(); fold++) {
      if (folds.get(fold).contains(speaker)) {
        return fold;
      }
    }
    throw new IllegalArgumentException("speaker " + speaker + " is in none of the folds");
  }

  /** Returns the split that tests on one fold, 0 to {@link #count()} - 1, and trains on all others. */
  public SpeakerSplit split(int fold) {
    SortedSet<String> test = folds.get(fold);
    Set<String> train =
        folds.stream()
            .filter(other -> other != test)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    return new SpeakerSplit(train, Set.of(), test);
  }

  /** A fold while it fills. */
  private static final class Fold {
    final List<SpeakerFacts> speakers = new ArrayList<>();

    int count(Sex sex) {
      return (int) speakers.stream().filter(speaker -> speaker.sex() == sex).count();
    }

    int clips() {
      return speakers.stream().mapToInt(SpeakerFacts::clips).sum();
    }

    List<String> ids() {
      return speakers.stream().map(SpeakerFacts::id).toList();
    }
  }
}
