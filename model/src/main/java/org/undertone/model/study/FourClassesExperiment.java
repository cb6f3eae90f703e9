// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.List;
import org.undertone.model.study.report.StudySection;

/** Experiment 5: angry, calm, happy and sad, for a call centre. */
final class FourClassesExperiment implements Experiment {
  private final Catalogue catalogue;

  FourClassesExperiment(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public List<Named> series() {
    return List.of(
            catalogue.forest(), catalogue.boosting(), catalogue.lightGbm(), catalogue.perceptron())
        .stream()
        .map(
            method ->
                new Named(
                    method.name(),
                    Series.of(ClipSet.speech(ClassSet.FOUR), FeatureKind.STATISTICS, method)))
        .toList();
  }

  @Override
  public StudySection section(Results results) {
    List<Named> series = series();
    ResultTables tables = new ResultTables("four", series, results);
    StudySection.Builder section =
        StudySection.builder("four", "5. Four classes for a call centre")
            .paragraph(
                "Angry, calm, happy and sad, on the statistics. Published: 63 to 65 %. Four"
                    + " classes are easier than eight: guessing is right once in four.")
            .table(tables.scores());
    tables.addPictures(section, series.get(0), "forest");
    tables.addTables(section);
    return section.build();
  }

  @Override
  public List<MainRow> mainRows() {
    return series().stream()
        .map(
            one ->
                MainRow.of(
                    5,
                    one.name() + ", four classes",
                    one.name() + " on statistics; angry, calm, happy, sad",
                    "63–65 %",
                    one.series()))
        .toList();
  }
}
