// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.undertone.model.evaluate.JointCalibration;
import org.undertone.model.evaluate.PredictionsFile;
import org.undertone.model.train.Recipe;
import org.undertone.ser.infer.ModelSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of {@code ser train} that say how sure the model may be. */
final class CalibrationOptions {
  private static final String JOINT = "with_unheard_corpora";
  private static final String NOT_OF_RECIPE =
      " is not a report of this recipe, seed and number of epochs, or it is one of a control or of corpora"
          + " that were left out";
  private static final String NOT_OF_CORPORA =
      " is not a report of `ser evaluate --folds corpora` with this recipe, seed and number of epochs";

  @Option(
      names = "--evaluation",
      paramLabel = "FILE",
      description =
          "A report.json of `ser evaluate` with this recipe: the model takes its temperature and threshold, and"
              + " carries its numbers.")
  private Path evaluation;

  @Option(
      names = "--unheard-corpora",
      paramLabel = "FILE",
      description =
          "With --evaluation: a report.json of `ser evaluate --folds corpora` with this recipe. The temperature is"
              + " then fitted to both, so that the model is less sure of recordings of a new kind. Both need their"
              + " predictions.csv beside them.")
  private Path unheardCorpora;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  boolean isGiven() {
    return evaluation != null || unheardCorpora != null;
  }

  /**
   * Checks that they fit each other.
   *
   * @throws ParameterException if not
   */
  void check() {
    if (unheardCorpora != null && evaluation == null) {
      throw new ParameterException(
          command.commandLine(), "--unheard-corpora needs --evaluation: it goes beyond that");
    }
  }

  /**
   * Reads what there is to calibrate a model by, and prints what both reports together give.
   *
   * @return the report of the recipe's evaluation, with what unheard corpora add to it; null without {@code --evaluation}
   * @throws IOException if a file cannot be read, or is not of this recipe; the message says why
   */
  JsonObject read(Recipe recipe, Console console) throws IOException {
    if (evaluation == null) {
      return null;
    }
    JsonObject report = read(evaluation, recipe, ReportFiles.RECIPE, NOT_OF_RECIPE);
    if (unheardCorpora != null) {
      read(unheardCorpora, recipe, ReportFiles.RECIPE_WITHOUT_CORPORA, NOT_OF_CORPORA);
      JointCalibration joint = joint();
      ReportFiles.print(console, joint::print);
      report.add(JOINT, joint.toJson());
    }
    return report;
  }

  private JointCalibration joint() throws IOException {
    try {
      return new JointCalibration(
          PredictionsFile.read(evaluation.resolveSibling(PredictionsFile.NAME)),
          PredictionsFile.read(unheardCorpora.resolveSibling(PredictionsFile.NAME)));
    } catch (IllegalArgumentException e) {
      throw new IOException("--evaluation and --unheard-corpora: " + e.getMessage(), e);
    }
  }

  /** Returns a model's description with the calibration of {@link #read}; unchanged if that is null. */
  static ModelSpec calibrated(ModelSpec spec, JsonObject report) {
    if (report == null) {
      return spec;
    }
    JsonObject from = report.has(JOINT) ? report.getAsJsonObject(JOINT) : report;
    double threshold =
        from.has("unsure_threshold")
            ? from.get("unsure_threshold").getAsDouble()
            : spec.unsureThreshold();
    return spec.withCalibration(from.get("temperature").getAsDouble(), threshold);
  }

  private static JsonObject read(Path file, Recipe recipe, String hashName, String complaint)
      throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder: name the report.json in it");
    }
    try {
      JsonObject report =
          JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8)).getAsJsonObject();
      double temperature =
          report.has("temperature") ? report.get("temperature").getAsDouble() : Double.NaN;
      if (!(temperature >= 0.01 && temperature <= 100)) {
        throw new IOException(file + " is not a report of `ser evaluate`: it has no temperature");
      }
      if (!report.has(hashName) || !report.get(hashName).getAsString().equals(recipe.hash())) {
        throw new IOException(file + complaint);
      }
      return report;
    } catch (JsonParseException
        | IllegalStateException
        | NumberFormatException
        | UnsupportedOperationException e) {
      throw new IOException(file + " is not a report of `ser evaluate`: " + e.getMessage(), e);
    }
  }
}
