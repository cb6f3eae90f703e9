// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.undertone.model.export.Precision;
import org.undertone.ser.Emotion;

/** Writes every prediction as a row of a CSV file, so that any number can be computed again. */
public final class PredictionsFile {
  private PredictionsFile() {}

  /**
   * Writes {@code predictions.csv}, with the scores that the model gave, and beside it {@code
   * predictions-profile.csv}, and a file for each other precision and each size of voice profiles.
   *
   * @throws IOException if one cannot be written
   */
  public static void writeAll(Path folder, Outcome outcome) throws IOException {
    write(folder.resolve("predictions.csv"), outcome.raw());
    if (outcome.acquaintances() != null) {
      write(folder.resolve("predictions-profile.csv"), outcome.acquaintances().predictions());
    }
    for (Map.Entry<Integer, Results> one : outcome.bySize().entrySet()) {
      String name = "predictions-profile-" + ProfileSizes.name(one.getKey()) + ".csv";
      write(folder.resolve(name), one.getValue().predictions());
    }
    for (Map.Entry<Precision, Results> one : outcome.byPrecision().entrySet()) {
      if (one.getKey() != Precision.FLOAT32) {
        String name = "predictions-" + one.getKey().name().toLowerCase(Locale.ROOT) + ".csv";
        write(folder.resolve(name), one.getValue().predictions());
      }
    }
  }

  /**
   * Writes the file.
   *
   * @throws IOException if it cannot be written
   */
  static void write(Path file, List<Prediction> predictions) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
      List<String> header =
          new ArrayList<>(List.of("clip", "speaker", "fold", "truth", "predicted"));
      for (Emotion emotion : Emotion.values()) {
        header.add(emotion.label());
      }
      csv.printRecord(header);
      for (Prediction prediction : predictions) {
        csv.printRecord(row(prediction));
      }
    }
  }

  private static List<Object> row(Prediction one) {
    List<Object> row = new ArrayList<>();
    row.add(one.clip());
    row.add(one.speaker());
    row.add(one.fold());
    row.add(one.truth().label());
    row.add(one.scores() == null ? "no speech" : one.predicted().label());
    for (Emotion emotion : Emotion.values()) {
      row.add(
          one.scores() == null
              ? ""
              : String.format(Locale.ROOT, "%.5f", one.scores().probability(emotion)));
    }
    return row;
  }
}
