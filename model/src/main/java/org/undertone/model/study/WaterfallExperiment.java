// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.ArrayList;
import java.util.List;
import org.undertone.model.study.report.BarCharts;
import org.undertone.model.study.report.StudyFigure;
import org.undertone.model.study.report.StudySection;
import org.undertone.model.study.report.StudyTable;

/** Experiment 8: where each learner's points go, from the leaky number to the fair one. */
final class WaterfallExperiment implements Experiment {
  private final Catalogue catalogue;

  WaterfallExperiment(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  private static Series withCopies(Named one) {
    return one.series().on(one.series().clips().withTheCopies());
  }

  @Override
  public List<Named> series() {
    return catalogue.all();
  }

  @Override
  public List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (Named one : series()) {
      runs.addAll(Experiment.runs(withCopies(one), Split.Kind.RANDOM));
      runs.addAll(Experiment.runs(one.series(), Split.Kind.RANDOM));
      runs.addAll(Experiment.runs(one.series(), Split.Kind.RANDOM_FOLDS));
      runs.addAll(Experiment.runs(one.series(), Split.Kind.ACTORS));
      runs.addAll(Experiment.runs(one.series().normalisedBySpeaker(), Split.Kind.ACTORS));
    }
    return runs;
  }

  private static List<BarCharts.Step> steps(Named one, Results results) {
    SeriesResult plain = results.of(one.series());
    SeriesResult bySpeaker = results.of(one.series().normalisedBySpeaker());
    return List.of(
        new BarCharts.Step(
            "random 75/25, copies left in",
            results.of(withCopies(one)).accuracy(Split.Kind.RANDOM).mean()),
        new BarCharts.Step("without copies", plain.accuracy(Split.Kind.RANDOM).mean()),
        new BarCharts.Step("six random folds", plain.accuracy(Split.Kind.RANDOM_FOLDS).mean()),
        new BarCharts.Step("six folds of actors", plain.accuracy(Split.Kind.ACTORS).mean()),
        new BarCharts.Step("by speaker", bySpeaker.accuracy(Split.Kind.ACTORS).mean()));
  }

  @Override
  public StudySection section(Results results) {
    List<StudyFigure> figures = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (Named one : series()) {
      List<BarCharts.Step> steps = steps(one, results);
      BarCharts.Waterfall waterfall = new BarCharts.Waterfall(one.name(), steps);
      figures.add(
          new StudyFigure(
              "waterfall-" + (figures.size() + 1),
              "What each step takes away or gives: " + one.name() + ".",
              "Waterfall from the leaky to the fair accuracy of the " + one.name(),
              BarCharts.waterfall("Where the points go", List.of(waterfall))));
      List<String> row = new ArrayList<>();
      row.add(one.name());
      steps.forEach(step -> row.add(Texts.percent(step.accuracy())));
      row.add(Texts.points(steps.get(3).accuracy() - steps.get(2).accuracy()));
      rows.add(row);
    }
    StudySection.Builder section =
        StudySection.builder("waterfall", "8. Where the points go")
            .paragraph(
                "From the write-ups' protocol to a fair one, a step at a time; speech, eight classes, accuracy (WA). Copies of a"
                    + " recording are taken out; then six random folds learn from as many clips as"
                    + " six folds of actors do, so that what is lost between those two is owed to knowing the actors alone;"
                    + " last, features are normalised by speaker. The first two steps are one draw"
                    + " of the test clips: a point or two there is chance.")
            .table(
                new StudyTable(
                    "waterfall-steps",
                    "Step by step",
                    List.of(
                        "Learner",
                        "Random 75/25, copies left in",
                        "Without copies",
                        "Six random folds",
                        "Six folds of actors",
                        "By speaker",
                        "Owed to known actors"),
                    rows,
                    "WA; of folds their mean. The last column is six folds of actors less six random folds."));
    figures.forEach(section::figure);
    return section.build();
  }
}
