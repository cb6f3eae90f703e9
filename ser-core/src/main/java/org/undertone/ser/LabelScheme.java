// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import java.util.List;

/**
 * How finely emotions are told apart: all eight, the four that a call centre asks for, or the three
 * states of driver mode. Coarser schemes are computed from the eight probabilities.
 */
public final class LabelScheme {
  /** Every emotion by itself. */
  public static final LabelScheme EIGHT =
      new LabelScheme(
          List.of("neutral", "calm", "happy", "sad", "angry", "fearful", "disgust", "surprised"),
          0,
          1,
          2,
          3,
          4,
          5,
          6,
          7);

  /**
   * Angry, calm or neutral, happy, sad: given that the speech is one of these, so fear, disgust and
   * surprise are left out and the rest is scaled to sum to 1.
   */
  public static final LabelScheme FOUR =
      new LabelScheme(List.of("angry", "calm/neutral", "happy", "sad"), 1, 1, 2, 3, 0, -1, -1, -1);

  /**
   * Calm (neutral, calm, happy), tense (angry, fearful, disgust, surprised: high arousal that is not
   * joy) and low (sad).
   */
  public static final LabelScheme THREE =
      new LabelScheme(List.of("calm", "tense", "low"), 0, 0, 0, 2, 1, 1, 1, 1);

  private final List<String> labels;
  private final int[] groupOfEmotion;

  private LabelScheme(List<String> labels, int... groupOfEmotion) {
    this.labels = labels;
    this.groupOfEmotion = groupOfEmotion;
  }

  /** Returns the labels, in the order of {@link #reduce}'s result. */
  public List<String> labels() {
    return labels;
  }

  /** Returns the index of the label that an emotion belongs to, or -1 if this scheme has none. */
  public int labelIndex(Emotion emotion) {
    return groupOfEmotion[emotion.index()];
  }

  /**
   * Returns the probability of each label; they sum to 1. Where every emotion of the scheme has
   * probability 0, all labels are equally probable.
   */
  public float[] reduce(EmotionScores scores) {
    float[] reduced = new float[labels.size()];
    float sum = 0;
    for (Emotion emotion : Emotion.values()) {
      int group = labelIndex(emotion);
      if (group >= 0) {
        reduced[group] += scores.probability(emotion);
        sum += scores.probability(emotion);
      }
    }
    for (int i = 0; i < reduced.length; i++) {
      reduced[i] = sum > 0 ? reduced[i] / sum : 1f / reduced.length;
    }
    return reduced;
  }

  /**
   * Returns the scheme with that many labels.
   *
   * @throws IllegalArgumentException if none has
   */
  public static LabelScheme ofSize(int size) {
    for (LabelScheme scheme : List.of(EIGHT, FOUR, THREE)) {
      if (scheme.labels.size() == size) {
        return scheme;
      }
    }
    throw new IllegalArgumentException("no scheme of " + size + " labels: choose 8, 4 or 3");
  }
}
