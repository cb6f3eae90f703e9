// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.undertone.ser.feature.MfccSpec;

/** Reads recipes and checks them, so that a wrong one fails before any clip is read. */
final class RecipeFile {
  private static final Gson GSON = new Gson();

  private RecipeFile() {}

  static Recipe read(Path file, List<RecipeChange> changes) throws IOException {
    return read(file, changes, true);
  }

  private static Recipe read(Path file, List<RecipeChange> changes, boolean mayHaveExperts)
      throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder, not a recipe");
    }
    try {
      JsonObject json = object(Files.readString(file, StandardCharsets.UTF_8));
      changes.stream().filter(change -> !change.isOfExperts()).forEach(one -> one.apply(json));
      requireComplete(json);
      Recipe recipe =
          new Recipe(
              field(json, "name", String.class),
              MfccSpec.fromJson(field(json, "mfcc", JsonObject.class)),
              field(json, "windowFrames", Integer.class),
              field(json, "hopFrames", Integer.class),
              field(json, "floorDb", Double.class),
              field(json, "minSpeechSeconds", Double.class),
              field(json, "profilePriorFrames", Double.class),
              field(json, "unsureThreshold", Double.class),
              field(json, "network", Recipe.NetworkShape.class),
              field(json, "training", Recipe.Training.class),
              field(json, "augmentation", Recipe.Augmentation.class),
              experts(
                  file,
                  field(json, "experts", ExpertEntry[].class),
                  RecipeChange.ofExperts(changes),
                  mayHaveExperts));
      RecipeChecks.check(recipe);
      return recipe;
    } catch (IllegalArgumentException e) {
      String changed = changes.isEmpty() ? "" : " with " + changes;
      throw new IOException(file + changed + " is not a recipe: " + e.getMessage(), e);
    }
  }

  /** How a {@link Recipe.Expert} stands in a file. */
  private record ExpertEntry(String recipe, Double weight) {}

  private static List<Recipe.Expert> experts(
      Path file, ExpertEntry[] entries, List<RecipeChange> changes, boolean mayHaveExperts)
      throws IOException {
    // Before they are read: one may name itself.
    RecipeChecks.require(
        mayHaveExperts || entries.length == 0,
        "it is an expert of another recipe, so it may have none itself");
    RecipeChecks.require(
        entries.length > 0 || changes.isEmpty(), "it has no expert that could be changed");
    List<Recipe.Expert> experts = new ArrayList<>();
    for (ExpertEntry entry : entries) {
      RecipeChecks.require(
          entry != null && entry.recipe() != null && entry.weight() != null,
          "one of the experts lacks \"recipe\" or \"weight\"");
      Recipe recipe = read(file.resolveSibling(entry.recipe()), changes, false);
      experts.add(new Recipe.Expert(recipe, entry.weight()));
    }
    return List.copyOf(experts);
  }

  private static JsonObject object(String text) {
    try {
      return JsonParser.parseString(text).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static void requireComplete(JsonObject json) {
    for (var component : Recipe.class.getRecordComponents()) {
      JsonElement value = json.get(component.getName());
      RecipeChecks.require(value != null, "it lacks \"" + component.getName() + "\"");
      if (component.getType().isRecord() && component.getType() != MfccSpec.class) {
        RecipeChecks.require(
            value.isJsonObject(), "\"" + component.getName() + "\" is not an object");
        Set<String> known = new HashSet<>();
        for (var inner : component.getType().getRecordComponents()) {
          RecipeChecks.require(
              value.getAsJsonObject().has(inner.getName()),
              "\"" + component.getName() + "\" lacks \"" + inner.getName() + "\"");
          known.add(inner.getName());
        }
        for (String name : value.getAsJsonObject().keySet()) {
          RecipeChecks.require(
              known.contains(name),
              "\"" + component.getName() + "\" has \"" + name + "\", which is not known");
        }
      }
    }
  }

  private static <T> T field(JsonObject json, String name, Class<T> type) {
    try {
      // As text: Gson then refuses a broken number for a whole one, and tells its place.
      T value = GSON.fromJson(json.get(name).toString(), type);
      RecipeChecks.require(value != null, "\"" + name + "\" is null");
      return value;
    } catch (JsonParseException | NumberFormatException e) {
      String message =
          e.getCause() instanceof NumberFormatException cause ? cause.getMessage() : e.getMessage();
      throw new IllegalArgumentException("\"" + name + "\": " + message, e);
    }
  }
}
