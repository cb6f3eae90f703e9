// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** JSON as programs want it: plain numbers with the digits that mean something. */
final class Json {
  /** One object a line. */
  static final Gson LINE = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  /** For people. */
  static final Gson PRETTY =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().setPrettyPrinting().create();

  private Json() {}

  /** Returns a time, to the millisecond. */
  static BigDecimal seconds(double seconds) {
    return BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_EVEN);
  }

  /** Returns a probability, so fine that those of eight labels still sum to 1 within 1e-5. */
  static BigDecimal probability(double probability) {
    return BigDecimal.valueOf(probability).setScale(6, RoundingMode.HALF_EVEN);
  }

  /** Returns scores as an object of label to probability. */
  static JsonObject scores(Map<String, Double> scores) {
    JsonObject json = new JsonObject();
    scores.forEach((label, p) -> json.addProperty(label, probability(p)));
    return json;
  }

  /** Returns start, end, label and probability. */
  static JsonObject stretch(Stretch stretch) {
    JsonObject json = new JsonObject();
    json.addProperty("start_s", seconds(stretch.startSeconds()));
    json.addProperty("end_s", seconds(stretch.endSeconds()));
    json.addProperty("label", stretch.heard().label());
    json.addProperty("probability", probability(stretch.heard().probability()));
    return json;
  }
}
