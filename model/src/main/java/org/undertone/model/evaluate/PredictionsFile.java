// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.undertone.ser.Emotion;

/** Writes every prediction as a row of a CSV file, so that any number can be computed again. */
public final class PredictionsFile {
  private PredictionsFile() {}

  /**
   * Writes the file.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, List<Prediction> predictions) throws IOException {
    StringBuilder text = new StringBuilder("clip,speaker,fold,truth,predicted");
    for (Emotion emotion : Emotion.values()) {
      text.append(',').append(emotion.label());
    }
    text.append('\n');
    for (Prediction one : predictions) {
      text.append(quoted(one.clip()))
          .append(',')
          .append(quoted(one.speaker()))
          .append(',')
          .append(one.fold())
          .append(',')
          .append(one.truth().label())
          .append(',')
          .append(one.scores() == null ? "no speech" : one.predicted().label());
      for (Emotion emotion : Emotion.values()) {
        text.append(',');
        if (one.scores() != null) {
          text.append(String.format(Locale.ROOT, "%.5f", one.scores().probability(emotion)));
        }
      }
      text.append('\n');
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static String quoted(String value) {
    return value.matches("[^,\"\\r\\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
