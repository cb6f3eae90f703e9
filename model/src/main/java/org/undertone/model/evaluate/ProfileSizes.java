// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** How many of a speaker's clips voice profiles hear before they are tested; immutable. */
public final class ProfileSizes {
  /** All of the speaker's clips. */
  public static final int ALL = Integer.MAX_VALUE;

  /** No profile is tested. */
  public static final ProfileSizes NONE = new ProfileSizes(new TreeSet<>());

  /** The size of the one number that reports have always given. */
  private static final int USUAL = 16;

  private static final int MOST = 100_000;

  private final SortedSet<Integer> sizes;

  private ProfileSizes(SortedSet<Integer> sizes) {
    this.sizes = Collections.unmodifiableSortedSet(new TreeSet<>(sizes));
  }

  /**
   * Reads a list such as {@code 0,4,8,16,30,all}.
   *
   * @throws IllegalArgumentException if it is not such a list
   */
  public static ProfileSizes parse(String list) {
    SortedSet<Integer> sizes = new TreeSet<>();
    for (String word : list.split(",", -1)) {
      try {
        sizes.add(word.trim().equals("all") ? ALL : Integer.parseInt(word.trim()));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("\"" + word + "\" is neither a number nor all", e);
      }
    }
    for (int size : sizes) {
      if (size < 0 || (size > MOST && size != ALL)) {
        throw new IllegalArgumentException(size + " is not a number of clips");
      }
    }
    return new ProfileSizes(sizes);
  }

  /** Returns the sizes in rising order, {@link #ALL} last. */
  public SortedSet<Integer> sizes() {
    return sizes;
  }

  /** Returns the numbers among the sizes, in rising order. */
  SortedSet<Integer> numbers() {
    return sizes.headSet(ALL);
  }

  /** Returns the size that the report's one number is for: 16 if listed, else the largest number. */
  int single() {
    if (sizes.contains(USUAL)) {
      return USUAL;
    }
    return numbers().isEmpty() ? 0 : numbers().last();
  }

  /** Returns a size as in {@link #parse}. */
  static String name(int size) {
    return size == ALL ? "all" : Integer.toString(size);
  }

  @Override
  public String toString() {
    return String.join(",", sizes.stream().map(ProfileSizes::name).toList());
  }
}
