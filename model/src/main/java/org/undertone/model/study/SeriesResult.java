// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.undertone.model.evaluate.ConfusionMatrix;
import org.undertone.model.evaluate.Summary;

/** What came out of a series, by kind of split. Immutable. */
final class SeriesResult {
  private final Series series;
  private final Map<Split.Kind, List<RunResult>> results;

  SeriesResult(Series series, Map<Split.Kind, List<RunResult>> results) {
    this.series = series;
    this.results = Map.copyOf(results);
  }

  Series series() {
    return series;
  }

  List<String> labels() {
    return series.clips().classes().labels();
  }

  /** Returns the runs of a kind of split, fold by fold; none if it was not asked for. */
  List<RunResult> runs(Split.Kind kind) {
    return results.getOrDefault(kind, List.of());
  }

  /** Returns the weighted accuracy (WA) over the folds. */
  Summary accuracy(Split.Kind kind) {
    return summary(kind, ConfusionMatrix::weightedAccuracy);
  }

  /** Returns the unweighted average recall (UAR) over the folds. */
  Summary recall(Split.Kind kind) {
    return summary(kind, ConfusionMatrix::unweightedAverageRecall);
  }

  private Summary summary(Split.Kind kind, ToDoubleFunction<ConfusionMatrix> score) {
    List<Double> values = new ArrayList<>();
    for (RunResult run : runs(kind)) {
      ConfusionMatrix matrix = new ConfusionMatrix(labels());
      run.addTo(matrix);
      values.add(score.applyAsDouble(matrix));
    }
    return Summary.of(values);
  }

  /** Returns the counts over all folds. */
  ConfusionMatrix confusion(Split.Kind kind) {
    ConfusionMatrix matrix = new ConfusionMatrix(labels());
    runs(kind).forEach(run -> run.addTo(matrix));
    return matrix;
  }

  /** Returns the share of the largest class among the clips that are tested with actors apart, which are all. */
  double chance() {
    ConfusionMatrix matrix = confusion(Split.Kind.ACTORS);
    return IntStream.range(0, matrix.labels().size()).mapToLong(matrix::support).max().orElseThrow()
        / (double) matrix.total();
  }

  /** Returns the class of every tested clip, over all folds. */
  int[] truth(Split.Kind kind) {
    return runs(kind).stream()
        .flatMapToInt(run -> IntStream.range(0, run.size()).map(run::truth))
        .toArray();
  }

  /** Returns the probabilities of every tested clip, over all folds, {@code [clip][class]}. */
  double[][] probabilities(Split.Kind kind) {
    List<double[]> rows = new ArrayList<>();
    for (RunResult run : runs(kind)) {
      for (int i = 0; i < run.size(); i++) {
        rows.add(run.probabilities(i));
      }
    }
    return rows.toArray(double[][]::new);
  }

  /** Returns a mean over the folds. */
  double mean(Split.Kind kind, ToDoubleFunction<RunResult> value) {
    return runs(kind).stream().mapToDouble(value).average().orElse(Double.NaN);
  }
}
