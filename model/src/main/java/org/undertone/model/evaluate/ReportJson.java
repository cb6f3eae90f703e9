// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** Numbers as they stand in {@code report.json}: rounded to four places. */
final class ReportJson {
  private ReportJson() {}

  static JsonObject summary(Summary summary) {
    JsonObject json = meanAndDeviation(summary);
    json.addProperty("min", rounded(summary.min()));
    json.addProperty("median", rounded(summary.median()));
    json.addProperty("max", rounded(summary.max()));
    return json;
  }

  static JsonObject meanAndDeviation(Summary summary) {
    JsonObject json = new JsonObject();
    json.addProperty("mean", rounded(summary.mean()));
    json.addProperty("deviation", rounded(summary.deviation()));
    return json;
  }

  static JsonArray numbers(List<Double> values) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(rounded(value)));
    return array;
  }

  static JsonArray figures(List<Figure> figures) {
    JsonArray array = new JsonArray();
    figures.forEach(figure -> array.add(figure.toJson()));
    return array;
  }

  static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
