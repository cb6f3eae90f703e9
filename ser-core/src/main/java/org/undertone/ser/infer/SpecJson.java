// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Reads fields of a spec; whatever is not as expected is an IllegalArgumentException that names it. */
final class SpecJson {
  private SpecJson() {}

  static JsonObject parseObject(String text) {
    try {
      JsonElement element = JsonParser.parseString(text);
      if (element.isJsonObject()) {
        return element.getAsJsonObject();
      }
    } catch (JsonParseException | StackOverflowError e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("not a JSON object");
  }

  static JsonElement field(JsonObject json, String name) {
    JsonElement value = json.get(name);
    if (value == null || value.isJsonNull()) {
      throw new IllegalArgumentException("\"" + name + "\" is missing");
    }
    return value;
  }

  static JsonObject object(JsonObject json, String name) {
    JsonElement value = field(json, name);
    if (!value.isJsonObject()) {
      throw new IllegalArgumentException("\"" + name + "\" is not a JSON object");
    }
    return value.getAsJsonObject();
  }

  static JsonArray array(JsonObject json, String name) {
    JsonElement value = field(json, name);
    if (!value.isJsonArray()) {
      throw new IllegalArgumentException("\"" + name + "\" is not an array");
    }
    return value.getAsJsonArray();
  }

  static String text(JsonObject json, String name) {
    return text(field(json, name), name);
  }

  static String text(JsonElement value, String name) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw new IllegalArgumentException("\"" + name + "\" is " + value + ", not a text");
    }
    return value.getAsString();
  }

  static double number(JsonObject json, String name) {
    return number(field(json, name), name);
  }

  static double number(JsonElement value, String name) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
      throw new IllegalArgumentException("\"" + name + "\" is " + value + ", not a number");
    }
    double number = value.getAsDouble();
    if (Double.isInfinite(number)) {
      throw new IllegalArgumentException("\"" + name + "\" is " + value + ", which is too large");
    }
    return number;
  }

  /** Reads an array of numbers. */
  static double[] numbers(JsonObject json, String name) {
    JsonArray array = array(json, name);
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(array.get(i), name);
    }
    return values;
  }

  static int integer(JsonObject json, String name) {
    double value = number(json, name);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("\"" + name + "\" is " + value + ", not a whole number");
    }
    return (int) value;
  }
}
