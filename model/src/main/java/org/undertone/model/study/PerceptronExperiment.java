// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.ArrayList;
import java.util.List;
import org.undertone.model.study.ClipSet.Voices;
import org.undertone.model.study.report.StudySection;
import org.undertone.model.study.report.StudyTable;

/** Experiment 4: a multi-layer perceptron whose settings are searched for within the training clips. */
final class PerceptronExperiment implements Experiment {
  private final Catalogue catalogue;

  PerceptronExperiment(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  private Series series(Voices voices) {
    return Series.of(
        ClipSet.speech(ClassSet.SEVEN).of(voices),
        FeatureKind.STATISTICS,
        catalogue.searchedPerceptron());
  }

  @Override
  public List<Named> series() {
    List<Named> series = new ArrayList<>();
    for (Voices voices : Voices.values()) {
      series.add(new Named(voices.words(), series(voices)));
    }
    return series;
  }

  @Override
  public StudySection section(Results results) {
    List<Named> series = series();
    ResultTables tables = new ResultTables("perceptron", series, results);
    Method method = catalogue.searchedPerceptron();
    StudySection.Builder section =
        StudySection.builder("perceptron", "4. Multi-layer perceptron with a search")
            .paragraph(
                "The same statistics and seven classes. Of "
                    + method.candidates().size()
                    + " settings the best in "
                    + method.innerFolds()
                    + " inner folds of the training clips is taken: folds of actors where the test is of other actors,"
                    + " folds of clips where it is of other clips. The tested clips choose"
                    + " nothing. Published: 71 to 73 % with the leak, 53 to 54 % without.")
            .table(tables.scores())
            .table(chosen(series, results));
    tables.addPictures(section, series.get(0), "all");
    tables.addTables(section);
    return section.build();
  }

  private static StudyTable chosen(List<Named> series, Results results) {
    List<List<String>> rows = new ArrayList<>();
    for (Named one : series) {
      for (Split.Kind kind : List.of(Split.Kind.RANDOM, Split.Kind.ACTORS)) {
        List<RunResult> runs = results.of(one.series()).runs(kind);
        for (int fold = 0; fold < runs.size(); fold++) {
          rows.add(
              List.of(
                  one.name(), kind.words(), Integer.toString(fold + 1), runs.get(fold).chosen()));
        }
      }
    }
    return new StudyTable(
        "perceptron-chosen",
        "What the search chose",
        List.of("Actors", "Split", "Fold", "Settings"),
        rows,
        "");
  }

  @Override
  public List<MainRow> mainRows() {
    List<MainRow> rows = new ArrayList<>();
    for (Voices voices : Voices.values()) {
      rows.add(
          MainRow.of(
              4,
              "multi-layer perceptron, " + voices.words(),
              "multi-layer perceptron with a search, seven classes, " + voices.words(),
              "71–73 % (without the leak 53–54 %)",
              series(voices)));
    }
    return rows;
  }
}
