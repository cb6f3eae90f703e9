// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A recipe beside variants of it, all tested by one protocol on the same clips. */
public final class AblationReport {
  private static final List<String> HEAD =
      List.of(
          "WA and UAR in percent, means over the folds; 4 emotions: neutral, happy, sad and angry",
          "alone, WA; profile: WA with the voice profile, on the clips that it did not hear; ECE: where",
          "there are folds, with a temperature fitted on the others. Clips as they are: what is for",
          "noise or telephones shows in `ser measure`. Difference: of WA to the recipe, mean over the",
          "folds ± its standard error; with few folds twice that is soon reached by chance, and in a",
          "long table some row is beyond it. Another seed shows how far the same recipe moves.");

  /**
   * What was tested; immutable.
   *
   * @param name as in the table
   * @param changes what differs from the recipe, in words
   * @param report what came out
   */
  public record Variant(String name, String changes, EvaluationReport report) {
    private Results strangers() {
      return report.outcome().strangers();
    }
  }

  /**
   * One line of the table.
   *
   * @param difference of WA to the recipe, over the folds
   * @param error standard error of the mean difference; NaN with a single fold
   */
  private record Row(Variant variant, Summary difference, double error) {}

  private final Variant recipe;
  private final List<Row> rows;
  private final VariantChoice choice;

  /**
   * Prepares a report.
   *
   * @param variants the first is the recipe as it is
   * @throws IllegalArgumentException if a variant was not tested on the recipe's folds
   */
  public AblationReport(List<Variant> variants) {
    recipe = variants.get(0);
    rows = variants.stream().map(this::row).toList();
    Map<String, Results> results = new LinkedHashMap<>();
    variants.forEach(one -> results.put(one.name(), one.strangers()));
    choice = VariantChoice.of(results);
  }

  private Row row(Variant variant) {
    Map<Integer, ConfusionMatrix> before = recipe.strangers().byFold();
    Map<Integer, ConfusionMatrix> after = variant.strangers().byFold();
    if (!before.keySet().equals(after.keySet())) {
      throw new IllegalArgumentException(variant.name() + " was not tested on the recipe's folds");
    }
    Summary difference =
        Summary.of(
            after.entrySet().stream()
                .map(
                    one ->
                        one.getValue().weightedAccuracy()
                            - before.get(one.getKey()).weightedAccuracy())
                .toList());
    // Of folds, not of speakers: those of a fold share a training, which chance has its part in.
    double error = after.size() < 2 ? Double.NaN : difference.deviation() / Math.sqrt(after.size());
    return new Row(variant, difference, error);
  }

  /** Prints the report. */
  public void print(PrintWriter out) {
    recipe.report().head().print(out);
    HEAD.forEach(out::println);
    out.println();
    out.printf(
        Locale.ROOT,
        "%-24s %5s %5s %10s %8s %6s  %s%n",
        "variant",
        "WA",
        "UAR",
        "4 emotions",
        "profile",
        "ECE",
        "difference");
    rows.forEach(row -> print(out, row));
    if (choice != null) {
      out.println();
      out.printf(
          Locale.ROOT,
          "Each fold by the variant that is best on the other folds: WA %.1f %% ± %.1f (%s)%n",
          100 * choice.accuracy().mean(),
          100 * choice.accuracy().deviation(),
          String.join(
              ", ",
              choice.chosen().entrySet().stream()
                  .map(one -> one.getKey() + " in " + one.getValue())
                  .toList()));
    }
    out.flush();
  }

  private void print(PrintWriter out, Row row) {
    EvaluationReport report = row.variant().report();
    out.printf(
        Locale.ROOT,
        "%-24s %5s %5s %10s %8s %6.3f%s%n",
        row.variant().name(),
        percent(row.variant().strangers().foldAccuracy().mean()),
        percent(row.variant().strangers().foldRecall().mean()),
        percent(report.fourEmotions()),
        percent(report.withProfile()),
        report.calibrationError(),
        row.variant().equals(recipe)
            ? ""
            : String.format(
                Locale.ROOT,
                "  %+.1f ± %s   %s",
                100 * row.difference().mean(),
                Double.isNaN(row.error()) ? "-" : percent(row.error()),
                row.variant().changes()));
  }

  private static String percent(Figure figure) {
    return figure == null ? "-" : percent(figure.accuracy().mean());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  /** Returns the numbers as JSON. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    recipe.report().head().addTo(json);
    JsonArray variants = new JsonArray();
    for (Row row : rows) {
      Variant one = row.variant();
      JsonObject variant = new JsonObject();
      variant.addProperty("name", one.name());
      variant.addProperty("changes", one.changes());
      variant.add("wa", ReportJson.meanAndDeviation(one.strangers().foldAccuracy()));
      variant.add("uar", ReportJson.meanAndDeviation(one.strangers().foldRecall()));
      addFigure(variant, "wa_4_emotions", one.report().fourEmotions());
      addFigure(variant, "wa_with_profile", one.report().withProfile());
      variant.addProperty("ece_cross_fitted", ReportJson.rounded(one.report().calibrationError()));
      JsonObject difference = new JsonObject();
      difference.addProperty("mean", ReportJson.rounded(row.difference().mean()));
      if (!Double.isNaN(row.error())) {
        difference.addProperty("standard_error", ReportJson.rounded(row.error()));
      }
      variant.add("wa_difference", difference);
      variants.add(variant);
    }
    json.add("variants", variants);
    if (choice != null) {
      JsonObject chosen = new JsonObject();
      choice.chosen().forEach(chosen::addProperty);
      JsonObject best = new JsonObject();
      best.add("wa", ReportJson.meanAndDeviation(choice.accuracy()));
      best.add("folds", chosen);
      json.add("chosen_on_other_folds", best);
    }
    return json;
  }

  private static void addFigure(JsonObject json, String name, Figure figure) {
    if (figure != null) {
      json.add(name, ReportJson.meanAndDeviation(figure.accuracy()));
    }
  }
}
