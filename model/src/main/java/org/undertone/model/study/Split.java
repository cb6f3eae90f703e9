// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.List;
import java.util.Locale;

/**
 * Who learns and who is tested, as places in a list of clips.
 *
 * @param train places of the clips that are learnt from
 * @param test places of the clips that are tested
 */
record Split(List<Integer> train, List<Integer> test) {

  Split {
    train = List.copyOf(train);
    test = List.copyOf(test);
  }

  /** How clips are split. */
  enum Kind {
    /** A quarter of the clips of each class, drawn at random: as the write-ups do. */
    RANDOM("random 75/25", 1),
    /** Clips in six folds at random: as much to learn from as where actors are apart, but the actors are known. */
    RANDOM_FOLDS("random, six folds", 6),
    /** Six folds of actors. */
    ACTORS("actors apart, six folds", 6);

    private final String words;
    private final int count;

    Kind(String words, int count) {
      this.words = words;
      this.count = count;
    }

    /** Returns its name for people. */
    String words() {
      return words;
    }

    /** Returns its name in files. */
    String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int count() {
      return count;
    }
  }
}
