// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes a report: {@code report.json} for programs, {@code report.txt} for people. */
final class ReportFiles {
  /** In a report: the hash of the recipe that was evaluated. */
  static final String RECIPE = "recipe_hash";

  /** In a report: the hash of the recipe whose trainings left out the tested corpora. */
  static final String RECIPE_WITHOUT_CORPORA = "recipe_hash_without_corpora";

  private ReportFiles() {}

  /**
   * Writes both files.
   *
   * @param text prints the report
   * @throws IOException if they cannot be written
   */
  static void write(Path folder, JsonObject json, Consumer<PrintWriter> text) throws IOException {
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
