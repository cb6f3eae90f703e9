// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Who is trained on, who chooses the epoch, and who is tested: no speaker is in two of them. Immutable.
 *
 * @param train speakers to train on, sorted
 * @param validation speakers to choose the epoch and the temperature on, sorted; may be empty
 * @param test speakers to test on, sorted
 */
public record SpeakerSplit(Set<String> train, Set<String> validation, Set<String> test) {

  /** The sides of a split. */
  public enum Side {
    TRAIN,
    VALIDATION,
    TEST
  }

  /**
   * @throws IllegalArgumentException if a speaker is on two sides, or nobody is left to train on
   */
  public SpeakerSplit {
    train = sorted(train);
    validation = sorted(validation);
    test = sorted(test);
    if (train.isEmpty()) {
      throw new IllegalArgumentException("no speaker is left to train on");
    }
    requireApart("train", train, "test", test);
    requireApart("train", train, "validation", validation);
    requireApart("validation", validation, "test", test);
  }

  private static Set<String> sorted(Set<String> speakers) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(speakers));
  }

  private static void requireApart(String one, Set<String> a, String other, Set<String> b) {
    SortedSet<String> both = new TreeSet<>(a);
    both.retainAll(b);
    if (!both.isEmpty()) {
      throw new IllegalArgumentException(both + " are both in " + one + " and in " + other);
    }
  }

  /**
   * Moves some training speakers to the validation side, as many of each corpus and sex as their share asks for. The same seed
   * draws the same speakers, whatever the order of the clips.
   *
   * @param clips those whose training speakers to choose from; clips of test speakers may be among them and do not matter
   * @param count number of validation speakers, 1 to one fewer than there are training speakers
   * @throws IllegalArgumentException if there are not enough training speakers among the clips
   */
  public SpeakerSplit withValidation(Collection<Clip> clips, int count, long seed) {
    Map<String, SpeakerFacts> speakers =
        SpeakerFacts.of(clips.stream().filter(clip -> train.contains(clip.speaker())).toList());
    if (count < 1 || count >= speakers.size()) {
      throw new IllegalArgumentException(
          count
              + " validation speakers cannot be taken from "
              + speakers.size()
              + " training speakers: take 1 or more and leave 1 or more");
    }
    List<List<SpeakerFacts>> groups = SpeakerFacts.groups(speakers.values(), seed);
    int[] taken = new int[groups.size()];
    SortedSet<String> chosen = new TreeSet<>(validation);
    for (int i = 0; i < count; i++) {
      // The group of which the smallest share would be taken; the first of equals.
      int group =
          IntStream.range(0, groups.size())
              .boxed()
              .filter(index -> taken[index] < groups.get(index).size())
              .min(
                  Comparator.comparingDouble(
                      index -> (taken[index] + 1.0) / groups.get(index).size()))
              .orElseThrow();
      chosen.add(groups.get(group).get(taken[group]).id());
      taken[group]++;
    }
    SortedSet<String> rest = new TreeSet<>(train);
    rest.removeAll(chosen);
    return new SpeakerSplit(rest, chosen, test);
  }

  /**
   * Returns the side that a speaker is on.
   *
   * @throws IllegalArgumentException if the speaker is on none
   */
  public Side sideOf(String speaker) {
    if (train.contains(speaker)) {
      return Side.TRAIN;
    }
    if (validation.contains(speaker)) {
      return Side.VALIDATION;
    }
    if (test.contains(speaker)) {
      return Side.TEST;
    }
    throw new IllegalArgumentException("speaker " + speaker + " is on no side of the split");
  }

  /**
   * Returns the clips of one side, in their order.
   *
   * @throws IllegalArgumentException if a clip's speaker is on no side
   */
  public List<Clip> clips(Side side, Collection<Clip> clips) {
    return clips.stream().filter(clip -> sideOf(clip.speaker()) == side).toList();
  }
}
