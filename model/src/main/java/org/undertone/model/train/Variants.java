// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the variants of an ablation: a JSON object with the name of each variant, and under it an object
 * of its changes ({@link RecipeChange}).
 */
public final class Variants {
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,60}";

  private Variants() {}

  /**
   * Reads variants, in the order of the file.
   *
   * @return the changes of each, by its name, which will do as the name of a folder
   * @throws IOException if the file cannot be read, or holds no variants; the message says why
   */
  public static Map<String, List<RecipeChange>> read(Path file) throws IOException {
    Map<String, List<RecipeChange>> variants = new LinkedHashMap<>();
    try {
      JsonObject json =
          JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8)).getAsJsonObject();
      for (Map.Entry<String, JsonElement> one : json.entrySet()) {
        variants.put(name(one.getKey()), changes(one.getKey(), one.getValue().getAsJsonObject()));
      }
    } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
      throw new IOException(file + " has no variants of a recipe: " + e.getMessage(), e);
    }
    if (variants.isEmpty()) {
      throw new IOException(file + " has no variants of a recipe: it is empty");
    }
    return Collections.unmodifiableMap(variants);
  }

  private static String name(String name) {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is no name: small letters, digits and hyphens are");
    }
    return name;
  }

  private static List<RecipeChange> changes(String name, JsonObject json) {
    if (json.isEmpty()) {
      throw new IllegalArgumentException("\"" + name + "\" changes nothing");
    }
    List<RecipeChange> changes = new ArrayList<>();
    json.entrySet().forEach(one -> changes.add(new RecipeChange(one.getKey(), one.getValue())));
    return List.copyOf(changes);
  }
}
