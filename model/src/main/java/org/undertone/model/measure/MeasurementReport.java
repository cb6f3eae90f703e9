// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.undertone.model.evaluate.Results;

/** What was measured: for people, for programs, and as pictures. */
public final class MeasurementReport {
  private final List<String> heading;
  private final JsonObject facts;
  private final List<Table> tables;
  private final Map<Condition, Results> results;

  MeasurementReport(
      List<String> heading, JsonObject facts, List<Table> tables, Map<Condition, Results> results) {
    this.heading = List.copyOf(heading);
    this.facts = facts.deepCopy();
    this.tables = List.copyOf(tables);
    this.results = results;
  }

  /** Prints all tables. */
  public void print(PrintWriter out) {
    heading.forEach(out::println);
    for (Table table : tables) {
      out.println();
      table.print(out);
    }
    out.flush();
  }

  /** Returns the facts, and each table as an array of objects under its name. Shares are 0 to 1. */
  public JsonObject toJson() {
    JsonObject json = facts.deepCopy();
    tables.forEach(table -> json.add(table.key(), table.toJson()));
    return json;
  }

  /**
   * Draws accuracy-snr.png (if noise was added), confusion.png, reliability.png and coverage.png.
   *
   * @throws IOException if one cannot be written
   */
  public void writePictures(Path folder) throws IOException {
    Results clean = results.values().iterator().next();
    if (results.keySet().stream().anyMatch(condition -> !condition.noise().isEmpty())) {
      Charts.accuracyAgainstSnr(results, folder.resolve("accuracy-snr.png"));
    }
    Charts.confusion(clean.confusion(), folder.resolve("confusion.png"));
    Charts.reliability(clean.predictions(), folder.resolve("reliability.png"));
    Charts.coverage(new Confidence(clean.predictions()), folder.resolve("coverage.png"));
  }
}
