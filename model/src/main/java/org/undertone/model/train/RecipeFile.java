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
import java.util.Objects;
import java.util.Set;
import org.undertone.ser.feature.MfccSpec;

/** Reads recipes and checks them, so that a wrong one fails before any clip is read. */
final class RecipeFile {
  private static final Gson GSON = new Gson();
  private static final int MOST_MEMBERS = 16;

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
      requireComplete(json);
      changes.stream().filter(change -> !change.isOfExperts()).forEach(one -> one.apply(json));
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
      check(recipe);
      return recipe;
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is not a recipe: " + e.getMessage(), e);
    }
  }

  /** How a {@link Recipe.Expert} stands in a file. */
  private record ExpertEntry(String recipe, Double weight) {}

  private static List<Recipe.Expert> experts(
      Path file, ExpertEntry[] entries, List<RecipeChange> changes, boolean mayHaveExperts)
      throws IOException {
    // Before they are read: one may name itself.
    require(
        mayHaveExperts || entries.length == 0,
        "it is an expert of another recipe, so it may have none itself");
    require(entries.length > 0 || changes.isEmpty(), "it has no expert that could be changed");
    List<Recipe.Expert> experts = new ArrayList<>();
    for (ExpertEntry entry : entries) {
      require(
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
      require(value != null, "it lacks \"" + component.getName() + "\"");
      if (component.getType().isRecord() && component.getType() != MfccSpec.class) {
        require(value.isJsonObject(), "\"" + component.getName() + "\" is not an object");
        Set<String> known = new HashSet<>();
        for (var inner : component.getType().getRecordComponents()) {
          require(
              value.getAsJsonObject().has(inner.getName()),
              "\"" + component.getName() + "\" lacks \"" + inner.getName() + "\"");
          known.add(inner.getName());
        }
        for (String name : value.getAsJsonObject().keySet()) {
          require(
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
      require(value != null, "\"" + name + "\" is null");
      return value;
    } catch (JsonParseException | NumberFormatException e) {
      String message =
          e.getCause() instanceof NumberFormatException cause ? cause.getMessage() : e.getMessage();
      throw new IllegalArgumentException("\"" + name + "\": " + message, e);
    }
  }

  /**
   * Checks what no model's description checks: network, loop and augmentation.
   *
   * @throws IllegalArgumentException if a value makes no sense; the message names it
   */
  static void check(Recipe recipe) {
    check(recipe.network(), recipe.windowFrames());
    check(recipe.training());
    check(recipe.augmentation());
    require(
        recipe.augmentation().floorJitterDb() < recipe.floorDb(),
        "floorJitterDb must be below floorDb");
    double weights = 0;
    for (Recipe.Expert expert : recipe.experts()) {
      Recipe other = expert.recipe();
      require(
          other.mfcc().equals(recipe.mfcc())
              && other.windowFrames() == recipe.windowFrames()
              && other.floorDb() == recipe.floorDb()
              && other.augmentation().speeds().equals(recipe.augmentation().speeds()),
          "the expert " + other.name() + " is of other features, windowFrames, floorDb or speeds");
      require(expert.weight() > 0, "the weight of the expert " + other.name() + " must be above 0");
      weights += expert.weight();
    }
    require(weights < 1, "the weights of the experts must leave something of 1 to the own nets");
  }

  private static void check(Recipe.NetworkShape network, int windowFrames) {
    requireNumbers("channels", network.channels());
    requireNumbers("kernels", network.kernels());
    requireNumbers("pools", network.pools());
    int blocks = network.channels().size();
    require(
        blocks > 0 && network.kernels().size() == blocks && network.pools().size() == blocks,
        "channels, kernels and pools must be as many, at least one");
    require(
        network.members() > 0 && network.members() <= MOST_MEMBERS,
        "members is " + network.members() + ", must be 1 to " + MOST_MEMBERS);
    require(network.stemStride() > 0, "stemStride must be above 0");
    requireOdd(network.stemKernel());
    int frames = (windowFrames - 1) / network.stemStride() + 1;
    for (int i = 0; i < blocks; i++) {
      require(network.channels().get(i) > 0, "channels must be above 0");
      requireOdd(network.kernels().get(i));
      require(network.pools().get(i) > 0, "pools must be above 0, 1 for none");
      frames /= network.pools().get(i);
    }
    require(frames > 0, "the pools leave nothing of " + windowFrames + " frames");
    requireNotNegative("squeeze", network.squeeze());
    requireNotNegative("attention", network.attention());
    requireBelowOne("dropout", network.dropout());
  }

  private static void requireOdd(int kernel) {
    require(kernel > 0 && kernel % 2 == 1, "kernel length " + kernel + " is not odd");
  }

  static void check(Recipe.Training training) {
    require(training.epochs() > 0, "epochs is " + training.epochs() + ", must be above 0");
    require(training.batchSize() > 1, "batchSize is " + training.batchSize() + ", must be above 1");
    require(training.learningRate() > 0, "learningRate must be above 0");
    requireNotNegative("warmupEpochs", training.warmupEpochs());
    requireNotNegative("weightDecay", training.weightDecay());
    requireBelowOne("labelSmoothing", training.labelSmoothing());
    requireBelowOne("averaging", training.averaging());
    requireProbability("mixupProbability", training.mixupProbability());
    require(training.mixupAlpha() > 0, "mixupAlpha must be above 0");
    require(
        training.clipsPerEpoch() != null
            && training.clipsPerEpoch().values().stream().allMatch(n -> n != null && n >= 0),
        "clipsPerEpoch must have numbers of 0 or more");
  }

  private static void check(Recipe.Augmentation augmentation) {
    requireNumbers("speeds", augmentation.speeds());
    require(augmentation.speeds().contains(1.0), "the speeds lack 1.0");
    for (double speed : augmentation.speeds()) {
      require(speed >= 0.5 && speed <= 2, "speed " + speed + " is not within 0.5 to 2");
    }
    requireNotNegative("floorJitterDb", augmentation.floorJitterDb());
    requireNotNegative("equaliserDb", augmentation.equaliserDb());
    requireNotNegative("timeMaskFrames", augmentation.timeMaskFrames());
    requireNotNegative("bandMaskCoefficients", augmentation.bandMaskCoefficients());
    requireProbability("noiseProbability", augmentation.noiseProbability());
    requireProbability("wholeProbability", augmentation.wholeProbability());
    requireProbability("reverberationProbability", augmentation.reverberationProbability());
    requireProbability("phoneProbability", augmentation.phoneProbability());
    require(
        augmentation.noiseMinSnrDb() <= augmentation.noiseMaxSnrDb(),
        "noiseMinSnrDb is above noiseMaxSnrDb");
  }

  private static void requireNumbers(String name, List<?> values) {
    require(
        values != null && values.stream().noneMatch(Objects::isNull),
        name + " is null or has a null");
  }

  private static void requireNotNegative(String name, double value) {
    require(value >= 0, name + " is " + value + ", must be 0 or more");
  }

  private static void requireBelowOne(String name, double value) {
    require(value >= 0 && value < 1, name + " is " + value + ", must be 0 or more and below 1");
  }

  private static void requireProbability(String name, double value) {
    require(value >= 0 && value <= 1, name + " is " + value + ", must be from 0 to 1");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
