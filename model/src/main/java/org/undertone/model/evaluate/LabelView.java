// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.LabelScheme;

/** A way to count predictions of eight emotions in fewer labels; immutable. */
final class LabelView {
  private static final List<Emotion> STANDARD =
      List.of(Emotion.NEUTRAL, Emotion.HAPPY, Emotion.SAD, Emotion.ANGRY);

  /** All ways that are reported. */
  static final List<LabelView> ALL =
      List.of(
          new LabelView("8 labels", LabelScheme.EIGHT),
          new LabelView("4 labels, neutral happy sad angry alone (as usually published)", null),
          new LabelView("4 labels of the product, calm and neutral as one", LabelScheme.FOUR),
          new LabelView("3 labels of the product: calm, tense, low", LabelScheme.THREE));

  private final String name;
  private final LabelScheme scheme;

  /**
   * Names a way.
   *
   * @param scheme of the product, or null for the four emotions that most publications test: clips of
   *     others are left out, and so are the scores of others
   */
  private LabelView(String name, LabelScheme scheme) {
    this.name = name;
    this.scheme = scheme;
  }

  /** Counts predictions; null if no clip is of any of the labels. */
  Figure count(List<Prediction> predictions) {
    Map<Integer, ConfusionMatrix> byFold = new TreeMap<>();
    for (Prediction one : predictions) {
      int truth = index(one.truth());
      if (truth >= 0) {
        byFold
            .computeIfAbsent(one.fold(), fold -> new ConfusionMatrix(labels()))
            .add(truth, predicted(one));
      }
    }
    return byFold.isEmpty() ? null : Figure.of(name, byFold);
  }

  private List<String> labels() {
    return scheme == null ? STANDARD.stream().map(Emotion::label).toList() : scheme.labels();
  }

  private int index(Emotion emotion) {
    return scheme == null ? STANDARD.indexOf(emotion) : scheme.labelIndex(emotion);
  }

  private int predicted(Prediction prediction) {
    EmotionScores scores = prediction.scores();
    if (scores == null) {
      // As everywhere: where no speech was heard, the answer is neutral.
      return index(prediction.predicted());
    }
    float[] reduced = scheme == null ? standard(scores) : scheme.reduce(scores);
    int best = 0;
    for (int i = 1; i < reduced.length; i++) {
      best = reduced[i] > reduced[best] ? i : best;
    }
    return best;
  }

  private static float[] standard(EmotionScores scores) {
    float[] four = new float[STANDARD.size()];
    for (int i = 0; i < four.length; i++) {
      four[i] = scores.probability(STANDARD.get(i));
    }
    return four;
  }
}
