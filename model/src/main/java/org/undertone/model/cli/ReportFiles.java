// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.undertone.model.train.Recipe;

/** Writes a report: {@code report.json} for programs, {@code report.txt} for people. */
final class ReportFiles {
  private ReportFiles() {}

  /**
   * Writes both files.
   *
   * @param recipe the recipe that was evaluated, or null if the numbers are not those of a recipe
   * @param text prints the report
   * @throws IOException if they cannot be written
   */
  static void write(Path folder, JsonObject json, Recipe recipe, Consumer<PrintWriter> text)
      throws IOException {
    if (recipe != null) {
      json.addProperty("recipe_hash", recipe.hash());
    }
    Files.writeString(
        folder.resolve("report.json"), Json.PRETTY.toJson(json) + "\n", StandardCharsets.UTF_8);
    try (PrintWriter file =
        new PrintWriter(
            Files.newBufferedWriter(folder.resolve("report.txt"), StandardCharsets.UTF_8))) {
      text.accept(file);
    }
  }

  /** Prints a report on standard output. */
  static void print(Console console, Consumer<PrintWriter> text) {
    text.accept(new PrintWriter(console.data(), true, StandardCharsets.UTF_8));
  }
}
