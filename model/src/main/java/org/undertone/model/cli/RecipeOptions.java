// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.undertone.model.corpus.Clip;
import org.undertone.model.train.Recipe;
import org.undertone.model.train.RecipeChange;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that name a recipe and change what a repeated run may change. */
final class RecipeOptions {
  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description = "How the model is made, such as model/recipes/undertone.json.")
  private Path file;

  @Option(names = "--seed", paramLabel = "N", description = "Another seed than the recipe's.")
  private Long seed;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Other epochs than the recipe's, for a quick trial.")
  private Integer epochs;

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description =
          "Another value of a field of the recipe, such as augmentation.noiseProbability=0;"
              + " experts.training.epochs=20 is a field of its experts, experts=[] leaves them out."
              + " May be given several times.")
  private List<String> changes = new ArrayList<>();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  boolean isGiven() {
    return file != null;
  }

  /**
   * Checks that no change stands without a recipe.
   *
   * @throws ParameterException if one does
   */
  void check() {
    if (file == null && !changes.isEmpty()) {
      throw new ParameterException(command.commandLine(), "--set needs --recipe");
    }
  }

  /**
   * Returns the changes that were given.
   *
   * @throws ParameterException if one is none
   */
  List<RecipeChange> changes() {
    try {
      return changes.stream().map(RecipeChange::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--set: " + e.getMessage(), e);
    }
  }

  boolean hasSeed() {
    return seed != null;
  }

  /** Returns the seed that was given, or another if none was. */
  long seed(long otherwise) {
    return seed == null ? otherwise : seed;
  }

  /** Returns the epochs that were given, or others if none were. */
  int epochs(int otherwise) {
    return epochs == null ? otherwise : epochs;
  }

  /**
   * Reads the recipe.
   *
   * @throws IOException if it cannot be read
   * @throws ParameterException if the epochs make no sense
   */
  Recipe read() throws IOException {
    return read(List.of());
  }

  /**
   * Reads a variant of the recipe.
   *
   * @param variant changes, made after all that were given
   * @throws IOException if it cannot be read
   * @throws ParameterException if the epochs or a change make no sense
   */
  Recipe read(List<RecipeChange> variant) throws IOException {
    List<RecipeChange> all = new ArrayList<>(changes());
    if (seed != null) {
      all.add(new RecipeChange("training.seed", new JsonPrimitive(seed)));
    }
    all.addAll(variant);
    Recipe recipe = Recipe.read(file, all);
    boolean own = variant.stream().anyMatch(change -> change.path().equals("training.epochs"));
    try {
      return epochs == null || own ? recipe : recipe.withEpochs(epochs);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--epochs: " + e.getMessage(), e);
    }
  }

  /**
   * Says what of the recipe or the clips is not used: corpora that the recipe or an expert limits by
   * name and that are not there, experts without clips, and corpora that the recipe does not hear.
   */
  static void tellUnused(Console console, Recipe recipe, List<Clip> clips) {
    Set<String> corpora = Clip.corpora(clips);
    Set<String> absent = new TreeSet<>(recipe.training().limited());
    for (Recipe.Expert expert : recipe.experts()) {
      absent.addAll(expert.recipe().training().limited());
    }
    absent.removeAll(corpora);
    if (!absent.isEmpty()) {
      console
          .err()
          .println(
              "clipsPerEpoch of the recipe names corpora that are not there: "
                  + String.join(", ", absent));
    }
    for (String expert : recipe.unheardExperts(clips)) {
      console
          .err()
          .println(expert + " is left out: it has too few clips of corpora that it is for");
    }
    corpora.stream()
        .filter(recipe.training()::leavesOutUnnamed)
        .forEach(
            corpus ->
                console
                    .err()
                    .println(corpus + " is not trained on: clipsPerEpoch does not name it"));
  }
}
