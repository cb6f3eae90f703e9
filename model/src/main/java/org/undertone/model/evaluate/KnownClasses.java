// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

/**
 * Restricts scores to the emotions that occur among the tested clips of a fold: a corpus without calm
 * cannot be asked for it. Immutable.
 */
final class KnownClasses {
  private final Map<Integer, Set<Emotion>> byFold = new TreeMap<>();

  /** Takes the emotions of each fold from the truth of its tested clips. */
  KnownClasses(List<Prediction> tested) {
    for (Prediction one : tested) {
      byFold.computeIfAbsent(one.fold(), fold -> EnumSet.noneOf(Emotion.class)).add(one.truth());
    }
  }

  /** Returns the predictions with the other emotions taken out and the rest scaled to sum to 1. */
  List<Prediction> restrict(List<Prediction> predictions) {
    List<Prediction> restricted = new ArrayList<>();
    for (Prediction one : predictions) {
      restricted.add(
          one.scores() == null
              ? one
              : new Prediction(
                  one.clip(),
                  one.speaker(),
                  one.fold(),
                  one.truth(),
                  restrict(one.scores(), byFold.get(one.fold()))));
    }
    return restricted;
  }

  /** Restricts scores; where all that is left has probability 0, it is equally probable. */
  static EmotionScores restrict(EmotionScores scores, Set<Emotion> classes) {
    double sum = 0;
    for (Emotion emotion : classes) {
      sum += scores.probability(emotion);
    }
    float[] restricted = new float[Emotion.COUNT];
    for (Emotion emotion : classes) {
      restricted[emotion.index()] =
          (float) (sum > 0 ? scores.probability(emotion) / sum : 1.0 / classes.size());
    }
    return EmotionScores.of(restricted);
  }
}
