// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.classification.evaluation.LabelEvaluationUtil;
import org.undertone.model.evaluate.ConfusionMatrix;
import org.undertone.model.study.report.CurveCharts;
import org.undertone.model.study.report.MatrixCharts;
import org.undertone.model.study.report.StudyFigure;
import org.undertone.model.study.report.StudySection;
import org.undertone.model.study.report.StudyTable;

/** The tables and pictures that every experiment has. Times have tables of their own: they differ from run to run. */
final class ResultTables {
  private static final List<Split.Kind> BOTH = List.of(Split.Kind.RANDOM, Split.Kind.ACTORS);

  private final String id;
  private final List<Named> series;
  private final Results results;

  /**
   * Prepares the tables of an experiment.
   *
   * @param id before the names of its tables and figures
   */
  ResultTables(String id, List<Named> series, Results results) {
    this.id = id;
    this.series = List.copyOf(series);
    this.results = results;
  }

  /** Returns WA and UAR with both splits, and what guessing gives. */
  StudyTable scores() {
    List<List<String>> rows = new ArrayList<>();
    for (Named one : series) {
      SeriesResult result = results.of(one.series());
      rows.add(
          List.of(
              one.name(),
              Texts.percent(result.accuracy(Split.Kind.RANDOM).mean()),
              Texts.percent(result.accuracy(Split.Kind.ACTORS)),
              Texts.points(
                  result.accuracy(Split.Kind.ACTORS).mean()
                      - result.accuracy(Split.Kind.RANDOM).mean()),
              Texts.percent(result.recall(Split.Kind.RANDOM).mean()),
              Texts.percent(result.recall(Split.Kind.ACTORS)),
              Texts.percent(result.chance())));
    }
    return new StudyTable(
        id + "-scores",
        "Accuracy",
        List.of(
            "Learner",
            "WA, random",
            "WA, actors apart",
            "Points",
            "UAR, random",
            "UAR, actors apart",
            "Largest class"),
        rows,
        "Random: one stratified split of the clips, 75 to 25. Actors apart: six folds of actors, mean and deviation over the"
            + " folds. WA is the share of clips that are right, UAR the mean of the recalls. Who always answers the"
            + " largest class is as often right as the last column says.");
  }

  /** Returns precision, recall, F1, support and areas under the curves of every class. */
  StudyTable classes() {
    List<List<String>> rows = new ArrayList<>();
    for (Named one : series) {
      for (Split.Kind kind : BOTH) {
        SeriesResult result = results.of(one.series());
        ConfusionMatrix matrix = result.confusion(kind);
        for (int label = 0; label < matrix.labels().size(); label++) {
          double precision = matrix.precision(label);
          double recall = matrix.recall(label);
          double[] areas = areas(result, kind, label);
          rows.add(
              List.of(
                  one.name(),
                  kind.words(),
                  matrix.labels().get(label),
                  Texts.number(precision, 3),
                  Texts.number(recall, 3),
                  Texts.number(2 * precision * recall / (precision + recall), 3),
                  Long.toString(matrix.support(label)),
                  Texts.number(areas[0], 3),
                  Texts.number(areas[1], 3)));
        }
      }
    }
    return new StudyTable(
        id + "-classes",
        "Class by class",
        List.of(
            "Learner",
            "Split",
            "Class",
            "Precision",
            "Recall",
            "F1",
            "Support",
            "ROC area",
            "Average precision"),
        rows,
        "Counted over all tested clips; with actors apart each clip is tested once.");
  }

  private static double[] areas(SeriesResult result, Split.Kind kind, int label) {
    int[] truth = result.truth(kind);
    double[][] probabilities = result.probabilities(kind);
    boolean[] positive = new boolean[truth.length];
    double[] scores = new double[truth.length];
    int count = 0;
    for (int i = 0; i < truth.length; i++) {
      positive[i] = truth[i] == label;
      scores[i] = probabilities[i][label];
      count += positive[i] ? 1 : 0;
    }
    if (count == 0 || count == truth.length) {
      return new double[] {Double.NaN, Double.NaN};
    }
    return new double[] {
      LabelEvaluationUtil.binaryAUCROC(positive, scores),
      LabelEvaluationUtil.averagedPrecision(positive, scores)
    };
  }

  /** Returns the counts of every confusion matrix. */
  StudyTable confusions() {
    List<List<String>> rows = new ArrayList<>();
    for (Named one : series) {
      for (Split.Kind kind : BOTH) {
        ConfusionMatrix matrix = results.of(one.series()).confusion(kind);
        for (int truth = 0; truth < matrix.labels().size(); truth++) {
          int row = truth;
          List<String> counts =
              IntStream.range(0, matrix.labels().size())
                  .filter(called -> matrix.count(row, called) > 0)
                  .mapToObj(called -> matrix.labels().get(called) + " " + matrix.count(row, called))
                  .toList();
          rows.add(
              List.of(
                  one.name(), kind.words(), matrix.labels().get(truth), String.join(", ", counts)));
        }
      }
    }
    return new StudyTable(
        id + "-confusions",
        "What was called what",
        List.of("Learner", "Split", "Class", "Called"),
        rows,
        "");
  }

  /** Returns times and sizes. */
  StudyTable costs() {
    List<List<String>> rows = new ArrayList<>();
    for (Named one : series) {
      SeriesResult result = results.of(one.series());
      Split.Kind kind = Split.Kind.RANDOM;
      rows.add(
          List.of(
              one.name(),
              Long.toString(Math.round(result.mean(kind, RunResult::trained))),
              Texts.seconds(result.mean(kind, RunResult::trainSeconds)),
              Texts.seconds(result.mean(Split.Kind.ACTORS, RunResult::trainSeconds)),
              Texts.millis(result.mean(kind, RunResult::testMillis)),
              Texts.kilobytes(result.mean(kind, run -> (double) run.bytes()))));
    }
    return new StudyTable(
        id + "-costs",
        "What it costs",
        List.of(
            "Learner",
            "Clips learnt from, random",
            "Training, random",
            "Training, a fold",
            "Prediction, a clip",
            "Size"),
        rows,
        "Each training on one thread while others ran; times differ from run to run. A net's has a test after every epoch, for the"
            + " curves. Features are not counted.");
  }

  /** Adds confusion matrices with both splits, and ROC and precision-recall curves with actors apart and not. */
  void addPictures(StudySection.Builder section, Named one, String name) {
    SeriesResult result = results.of(one.series());
    for (Split.Kind kind : BOTH) {
      String title = one.name() + ", " + kind.words();
      section.figure(
          new StudyFigure(
              id + "-" + name + "-confusion-" + kind.id(),
              "What share of each emotion was called what.",
              "Confusion matrix of " + title,
              MatrixCharts.confusion(title, result.confusion(kind))));
    }
    for (Split.Kind kind : BOTH) {
      String title = one.name() + ", " + kind.words();
      section.figure(
          new StudyFigure(
              id + "-" + name + "-roc-" + kind.id(),
              "Each class against the rest; in the legend the area under the curve.",
              "ROC curves of " + title,
              CurveCharts.roc(
                  "ROC: " + title,
                  result.labels(),
                  result.probabilities(kind),
                  result.truth(kind))));
      section.figure(
          new StudyFigure(
              id + "-" + name + "-precision-" + kind.id(),
              "Each class against the rest; in the legend the average precision.",
              "Precision-recall curves of " + title,
              CurveCharts.precisionRecall(
                  "Precision and recall: " + title,
                  result.labels(),
                  result.probabilities(kind),
                  result.truth(kind))));
    }
  }

  /** Adds the tables that every experiment has. */
  void addTables(StudySection.Builder section) {
    section.table(classes()).table(confusions()).table(costs());
  }
}
