// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.List;
import org.undertone.model.study.report.StudySection;
import org.undertone.model.study.report.StudyTable;

/** Experiment 6: a 1-D CNN on MFCC over time, beside the recipe of the shipped model. */
final class SequenceExperiment implements Experiment {
  private final Catalogue catalogue;
  private final ShippedEvaluation shipped;

  /**
   * Prepares the experiment.
   *
   * @param shipped cross-validated numbers of the shipped model's recipe; null if they were not given
   */
  SequenceExperiment(Catalogue catalogue, ShippedEvaluation shipped) {
    this.catalogue = catalogue;
    this.shipped = shipped;
  }

  private Named network() {
    return new Named(
        "1-D CNN on MFCC",
        Series.of(ClipSet.speech(ClassSet.EIGHT), FeatureKind.SEQUENCE, catalogue.sequence()));
  }

  @Override
  public List<Named> series() {
    return List.of(network());
  }

  @Override
  public StudySection section(Results results) {
    Named one = network();
    ResultTables tables = new ResultTables("sequence", List.of(one), results);
    StudySection.Builder section =
        StudySection.builder("sequence", "6. MFCC and a 1-D CNN")
            .paragraph(
                FrameStack.ROWS
                    + " MFCC in "
                    + FrameStack.FRAMES
                    + " frames of three seconds, convolutions over time, eight classes. Published:"
                    + " 60 %.")
            .paragraph(
                "The shipped model has been trained on all of RAVDESS' actors: what it says of these clips is no"
                    + " test, and is not shown. Shown instead is its recipe, trained and tested by ser evaluate with actors apart"
                    + (shipped == null
                        ? "; the row is empty, since no --evaluation was given."
                        : ". " + shipped.protocol()))
            .table(tables.scores())
            .table(shippedTable());
    tables.addPictures(section, one, "cnn");
    tables.addTables(section);
    return section.build();
  }

  private StudyTable shippedTable() {
    return new StudyTable(
        "sequence-shipped",
        "The recipe of the shipped model, actors apart",
        List.of("Voice profile", "WA", "UAR", "Clips"),
        shipped == null
            ? List.of(List.of("not given: use --evaluation", "", "", ""))
            : shipped.rows(),
        "From the report.json of ser evaluate; it may have been trained on more corpora than this"
            + " one, as its protocol says.");
  }

  @Override
  public List<MainRow> mainRows() {
    String numbers = shipped == null ? "not given: use --evaluation" : shipped.accuracy();
    return List.of(
        MainRow.of(
            6, "1-D CNN on MFCC", "1-D CNN on MFCC, eight classes", "60 %", network().series()),
        new MainRow(
            6,
            "recipe of the shipped model",
            "recipe of the shipped model, eight classes",
            "-",
            null,
            numbers));
  }
}
