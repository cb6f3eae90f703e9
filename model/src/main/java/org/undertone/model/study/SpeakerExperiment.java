// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.ArrayList;
import java.util.List;
import org.undertone.model.study.report.StudySection;

/** Experiment 7: every learner with and without features normalised by speaker. */
final class SpeakerExperiment implements Experiment {
  private final Catalogue catalogue;

  SpeakerExperiment(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public List<Named> series() {
    List<Named> series = new ArrayList<>();
    for (Named one : catalogue.all()) {
      series.add(one);
      series.add(new Named(one.name() + ", by speaker", one.series().normalisedBySpeaker()));
    }
    return series;
  }

  @Override
  public StudySection section(Results results) {
    ResultTables tables = new ResultTables("speaker", series(), results);
    StudySection.Builder section =
        StudySection.builder("speaker", "7. Features normalised by speaker")
            .paragraph(
                "Each feature minus its mean over all clips of the speaker, divided by its deviation over them;"
                    + " speech, eight classes. As in the literature this is transductive: the tested"
                    + " clips take part in their speaker's mean, without their labels. A program"
                    + " that hears a stranger's first words cannot do this.")
            .table(tables.scores());
    tables.addTables(section);
    return section.build();
  }
}
