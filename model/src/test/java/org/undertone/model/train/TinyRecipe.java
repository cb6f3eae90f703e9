// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.undertone.ser.feature.MfccSpec;

/** A recipe of a network that trains in a second. */
public final class TinyRecipe {
  /** Augmentation that changes nothing. */
  static final Recipe.Augmentation NONE =
      new Recipe.Augmentation(0, List.of(1.0), 0, 0, 0, 0, 0, 0, 0, 0, 0);

  private static final MfccSpec MFCC = MfccSpec.of(16_000, 512, 256, 32, 16);

  private TinyRecipe() {}

  /** Returns the recipe with some of everything. */
  public static Recipe full() {
    return of(
        32,
        new Recipe.Augmentation(0.5, List.of(0.9, 1.0, 1.1), 3, 2, 0.2, 0.1, 0.3, 10, 30, 10, 2));
  }

  /** Returns a recipe without augmentation. */
  static Recipe plain(int hopFrames) {
    return of(hopFrames, NONE);
  }

  /** Returns the full recipe with several nets. */
  public static Recipe withMembers(int members) {
    return with(members, full().network().squeeze(), full().network().attention());
  }

  /** Returns the full recipe with or without squeeze and excitation, and attention. */
  static Recipe with(int squeeze, int attention) {
    return with(1, squeeze, attention);
  }

  private static Recipe with(int members, int squeeze, int attention) {
    Recipe.NetworkShape one = full().network();
    Recipe.NetworkShape shape =
        new Recipe.NetworkShape(
            members,
            one.stemKernel(),
            one.stemStride(),
            one.channels(),
            one.kernels(),
            one.pools(),
            squeeze,
            attention,
            one.dropout());
    return copy(full(), shape, full().training(), List.of());
  }

  /** Returns the full recipe, all or none of whose batches are mixed. */
  static Recipe withMixup(double probability) {
    return of(
        full(),
        new Recipe.Training(4, 8, 0.01, 0.5, 0.01, 0.05, 0.8, probability, 0.3, Map.of(), 1));
  }

  /** Returns the full recipe, not mixed, with so many clips of a corpus in an epoch. */
  static Recipe withClipsPerEpoch(Map<String, Integer> clips) {
    return of(full(), new Recipe.Training(4, 8, 0.01, 0.5, 0.01, 0.05, 0.8, 0, 0.3, clips, 1));
  }

  /** Returns a recipe with another loop. */
  static Recipe of(Recipe recipe, Recipe.Training training) {
    return copy(recipe, recipe.network(), training, recipe.experts());
  }

  /** Returns a recipe with experts, each of a weight. */
  static Recipe withExperts(Recipe recipe, double weight, Recipe... experts) {
    List<Recipe.Expert> all =
        Stream.of(experts).map(expert -> new Recipe.Expert(expert, weight)).toList();
    return copy(recipe, recipe.network(), recipe.training(), all);
  }

  private static Recipe copy(
      Recipe recipe,
      Recipe.NetworkShape network,
      Recipe.Training training,
      List<Recipe.Expert> experts) {
    return new Recipe(
        recipe.name(),
        recipe.mfcc(),
        recipe.windowFrames(),
        recipe.hopFrames(),
        recipe.floorDb(),
        recipe.minSpeechSeconds(),
        recipe.profilePriorFrames(),
        recipe.unsureThreshold(),
        network,
        training,
        recipe.augmentation(),
        experts);
  }

  static Recipe of(int hopFrames, Recipe.Augmentation augmentation) {
    return new Recipe(
        "tiny",
        MFCC,
        96,
        hopFrames,
        45,
        0.5,
        200,
        0.3,
        new Recipe.NetworkShape(1, 5, 2, List.of(8, 12), List.of(3, 3), List.of(2, 2), 4, 6, 0.1),
        new Recipe.Training(4, 8, 0.01, 0.5, 0.01, 0.05, 0.8, 0.3, 0.3, Map.of(), 1),
        augmentation,
        List.of());
  }

  /** Writes the full recipe. */
  public static Path write(Path file) throws IOException {
    return Files.writeString(file, json(full()).toString());
  }

  /** Writes a recipe, and beside it an expert of one corpus; returns the recipe's file. */
  public static Path writeExpertOf(Path folder, String corpus) throws IOException {
    Files.createDirectories(folder);
    JsonObject expert = json(withClipsPerEpoch(Map.of(corpus, 10, "*", 0)));
    expert.addProperty("name", "tiny-expert");
    Files.writeString(folder.resolve("tiny-expert.json"), expert.toString());
    JsonObject recipe = json(full());
    JsonObject entry = new JsonObject();
    entry.addProperty("recipe", "tiny-expert.json");
    entry.addProperty("weight", 0.5);
    JsonArray experts = new JsonArray();
    experts.add(entry);
    recipe.add("experts", experts);
    return Files.writeString(folder.resolve("tiny.json"), recipe.toString());
  }

  static JsonObject json(Recipe recipe) {
    Gson gson = new Gson();
    JsonObject json = new JsonObject();
    json.addProperty("name", recipe.name());
    json.add("mfcc", recipe.mfcc().toJson());
    json.addProperty("windowFrames", recipe.windowFrames());
    json.addProperty("hopFrames", recipe.hopFrames());
    json.addProperty("floorDb", recipe.floorDb());
    json.addProperty("minSpeechSeconds", recipe.minSpeechSeconds());
    json.addProperty("profilePriorFrames", recipe.profilePriorFrames());
    json.addProperty("unsureThreshold", recipe.unsureThreshold());
    json.add("network", gson.toJsonTree(recipe.network()));
    json.add("training", gson.toJsonTree(recipe.training()));
    json.add("augmentation", gson.toJsonTree(recipe.augmentation()));
    JsonArray experts = new JsonArray();
    for (Recipe.Expert expert : recipe.experts()) {
      JsonObject one = new JsonObject();
      one.addProperty("recipe", expert.recipe().name() + ".json");
      one.addProperty("weight", expert.weight());
      experts.add(one);
    }
    json.add("experts", experts);
    return json;
  }
}
