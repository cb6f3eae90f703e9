// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import java.util.Arrays;
import java.util.Random;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

/** Scores and verdicts made for the tests of this package. */
final class Synthetic {

  private Synthetic() {}

  /** Scores with one probability for an emotion; the others share the rest. */
  static EmotionScores peak(Emotion emotion, double probability) {
    float[] p = new float[Emotion.COUNT];
    Arrays.fill(p, (float) ((1 - probability) / (Emotion.COUNT - 1)));
    p[emotion.index()] = (float) probability;
    return EmotionScores.of(p);
  }

  /** Scores that reduce to exactly these three states. */
  static EmotionScores threeStates(double calm, double tense, double low) {
    float[] p = new float[Emotion.COUNT];
    p[Emotion.NEUTRAL.index()] = (float) calm;
    p[Emotion.ANGRY.index()] = (float) tense;
    p[Emotion.SAD.index()] = (float) low;
    return EmotionScores.of(p);
  }

  static EmotionScores two(Emotion a, double probabilityOfA, Emotion b) {
    float[] p = new float[Emotion.COUNT];
    p[a.index()] = (float) probabilityOfA;
    p[b.index()] = (float) (1 - probabilityOfA);
    return EmotionScores.of(p);
  }

  /** A verdict that shows an emotion with probability 0.8. */
  static Verdict emotion(double start, double end, Emotion emotion) {
    EmotionScores scores = peak(emotion, 0.8);
    return new Verdict(start, end, Verdict.State.EMOTION, emotion, scores, scores, end - start);
  }

  static Verdict unsure(double start, double end, EmotionScores scores) {
    return new Verdict(start, end, Verdict.State.UNSURE, null, scores, scores, end - start);
  }

  static EmotionScores random(Random random) {
    double[] logits = random.doubles(Emotion.COUNT, -3, 3).toArray();
    return EmotionScores.of(TemperatureScaling.softmax(logits));
  }
}
