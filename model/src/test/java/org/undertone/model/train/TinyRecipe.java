// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.undertone.ser.feature.MfccSpec;

/** A recipe of a network that trains in a second. */
public final class TinyRecipe {
  /** Augmentation that changes nothing. */
  static final Recipe.Augmentation NONE =
      new Recipe.Augmentation(List.of(1.0), 0, 0, 0, 0, 0, 0, 0, 0, 0);

  private static final MfccSpec MFCC = MfccSpec.of(16_000, 512, 256, 32, 16);

  private TinyRecipe() {}

  /** Returns the recipe with some of everything. */
  public static Recipe full() {
    return of(
        32, new Recipe.Augmentation(List.of(0.9, 1.0, 1.1), 6, 3, 0.3, 10, 30, 2, 10, 2, 0.5));
  }

  /** Returns a recipe without augmentation. */
  static Recipe plain(int hopFrames) {
    return of(hopFrames, NONE);
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
        new Recipe.NetworkShape(List.of(12, 16), List.of(5, 3), List.of(2, 2), 0.1),
        new Recipe.Training(4, 8, 0.01, 0.5, 0.01, 0.05, 0.8, 1),
        augmentation);
  }

  /** Writes the full recipe. */
  public static Path write(Path file) throws IOException {
    return Files.writeString(file, json(full()).toString());
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
    return json;
  }
}
