// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.undertone.model.train.Recipe;
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

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  boolean isGiven() {
    return file != null;
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
    Recipe recipe = Recipe.read(file);
    if (seed != null) {
      recipe = recipe.withSeed(seed);
    }
    try {
      return epochs == null ? recipe : recipe.withEpochs(epochs);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--epochs: " + e.getMessage(), e);
    }
  }
}
