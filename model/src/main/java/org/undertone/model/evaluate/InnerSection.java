// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an inner validation made of it, if there was one. Of a single net it chooses no weights, so there
 * is no accuracy to tell.
 */
final class InnerSection implements Section {
  private final List<String> names;
  private final InnerValidation inner;

  /**
   * Takes the numbers.
   *
   * @param names of the nets
   * @param inner null if there was none
   */
  InnerSection(List<String> names, InnerValidation inner) {
    this.names = List.copyOf(names);
    this.inner = inner;
  }

  /** Returns the accuracy as one figure; none if no weights were chosen. */
  List<Figure> figures() {
    return hasWeights() ? List.of(figure()) : List.of();
  }

  private boolean hasWeights() {
    return inner != null && inner.choices().get(0).weights().size() > 1;
  }

  private Figure figure() {
    return Figure.of("chosen by inner validation", inner.results());
  }

  @Override
  public void print(PrintWriter out) {
    if (inner == null) {
      return;
    }
    out.println(
        "inner validation: another fold chooses, by nets that heard neither it nor the fold tested");
    if (hasWeights()) {
      out.printf(Locale.ROOT, "%-30s %s%n", figure().name(), figure().text());
    }
    out.printf(
        Locale.ROOT,
        "  calibration error %.3f; %.1f %% answered, %.1f %% of them right%n",
        inner.calibrationError(),
        100 * inner.coverage().share(),
        100 * inner.coverage().accuracy());
    if (hasWeights()) {
      out.println("  nets: " + String.join(", ", names));
    }
    for (InnerValidation.Choice choice : inner.choices()) {
      out.printf(
          Locale.ROOT,
          "  fold %d: %stemperature %.2f, unsure below %.2f (%d clips)%n",
          choice.fold(),
          hasWeights() ? "weights " + weights(choice) + ", " : "",
          choice.fit().temperature(),
          choice.fit().unsureThreshold(),
          choice.validated());
    }
    out.println();
  }

  private static String weights(InnerValidation.Choice choice) {
    return choice.weights().stream()
        .map(weight -> String.format(Locale.ROOT, "%.1f", weight))
        .collect(Collectors.joining(" "));
  }

  @Override
  public void addTo(JsonObject report) {
    if (inner == null) {
      return;
    }
    JsonObject json = new JsonObject();
    json.add("wa", ReportJson.summary(inner.results().foldAccuracy()));
    json.add("uar", ReportJson.summary(inner.results().foldRecall()));
    json.addProperty("ece", ReportJson.rounded(inner.calibrationError()));
    json.addProperty("answered", ReportJson.rounded(inner.coverage().share()));
    json.addProperty("accuracy_of_answers", ReportJson.rounded(inner.coverage().accuracy()));
    JsonArray folds = new JsonArray();
    for (InnerValidation.Choice choice : inner.choices()) {
      JsonObject fold = new JsonObject();
      fold.addProperty("fold", choice.fold());
      fold.add("weights", ReportJson.numbers(choice.weights()));
      fold.addProperty("temperature", ReportJson.rounded(choice.fit().temperature()));
      fold.addProperty("unsure_threshold", ReportJson.rounded(choice.fit().unsureThreshold()));
      fold.addProperty("clips", choice.validated());
      folds.add(fold);
    }
    json.add("folds", folds);
    report.add("inner_validation", json);
  }
}
