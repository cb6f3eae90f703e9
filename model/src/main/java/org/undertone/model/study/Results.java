// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What came out of all runs. Immutable. */
final class Results {
  private final Map<Run, RunResult> runs;

  Results(Map<Run, RunResult> runs) {
    this.runs = Map.copyOf(runs);
  }

  /** Returns the results of a series, of those kinds of splits that were carried out whole. */
  SeriesResult of(Series series) {
    Map<Split.Kind, List<RunResult>> kinds = new EnumMap<>(Split.Kind.class);
    for (Split.Kind kind : Split.Kind.values()) {
      List<RunResult> some =
          Experiment.runs(series, kind).stream().map(runs::get).filter(Objects::nonNull).toList();
      if (some.size() == kind.count()) {
        kinds.put(kind, some);
      }
    }
    return new SeriesResult(series, kinds);
  }
}
