// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.undertone.model.study.report.StudySection;

/** One of the literature's experiments. Immutable. */
interface Experiment {

  /** Returns what is compared. */
  List<Named> series();

  /** Returns what is to be carried out: every series both ways, unless an experiment says otherwise. */
  default List<Run> runs() {
    return bothWays(series());
  }

  /** Returns what came out. */
  StudySection section(Results results);

  /** Returns its rows of the main table; none unless an experiment says otherwise. */
  default List<MainRow> mainRows() {
    return List.of();
  }

  /** Returns the runs of series with the random split of the write-ups and with actors apart. */
  static List<Run> bothWays(List<Named> series) {
    List<Run> runs = new ArrayList<>();
    for (Named one : series) {
      runs.addAll(runs(one.series(), Split.Kind.RANDOM));
      runs.addAll(runs(one.series(), Split.Kind.ACTORS));
    }
    return runs;
  }

  /** Returns the runs of all folds of a split. */
  static List<Run> runs(Series series, Split.Kind kind) {
    return IntStream.range(0, kind.count()).mapToObj(i -> new Run(series, kind, i)).toList();
  }
}
