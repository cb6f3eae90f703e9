// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.undertone.model.corpus.VerifiedCorpus;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;

/** Where a model comes from, for its file: corpora and their hashes, recipe, seed, commit, scores. */
public final class Provenance {
  private Provenance() {}

  /**
   * Describes a training as a JSON object.
   *
   * @param evaluation the report of the same recipe's evaluation, or null
   */
  public static String of(Recipe recipe, List<VerifiedCorpus> corpora, JsonObject evaluation) {
    JsonObject json = training(recipe, corpora);
    if (evaluation != null) {
      json.add("evaluation", evaluation);
    }
    return json.toString();
  }

  /**
   * Describes the training of a model that had been trained before. Its corpora are the new ones, then
   * those of the parent: all that the weights have heard.
   *
   * @param comparison how parent and child do on held-out clips
   */
  public static String ofFineTuning(
      Recipe recipe, List<VerifiedCorpus> corpora, ModelFile parent, JsonObject comparison) {
    JsonObject json = training(recipe, corpora);
    json.getAsJsonArray("corpora").addAll(corporaOf(parent.spec()));
    json.addProperty("learning_rate", recipe.training().learningRate());
    JsonObject from = new JsonObject();
    from.addProperty("name", parent.spec().name());
    from.addProperty("network_hash", parent.networkHash());
    JsonObject earlier = JsonParser.parseString(parent.spec().provenance()).getAsJsonObject();
    // Numbers of other weights, and long ones.
    earlier.remove("evaluation");
    from.add("provenance", earlier);
    json.add("fine_tuned_from", from);
    json.add("fine_tuning", comparison);
    return json.toString();
  }

  /** Returns the corpora that a model says it was trained on; none if it does not say. */
  public static JsonArray corporaOf(ModelSpec spec) {
    JsonElement corpora =
        JsonParser.parseString(spec.provenance()).getAsJsonObject().get("corpora");
    return corpora != null && corpora.isJsonArray() ? corpora.getAsJsonArray() : new JsonArray();
  }

  private static JsonObject training(Recipe recipe, List<VerifiedCorpus> corpora) {
    JsonObject json = new JsonObject();
    JsonArray list = new JsonArray();
    for (VerifiedCorpus one : corpora) {
      JsonObject corpus = new JsonObject();
      corpus.addProperty("name", one.corpus().name());
      corpus.addProperty("clips", one.corpus().clips().size());
      corpus.addProperty("speakers", one.corpus().speakers().size());
      corpus.addProperty("sha256", one.sha256());
      list.add(corpus);
    }
    json.add("corpora", list);
    json.addProperty("recipe", recipe.name());
    json.addProperty("recipe_hash", recipe.hash());
    json.addProperty("epochs", recipe.training().epochs());
    json.addProperty("seed", recipe.training().seed());
    if (!recipe.experts().isEmpty()) {
      json.add("experts", experts(recipe));
    }
    json.addProperty("commit", commit());
    return json;
  }

  private static JsonArray experts(Recipe recipe) {
    JsonArray list = new JsonArray();
    for (Recipe.Expert one : recipe.experts()) {
      JsonObject expert = new JsonObject();
      expert.addProperty("recipe", one.recipe().name());
      expert.addProperty("weight", one.weight());
      expert.addProperty("epochs", one.recipe().training().epochs());
      list.add(expert);
    }
    return list;
  }

  private static String commit() {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--abbrev=40", "--dirty", "--exclude=*")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String hash = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
      return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? hash : "unknown";
    } catch (IOException e) {
      return "unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }
}
