// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.undertone.ser.Emotion;

/**
 * A way to count the predictions of all folds in fewer labels; immutable.
 *
 * @param name of the way, in the report
 * @param labels what is told apart
 */
record LabelView(String name, LabelSet labels) {
  /** The emotions that most publications count. */
  static final LabelView USUAL_FOUR =
      new LabelView(
          "4 labels, neutral happy sad angry alone (as usually published)", LabelSet.FOUR_STANDARD);

  /** All ways that are reported. */
  static final List<LabelView> ALL =
      List.of(
          new LabelView("8 labels", LabelSet.EIGHT),
          USUAL_FOUR,
          new LabelView("4 labels of the product, calm and neutral as one", LabelSet.FOUR_APP),
          new LabelView("3 labels of the product: calm, tense, low", LabelSet.THREE));

  /**
   * Returns the way that counts the emotions alone that occur among some clips; none where the scores
   * know no others, or there is but one, which could not be missed.
   */
  static Optional<LabelView> ofEmotions(List<Prediction> predictions) {
    Set<Emotion> occurring = EnumSet.noneOf(Emotion.class);
    Set<Emotion> scored = EnumSet.noneOf(Emotion.class);
    for (Prediction one : predictions) {
      occurring.add(one.truth());
      for (Emotion emotion : Emotion.values()) {
        if (one.scores() != null && one.scores().probability(emotion) > 0) {
          scored.add(emotion);
        }
      }
    }
    return occurring.size() < 2 || occurring.containsAll(scored)
        ? Optional.empty()
        : Optional.of(
            new LabelView(
                occurring.size() + " labels, the emotions of these clips alone",
                LabelSet.alone(occurring)));
  }

  /** Counts predictions; null if no clip is of any of the labels. */
  Figure count(List<Prediction> predictions) {
    Map<Integer, List<Prediction>> byFold = new TreeMap<>();
    for (Prediction one : predictions) {
      byFold.computeIfAbsent(one.fold(), fold -> new ArrayList<>()).add(one);
    }
    Map<Integer, ConfusionMatrix> counted = new TreeMap<>();
    byFold.forEach((fold, some) -> counted.put(fold, labels.confusion(some)));
    counted.values().removeIf(matrix -> matrix.total() == 0);
    return counted.isEmpty() ? null : Figure.of(name, counted);
  }
}
