// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.undertone.ser.Emotion;

/** Whether features are sound, how they are spread by emotion, and which go together. */
final class FeatureBlocks {
  private static final int TOP = 20;

  private final FeatureTable features;
  private final List<String> emotions =
      List.of(Emotion.values()).stream().map(Emotion::label).toList();

  FeatureBlocks(FeatureTable features) {
    this.features = features;
  }

  /** Adds tables and pictures. */
  void addTo(StudySection.Builder section) {
    section.table(features.checks("feature-checks", "Checks of the table of features"));
    List<Describable> known = Describable.of(features);
    if (!known.isEmpty()) {
      section.table(means(known));
    }
    for (Describable one : known) {
      if (one.drawn()) {
        section.figure(
            new StudyFigure(
                "spread-" + one.column().replace('_', '-'),
                one.name()
                    + " of the clips of each emotion: median, quartiles, and the rest within"
                    + " one and a half times the box.",
                "Boxes by emotion. Medians: " + medians(one) + ".",
                DistributionCharts.boxes(one.name(), one.unit(), values(one))));
      }
    }
    explained(section);
    if (known.size() > 1) {
      correlations(section, known);
    }
  }

  private Map<String, double[]> values(Describable one) {
    Map<String, double[]> values = features.byLabel(one.column(), emotions);
    values.replaceAll((emotion, column) -> one.shown(column));
    return values;
  }

  private String medians(Describable one) {
    List<String> words = new ArrayList<>();
    values(one)
        .forEach((emotion, all) -> words.add(emotion + " " + one.text(Box.of(all).median())));
    return String.join(", ", words);
  }

  private StudyTable means(List<Describable> known) {
    List<String> columns = new ArrayList<>(List.of("Feature"));
    columns.addAll(features.byLabel(known.get(0).column(), emotions).keySet());
    List<List<String>> rows = new ArrayList<>();
    for (Describable one : known) {
      List<String> row = new ArrayList<>(List.of(one.title()));
      values(one).values().forEach(all -> row.add(one.text(Box.of(all).median())));
      rows.add(row);
    }
    return new StudyTable(
        "feature-medians", "Median of features by emotion", columns, rows, "Over clips.");
  }

  private void explained(StudySection.Builder section) {
    double[] shares = features.columns().stream().mapToDouble(features::explained).toArray();
    List<List<String>> rows = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble((Integer i) -> -shares[i]));
    for (int i : order) {
      rows.add(List.of(features.columns().get(i), String.format(Locale.ROOT, "%.4f", shares[i])));
    }
    List<List<String>> top = rows.subList(0, Math.min(TOP, rows.size()));
    section
        .table(
            new StudyTable(
                "feature-explained",
                "Features by what the emotion explains of them: the first " + top.size(),
                List.of("Feature", "eta squared"),
                top,
                "The share of a feature's variance that lies between emotions. It knows nothing"
                    + " of actors."))
        .figure(
            new StudyFigure(
                "feature-explained-chart",
                "The features of which the emotion explains most.",
                "Bars from " + top.get(0) + " down to " + top.get(top.size() - 1) + ".",
                BarCharts.importance(
                    "Share of variance between emotions", features.columns(), shares)));
  }

  private void correlations(StudySection.Builder section, List<Describable> known) {
    double[][] matrix = new double[known.size()][known.size()];
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < matrix.length; i++) {
      List<String> row = new ArrayList<>(List.of(known.get(i).column()));
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] = features.correlation(known.get(i).column(), known.get(j).column());
        row.add(
            Double.isFinite(matrix[i][j]) ? String.format(Locale.ROOT, "%.2f", matrix[i][j]) : "");
      }
      rows.add(row);
    }
    List<String> names = known.stream().map(Describable::column).toList();
    List<String> columns = new ArrayList<>(List.of("Feature"));
    columns.addAll(names);
    section
        .figure(
            new StudyFigure(
                "correlations",
                "Correlation of features over clips, from −1 (blue) by 0 to 1 (vermilion); the"
                    + " numbers below are those of the rows.",
                "Squares of colour; the table of correlations has the numbers.",
                MatrixCharts.correlations("Correlation of features", names, matrix)))
        .table(
            new StudyTable(
                "feature-correlations",
                "Correlation of features",
                columns,
                rows,
                "Pearson's, over clips."));
  }
}
