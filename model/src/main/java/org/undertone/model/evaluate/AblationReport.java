// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
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
   * One variant.
   *
   * @param changes what differs from the recipe, in words
   * @param difference of WA to the recipe, over the folds
   * @param error standard error of the mean difference; NaN with a single fold
   */
  private record Row(
      String name, String changes, EvaluationReport report, Summary difference, double error) {}

  private final EvaluationReport recipe;
  private final List<Row> rows = new ArrayList<>();
  private final VariantChoice choice;

  /**
   * Prepares a report.
   *
   * @param reports by the name of the variant; the first is of the recipe as it is
   * @param changes what each variant changes, in words, by its name
   * @throws IllegalArgumentException if a variant was not tested on the recipe's speakers
   */
  public AblationReport(Map<String, EvaluationReport> reports, Map<String, String> changes) {
    recipe = reports.values().iterator().next();
    Map<String, Results> results = new LinkedHashMap<>();
    reports.forEach(
        (name, report) -> {
          rows.add(row(name, changes.get(name), report));
          results.put(name, strangers(report));
        });
    choice = VariantChoice.of(results);
  }

  private Row row(String name, String changes, EvaluationReport report) {
    Map<Integer, ConfusionMatrix> before = strangers(recipe).byFold();
    Map<Integer, ConfusionMatrix> after = strangers(report).byFold();
    if (!before.keySet().equals(after.keySet())) {
      throw new IllegalArgumentException(name + " was not tested on the recipe's folds");
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
    return new Row(name, changes, report, difference, error);
  }

  /** Prints the report. */
  public void print(PrintWriter out) {
    recipe.printHead(out);
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
    for (Row row : rows) {
      Results strangers = strangers(row.report());
      out.printf(
          Locale.ROOT,
          "%-24s %5.1f %5.1f %10s %8s %6.3f%s%n",
          row.name(),
          100 * strangers.foldAccuracy().mean(),
          100 * strangers.foldRecall().mean(),
          percent(row.report().fourEmotions()),
          percent(row.report().withProfile()),
          row.report().calibrationError(),
          row.report().equals(recipe)
              ? ""
              : String.format(
                  Locale.ROOT,
                  "  %+.1f ± %s   %s",
                  100 * row.difference().mean(),
                  Double.isNaN(row.error())
                      ? "-"
                      : String.format(Locale.ROOT, "%.1f", 100 * row.error()),
                  row.changes()));
    }
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

  private static String percent(Figure figure) {
    return figure == null
        ? "-"
        : String.format(Locale.ROOT, "%.1f", 100 * figure.accuracy().mean());
  }

  /** Returns the numbers as JSON. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    recipe.addHead(json);
    JsonArray variants = new JsonArray();
    for (Row row : rows) {
      JsonObject variant = new JsonObject();
      variant.addProperty("name", row.name());
      variant.addProperty("changes", row.changes());
      variant.add("wa", ReportJson.meanAndDeviation(strangers(row.report()).foldAccuracy()));
      variant.add("uar", ReportJson.meanAndDeviation(strangers(row.report()).foldRecall()));
      addFigure(variant, "wa_4_emotions", row.report().fourEmotions());
      addFigure(variant, "wa_with_profile", row.report().withProfile());
      variant.addProperty("ece_cross_fitted", ReportJson.rounded(row.report().calibrationError()));
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

  private static Results strangers(EvaluationReport report) {
    return report.outcome().strangers();
  }
}
