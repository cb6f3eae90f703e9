// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.undertone.model.corpus.VerifiedCorpus;

/** Where a model comes from, for its file: corpora and their hashes, recipe, seed, commit, scores. */
public final class Provenance {
  private Provenance() {}

  /**
   * Describes a training as a JSON object.
   *
   * @param evaluation the report of the same recipe's evaluation, or null
   */
  public static String of(Recipe recipe, List<VerifiedCorpus> corpora, JsonObject evaluation) {
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
    json.addProperty("commit", commit());
    if (evaluation != null) {
      json.add("evaluation", evaluation);
    }
    return json.toString();
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
