// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Rows as Tribuo has them. */
final class TribuoRows {
  // Held, since a logger that nobody holds may be forgotten with its level.
  private static final Logger LOGGER = Logger.getLogger("org.tribuo");

  static {
    // It tells of every tree.
    LOGGER.setLevel(Level.WARNING);
  }

  private TribuoRows() {}

  static MutableDataset<Label> dataset(LabelledRows rows) {
    LabelFactory factory = new LabelFactory();
    MutableDataset<Label> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance("study", factory), factory);
    String[] names = names(rows.width());
    for (int i = 0; i < rows.size(); i++) {
      Label label = new Label(Integer.toString(rows.labels()[i]));
      dataset.add(new ArrayExample<>(label, names, doubles(rows.rows()[i])));
    }
    return dataset;
  }

  static double[][] probabilities(Model<Label> model, float[][] rows, int classes) {
    String[] names = rows.length == 0 ? new String[0] : names(rows[0].length);
    double[][] probabilities = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      Example<Label> example =
          new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, names, doubles(rows[i]));
      Prediction<Label> prediction = model.predict(example);
      double[] scores = new double[classes];
      for (Map.Entry<String, Label> score : prediction.getOutputScores().entrySet()) {
        scores[Integer.parseInt(score.getKey())] = score.getValue().getScore();
      }
      probabilities[i] = Shares.of(scores);
    }
    return probabilities;
  }

  /** Returns the place of the feature that is called so. */
  static int index(String name) {
    return Integer.parseInt(name.substring(1));
  }

  private static String[] names(int width) {
    // Tribuo sorts by name; so the order of columns stays.
    List<String> names =
        IntStream.range(0, width).mapToObj(i -> String.format(Locale.ROOT, "f%06d", i)).toList();
    return names.toArray(String[]::new);
  }

  private static double[] doubles(float[] row) {
    double[] values = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      values[i] = row[i];
    }
    return values;
  }
}
