// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.undertone.model.export.Precision;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

/** Every prediction as a row of a CSV file, from which any number can be computed again. */
public final class PredictionsFile {
  /** Of the predictions without a voice profile, beside the report. */
  public static final String NAME = "predictions.csv";

  private PredictionsFile() {}

  /**
   * Writes {@code predictions.csv}, with the scores that the model gave, and beside it {@code
   * predictions-profile.csv}, and a file for each other precision and each size of voice profiles.
   *
   * @throws IOException if one cannot be written
   */
  public static void writeAll(Path folder, Outcome outcome) throws IOException {
    write(folder.resolve(NAME), outcome.raw());
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

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the file is not there, or not such a file; the message says why
   */
  public static List<Prediction> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          file
              + " is missing: `ser evaluate --recipe` writes it with its report, for which it runs once"
              + " more without --part when all parts are done");
    }
    List<String> needed = new ArrayList<>(List.of("clip", "speaker", "fold", "truth"));
    for (Emotion emotion : Emotion.values()) {
      needed.add(emotion.label());
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser rows = CSVParser.parse(in, format)) {
      needed.removeAll(rows.getHeaderNames());
      if (!needed.isEmpty()) {
        throw new IOException(file + " lacks the column " + needed.get(0));
      }
      List<Prediction> predictions = new ArrayList<>();
      for (CSVRecord row : rows) {
        predictions.add(prediction(file, row));
      }
      return predictions;
    }
  }

  private static Prediction prediction(Path file, CSVRecord row) throws IOException {
    try {
      int fold = Integer.parseInt(row.get("fold"));
      if (fold < 1) {
        throw new IllegalArgumentException("fold " + fold);
      }
      return new Prediction(
          row.get("clip"),
          row.get("speaker"),
          fold,
          Emotion.ofLabel(row.get("truth")),
          scores(row));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ", row " + row.getRecordNumber() + ": " + e.getMessage(), e);
    }
  }

  private static EmotionScores scores(CSVRecord row) {
    Emotion[] emotions = Emotion.values();
    float[] scores = new float[emotions.length];
    for (int i = 0; i < scores.length; i++) {
      String text = row.get(emotions[i].label());
      if (text.isEmpty()) {
        return null;
      }
      scores[i] = Float.parseFloat(text);
    }
    return EmotionScores.of(scores);
  }
}
