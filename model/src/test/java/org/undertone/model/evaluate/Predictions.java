// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.timeline.TemperatureScaling;

/** Made-up predictions. */
final class Predictions {
  private Predictions() {}

  /** A prediction with a probability for one emotion, the rest spread over the others. */
  static Prediction of(
      String clip, String speaker, int fold, Emotion truth, Emotion predicted, double probability) {
    float[] scores = new float[Emotion.COUNT];
    Arrays.fill(scores, (float) ((1 - probability) / (Emotion.COUNT - 1)));
    scores[predicted.index()] = (float) probability;
    return new Prediction(clip, speaker, fold, truth, EmotionScores.of(scores));
  }

  /** Predictions of ten clips of a speaker in each fold, so many of them right. */
  static List<Prediction> right(int... ofTen) {
    List<Prediction> predictions = new ArrayList<>();
    for (int fold = 1; fold <= ofTen.length; fold++) {
      for (int i = 0; i < 10; i++) {
        Emotion said = i < ofTen[fold - 1] ? Emotion.SAD : Emotion.ANGRY;
        predictions.add(of(fold + "-" + i, "s" + fold, fold, Emotion.SAD, said, 0.9));
      }
    }
    return predictions;
  }

  static Prediction silent(String clip, String speaker, int fold, Emotion truth) {
    return new Prediction(clip, speaker, fold, truth, null);
  }

  /**
   * Predictions of which the truth was drawn from their own probabilities, which were then sharpened:
   * dividing their logarithms by the temperature puts them right.
   */
  static List<Prediction> overconfident(int count, double temperature, long seed) {
    Random random = new Random(seed);
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] p = new double[Emotion.COUNT];
      double sum = 0;
      for (int k = 0; k < p.length; k++) {
        p[k] = Math.exp(1.2 * random.nextGaussian());
        sum += p[k];
      }
      float[] honest = new float[p.length];
      for (int k = 0; k < p.length; k++) {
        honest[k] = (float) (p[k] / sum);
      }
      double drawn = random.nextDouble();
      int truth = 0;
      while (truth < p.length - 1 && drawn >= honest[truth]) {
        drawn -= honest[truth++];
      }
      EmotionScores sharp = TemperatureScaling.apply(EmotionScores.of(honest), 1 / temperature);
      predictions.add(
          new Prediction("c" + i, "s" + i % 8, 1 + i % 4, Emotion.values()[truth], sharp));
    }
    return predictions;
  }
}
