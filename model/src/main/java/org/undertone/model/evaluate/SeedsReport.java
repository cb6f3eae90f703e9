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
import java.util.SortedMap;
import java.util.TreeMap;

/** The numbers of one protocol repeated with several seeds. */
public final class SeedsReport {
  private final ReportHead head;
  private final SortedMap<Long, EvaluationReport> seeds;
  private final Map<String, List<Figure>> figures = new LinkedHashMap<>();
  private final CalibrationSection calibration;

  /**
   * Prepares a report.
   *
   * @param protocol what was done, in words
   * @param notes what a reader must know before the numbers, a line each
   * @param seeds the report of each seed
   */
  public SeedsReport(String protocol, List<String> notes, Map<Long, EvaluationReport> seeds) {
    head = new ReportHead(protocol, notes);
    this.seeds = new TreeMap<>(seeds);
    List<List<Prediction>> raw = new ArrayList<>();
    for (EvaluationReport report : this.seeds.values()) {
      for (Figure figure : report.figures()) {
        figures.computeIfAbsent(figure.name(), name -> new ArrayList<>()).add(figure);
      }
      raw.add(report.outcome().raw());
    }
    calibration = CalibrationSection.ofRuns(raw);
  }

  /** Prints the report. */
  public void print(PrintWriter out) {
    head.print(out);
    out.println("mean over the folds, then mean ± deviation over the seeds:");
    for (Map.Entry<String, List<Figure>> one : figures.entrySet()) {
      Summary accuracy = accuracy(one.getValue());
      Summary recall = recall(one.getValue());
      out.printf(
          Locale.ROOT,
          "  %-62s WA %.1f %% ± %.1f   UAR %.1f %% ± %.1f%n",
          one.getKey(),
          100 * accuracy.mean(),
          100 * accuracy.deviation(),
          100 * recall.mean(),
          100 * recall.deviation());
    }
    out.println();
    out.println("WA (%) of each fold, by seed:");
    for (Map.Entry<Long, EvaluationReport> seed : seeds.entrySet()) {
      out.printf(Locale.ROOT, "  seed %-6d", seed.getKey());
      strangers(seed.getValue())
          .byFold()
          .values()
          .forEach(fold -> out.printf(Locale.ROOT, " %6.1f", 100 * fold.weightedAccuracy()));
      out.printf(
          Locale.ROOT, "   mean %.1f%n", 100 * strangers(seed.getValue()).foldAccuracy().mean());
    }
    out.println();
    out.println("WA (%) of each speaker, mean over the seeds:");
    Columns columns = new Columns(out);
    speakers().forEach(columns::add);
    columns.end();
    out.println();
    out.println("The predictions of all seeds together:");
    calibration.print(out);
    out.flush();
  }

  /** Returns the numbers as JSON; {@code temperature} is fitted on all folds of all seeds. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    head.addTo(json);
    List<Figure> main = figures.values().iterator().next();
    json.addProperty("clips", main.get(0).clips());
    json.add("wa", ReportJson.summary(accuracy(main)));
    json.add("uar", ReportJson.summary(recall(main)));
    JsonArray all = new JsonArray();
    figures.forEach(
        (name, some) -> {
          JsonObject figure = new JsonObject();
          figure.addProperty("name", name);
          figure.add("wa", ReportJson.meanAndDeviation(accuracy(some)));
          figure.add("uar", ReportJson.meanAndDeviation(recall(some)));
          all.add(figure);
        });
    json.add("figures", all);
    JsonArray runs = new JsonArray();
    seeds.forEach(
        (seed, report) -> {
          List<ConfusionMatrix> folds = List.copyOf(strangers(report).byFold().values());
          JsonObject run = new JsonObject();
          run.addProperty("seed", seed);
          run.add(
              "wa_per_fold",
              ReportJson.numbers(folds.stream().map(ConfusionMatrix::weightedAccuracy).toList()));
          run.add(
              "uar_per_fold",
              ReportJson.numbers(
                  folds.stream().map(ConfusionMatrix::unweightedAverageRecall).toList()));
          runs.add(run);
        });
    json.add("seeds", runs);
    JsonObject speakers = new JsonObject();
    speakers().forEach((name, wa) -> speakers.addProperty(name, ReportJson.rounded(wa)));
    json.add("speakers", speakers);
    calibration.addTo(json);
    return json;
  }

  private SortedMap<String, Double> speakers() {
    SortedMap<String, Double> means = new TreeMap<>();
    for (EvaluationReport report : seeds.values()) {
      strangers(report)
          .bySpeaker()
          .forEach(
              (name, matrix) ->
                  means.merge(name, matrix.weightedAccuracy() / seeds.size(), Double::sum));
    }
    return means;
  }

  private static Results strangers(EvaluationReport report) {
    return report.outcome().strangers();
  }

  private static Summary accuracy(List<Figure> figures) {
    return Summary.of(figures.stream().map(figure -> figure.accuracy().mean()).toList());
  }

  private static Summary recall(List<Figure> figures) {
    return Summary.of(figures.stream().map(figure -> figure.recall().mean()).toList());
  }
}
