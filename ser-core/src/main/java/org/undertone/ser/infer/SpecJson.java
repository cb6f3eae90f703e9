// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

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

  static String text(JsonObject json, String name) {
    JsonElement value = field(json, name);
    if (!value.isJsonPrimitive()) {
      throw new IllegalArgumentException("\"" + name + "\" is not a text");
    }
    return value.getAsString();
  }

  static double number(JsonObject json, String name) {
    try {
      return field(json, name).getAsDouble();
    } catch (UnsupportedOperationException | IllegalStateException | NumberFormatException e) {
      throw new IllegalArgumentException("\"" + name + "\" is not a number", e);
    }
  }

  static int integer(JsonObject json, String name) {
    double value = number(json, name);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("\"" + name + "\" is " + value + ", not a whole number");
    }
    return (int) value;
  }
}
