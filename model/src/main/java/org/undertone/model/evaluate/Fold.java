// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.undertone.model.corpus.Clip;

/**
 * One training and its test; immutable.
 *
 * @param number the fold that its predictions count for, from 1
 * @param name unique among the folds, and fit for the names of files
 * @param trained clips to train on
 * @param tested clips to test
 * @param enrolment clips of the tested speakers that are neither trained on nor tested here, which
 *     voice profiles may hear; empty where profiles hear some of the tested clips instead
 */
public record Fold(
    int number, String name, List<Clip> trained, List<Clip> tested, List<Clip> enrolment) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is nothing to train on or to test
   */
  public Fold {
    trained = List.copyOf(trained);
    tested = List.copyOf(tested);
    enrolment = List.copyOf(enrolment);
    if (tested.isEmpty() || trained.isEmpty()) {
      throw new IllegalArgumentException(
          name + " has " + trained.size() + " clips to train on and " + tested.size() + " to test");
    }
  }

  /** Returns the names of clips, as in {@link Clip#id()}. */
  static Set<String> ids(List<Clip> clips) {
    return clips.stream().map(Clip::id).collect(Collectors.toSet());
  }
}
