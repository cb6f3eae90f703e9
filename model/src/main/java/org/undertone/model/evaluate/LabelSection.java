// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The same predictions counted in eight, four and three labels. */
final class LabelSection implements Section {
  private final List<Figure> figures;

  LabelSection(Outcome outcome) {
    figures =
        LabelView.ALL.stream()
            .map(view -> view.count(outcome.strangers().predictions()))
            .filter(Objects::nonNull)
            .toList();
  }

  List<Figure> figures() {
    return figures;
  }

  /** Returns the figure of neutral, happy, sad and angry alone; null if there is no such clip. */
  Figure usualFour() {
    return figures.stream()
        .filter(figure -> figure.name().equals(LabelView.USUAL_FOUR.name()))
        .findFirst()
        .orElse(null);
  }

  @Override
  public void print(PrintWriter out) {
    out.println("The same predictions, counted in fewer labels:");
    for (Figure figure : figures) {
      out.printf(Locale.ROOT, "  %-62s %s%n", figure.name(), figure.text());
    }
  }

  @Override
  public void addTo(JsonObject report) {
    report.add("labels", ReportJson.figures(figures));
  }
}
