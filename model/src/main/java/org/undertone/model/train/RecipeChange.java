// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;

/**
 * A change to one field of a recipe; immutable.
 *
 * @param path names from the recipe down to the field, with dots between them, such as {@code
 *     augmentation.noiseProbability}; {@code experts.} before it means the field of every expert
 * @param value the new value, as in the file
 */
public record RecipeChange(String path, JsonElement value) {
  private static final String EXPERTS = "experts.";

  /** The one object of a recipe whose names are not fixed: corpora. */
  private static final String OPEN = "training.clipsPerEpoch";

  /**
   * Reads a change.
   *
   * @param text path and value with = between them; what is no JSON is taken as text
   * @throws IllegalArgumentException if there is no = or no path
   */
  public static RecipeChange parse(String text) {
    int split = text.indexOf('=');
    if (split < 1) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no change such as training.mixupProbability=0");
    }
    return new RecipeChange(text.substring(0, split), json(text.substring(split + 1)));
  }

  private static JsonElement json(String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException e) {
      return new JsonPrimitive(text);
    }
  }

  /** Returns those of some changes that are the experts', as changes to an expert's recipe. */
  static List<RecipeChange> ofExperts(List<RecipeChange> changes) {
    return changes.stream()
        .filter(RecipeChange::isOfExperts)
        .map(change -> new RecipeChange(change.path.substring(EXPERTS.length()), change.value))
        .toList();
  }

  /** Returns whether it is the experts' fields that change. */
  boolean isOfExperts() {
    return path.startsWith(EXPERTS);
  }

  /**
   * Makes the change in a recipe as it was read.
   *
   * @throws IllegalArgumentException if the recipe has no such field
   */
  void apply(JsonObject recipe) {
    String[] names = path.split("\\.", -1);
    JsonObject object = recipe;
    for (int i = 0; i < names.length - 1; i++) {
      JsonElement inner = object.get(names[i]);
      if (inner == null || !inner.isJsonObject()) {
        throw unknown();
      }
      object = inner.getAsJsonObject();
    }
    String last = names[names.length - 1];
    if (!object.has(last) && !path.equals(OPEN + "." + last)) {
      throw unknown();
    }
    object.add(last, value.deepCopy());
  }

  private IllegalArgumentException unknown() {
    return new IllegalArgumentException("it has no field \"" + path + "\" that could be changed");
  }

  /** Returns changes as they are written on a command line, with commas; empty if there are none. */
  public static String inWords(List<RecipeChange> changes) {
    return String.join(", ", changes.stream().map(RecipeChange::toString).toList());
  }

  /** Returns it as it is written on a command line. */
  @Override
  public String toString() {
    return path + "=" + value;
  }
}
