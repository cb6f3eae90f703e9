// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.undertone.model.study.report.BarCharts;
import org.undertone.model.study.report.StudyFigure;
import org.undertone.model.study.report.StudySection;
import org.undertone.model.study.report.StudyTable;

/** The main table: published, repeated with the leak, actors apart. */
final class Overview {
  private final List<MainRow> rows;
  private final Results results;

  Overview(List<MainRow> rows, Results results) {
    this.rows = List.copyOf(rows);
    this.results = results;
  }

  /** Returns the section that stands first. */
  StudySection section() {
    return StudySection.builder("overview", "What holds")
        .paragraph(
            "Each published number beside the same features and learner, once with the random split of the write-ups, in which"
                + " the actors of the test clips are known from training, and once with six folds"
                + " of actors that training has not heard, neither speaking nor singing. Where the write-ups do not"
                + " say how large a learner is, ours is small; where they name seven classes,"
                + " calm counts as neutral here.")
        .table(table())
        .figure(
            new StudyFigure(
                "overview-accuracy",
                "Accuracy (WA) with actors apart; mean and deviation over six folds.",
                "Bars of the accuracy of every row with actors apart",
                BarCharts.percentages("Accuracy with actors apart", bars())))
        .build();
  }

  private StudyTable table() {
    List<List<String>> cells = new ArrayList<>();
    for (MainRow row : rows) {
      if (row.series() == null) {
        cells.add(
            List.of(
                row.what(),
                Integer.toString(row.experiment()),
                row.published(),
                "-",
                row.instead(),
                "-",
                "-"));
        continue;
      }
      SeriesResult result = results.of(row.series());
      cells.add(
          List.of(
              row.what(),
              Integer.toString(row.experiment()),
              row.published(),
              Texts.percent(result.accuracy(Split.Kind.RANDOM).mean()),
              Texts.percent(result.accuracy(Split.Kind.ACTORS)),
              Texts.percent(result.recall(Split.Kind.ACTORS)),
              Texts.percent(result.chance())));
    }
    return new StudyTable(
        "main",
        "Published, repeated with the leak, actors apart",
        List.of(
            "Learner",
            "Experiment",
            "Published",
            "With the leak",
            "Actors apart",
            "UAR, actors apart",
            "Chance"),
        cells,
        "Accuracy (WA) but where UAR is named; with actors apart mean and deviation over six folds. Chance: the share of the"
            + " largest class.");
  }

  private List<BarCharts.Value> bars() {
    List<BarCharts.Value> bars = new ArrayList<>();
    for (MainRow row : rows) {
      if (row.series() != null) {
        var accuracy = results.of(row.series()).accuracy(Split.Kind.ACTORS);
        bars.add(
            new BarCharts.Value(
                row.experiment() + ": " + row.name(), accuracy.mean(), accuracy.deviation()));
      }
    }
    return bars;
  }

  /** Returns the sum of it all in a sentence. */
  String summary() {
    double leak = 0;
    double fair = 0;
    int count = 0;
    for (MainRow row : rows) {
      if (row.series() != null) {
        SeriesResult result = results.of(row.series());
        leak += result.accuracy(Split.Kind.RANDOM).mean();
        fair += result.accuracy(Split.Kind.ACTORS).mean();
        count++;
      }
    }
    return String.format(
        Locale.ROOT,
        "%d published experiments repeated: on average %s right with the random split of the write-ups, %s with actors that"
            + " training has not heard.",
        count,
        Texts.percent(leak / count),
        Texts.percent(fair / count));
  }
}
