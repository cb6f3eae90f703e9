// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.undertone.model.evaluate.Summary;
import org.undertone.model.study.ClipSet.Voices;
import org.undertone.model.study.report.BarCharts;
import org.undertone.model.study.report.StudyFigure;
import org.undertone.model.study.report.StudySection;
import org.undertone.model.study.report.StudyTable;
import org.undertone.ser.feature.ClipFeatures;

/** Experiment 3: random forest, gradient boosting and LightGBM on statistics of descriptors, and what they use. */
final class TreesExperiment implements Experiment {
  private static final int RANKED = 20;

  private final Catalogue catalogue;

  TreesExperiment(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  private List<Method> learners() {
    return List.of(catalogue.forest(), catalogue.boosting(), catalogue.lightGbm());
  }

  private static Series series(Method method, Voices voices) {
    ClipSet clips = ClipSet.speech(ClassSet.SEVEN).of(voices);
    Series plain = Series.of(clips, FeatureKind.STATISTICS, method);
    return voices == Voices.ALL ? plain.withPermutation() : plain;
  }

  @Override
  public List<Named> series() {
    List<Named> series = new ArrayList<>();
    for (Voices voices : Voices.values()) {
      for (Method method : learners()) {
        String name = method.name() + ", " + voices.words();
        Series plain = series(method, voices);
        series.add(new Named(name, plain));
        series.add(
            new Named(
                name + ", scaled",
                Series.of(plain.clips(), plain.features(), plain.method()).withScaling()));
      }
    }
    return series;
  }

  @Override
  public StudySection section(Results results) {
    List<Named> series = series();
    ResultTables tables = new ResultTables("trees", series, results);
    StudySection.Builder section =
        StudySection.builder("trees", "3. Forests and boosting on statistics")
            .paragraph(
                ClipFeatures.columns().size()
                    + " statistics of librosa's descriptors for each clip; seven classes, calm"
                    + " counting as neutral. Published: 65 and 66 %, 61 and 62 %. Scaling is by the"
                    + " training clips; trees only ask what is greater, so it changes little"
                    + " more than rounding.")
            .table(tables.scores());
    for (Method method : learners()) {
      String id = method.name().toLowerCase(Locale.ROOT).replace(' ', '-');
      SeriesResult result = results.of(series(method, Voices.ALL));
      section.figure(
          new StudyFigure(
              "trees-" + id + "-importance",
              "Share of what the learner's splits gain; mean over six folds of actors.",
              "Most important features of " + method.name(),
              BarCharts.importance(
                  method.name() + ": importance", ClipFeatures.columns(), importance(result))));
      section.figure(
          new StudyFigure(
              "trees-" + id + "-permutation",
              "Points of accuracy lost on unseen actors where the feature's values are shuffled;"
                  + " mean and deviation over six folds.",
              "Permutation importance of " + method.name(),
              BarCharts.bars(method.name() + ": permutation, points", permutation(result))));
    }
    section.table(ranking(results));
    tables.addPictures(section, series.get(0), "forest");
    tables.addTables(section);
    return section.build();
  }

  private static double[] importance(SeriesResult result) {
    double[] sum = new double[ClipFeatures.columns().size()];
    List<RunResult> runs = result.runs(Split.Kind.ACTORS);
    for (RunResult run : runs) {
      double[] one = run.importance();
      for (int i = 0; i < one.length; i++) {
        sum[i] += one[i] / runs.size();
      }
    }
    return sum;
  }

  /** Points lost by feature, of a fold in which it was not among the shuffled 0; the greatest first. */
  private static List<BarCharts.Value> permutation(SeriesResult result) {
    List<BarCharts.Value> values = new ArrayList<>();
    List<String> columns = ClipFeatures.columns();
    for (int feature = 0; feature < columns.size(); feature++) {
      List<Double> drops = new ArrayList<>();
      boolean shuffled = false;
      for (RunResult run : result.runs(Split.Kind.ACTORS)) {
        Map<Integer, Double> all = run.drops();
        shuffled |= all.containsKey(feature);
        drops.add(100 * all.getOrDefault(feature, 0.0));
      }
      if (shuffled) {
        Summary summary = Summary.of(drops);
        values.add(new BarCharts.Value(columns.get(feature), summary.mean(), summary.deviation()));
      }
    }
    values.sort(
        Comparator.comparingDouble((BarCharts.Value value) -> -value.value())
            .thenComparing(BarCharts.Value::name));
    return values.subList(0, Math.min(RANKED, values.size()));
  }

  private StudyTable ranking(Results results) {
    List<List<String>> rows = new ArrayList<>();
    for (Method method : learners()) {
      SeriesResult result = results.of(series(method, Voices.ALL));
      double[] importance = importance(result);
      List<Integer> order =
          IntStream.range(0, importance.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> -importance[i]))
              .limit(RANKED)
              .toList();
      List<BarCharts.Value> permutation = permutation(result);
      for (int rank = 0; rank < Math.min(order.size(), permutation.size()); rank++) {
        rows.add(
            Arrays.asList(
                method.name(),
                Integer.toString(rank + 1),
                ClipFeatures.columns().get(order.get(rank)),
                Texts.number(importance[order.get(rank)], 4),
                permutation.get(rank).name(),
                Texts.number(permutation.get(rank).value(), 2)));
      }
    }
    return new StudyTable(
        "trees-ranking",
        "Features by importance",
        List.of("Learner", "Rank", "In use", "Share", "Shuffled", "Points lost"),
        rows,
        "In use: the learner's own measure. Shuffled: of the thirty foremost features of each fold, one shuffled at a time.");
  }

  @Override
  public List<MainRow> mainRows() {
    return learners().stream()
        .map(
            method ->
                MainRow.of(
                    3,
                    method.name() + ", seven classes",
                    method.name() + " on statistics, seven classes",
                    "65 / 66 and 61 / 62 %",
                    series(method, Voices.ALL)))
        .toList();
  }
}
