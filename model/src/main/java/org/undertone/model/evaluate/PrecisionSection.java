// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.undertone.model.export.Precision;
import org.undertone.model.train.ExportCheck;

/** What the exported files of each precision say, and how near they are to the networks. */
final class PrecisionSection implements Section {
  private final List<Figure> figures = new ArrayList<>();
  private final List<ExportCheck> exports;

  PrecisionSection(Outcome outcome) {
    exports = outcome.exports();
    outcome
        .byPrecision()
        .forEach((precision, results) -> figures.add(Figure.of(precision.name(), results)));
  }

  List<Figure> figures() {
    return figures;
  }

  @Override
  public void print(PrintWriter out) {
    for (Figure figure : figures) {
      out.printf(Locale.ROOT, "file %-10s %s%n", figure.name(), figure.text());
    }
    for (Precision precision : Precision.values()) {
      int clips = 0;
      int same = 0;
      double largest = 0;
      for (ExportCheck check : exports) {
        if (check.precision() == precision) {
          clips += check.clips();
          same += check.sameClass();
          largest = Math.max(largest, check.largestDifference());
        }
      }
      if (clips > 0) {
        out.printf(
            Locale.ROOT,
            "export %s: probabilities within %.1e of the trained network's, same class on %d of %d"
                + " test clips%n",
            precision,
            largest,
            same,
            clips);
      }
    }
  }

  @Override
  public void addTo(JsonObject report) {
    JsonArray precisions = ReportJson.figures(figures);
    if (!precisions.isEmpty()) {
      report.add("precisions", precisions);
    }
  }
}
