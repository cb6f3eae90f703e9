// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import java.util.Arrays;

/**
 * Probabilities of the eight emotions; immutable. They are not negative and sum to 1 within 1e-3.
 */
public final class EmotionScores {
  private static final float SUM_TOLERANCE = 1e-3f;

  private final float[] probabilities;

  private EmotionScores(float[] probabilities) {
    this.probabilities = probabilities;
  }

  /**
   * Wraps a copy of the probabilities, indexed by {@link Emotion#index()}.
   *
   * @throws IllegalArgumentException if there are not eight, one is negative or not a number, or they
   *     do not sum to 1
   */
  public static EmotionScores of(float... probabilities) {
    if (probabilities.length != Emotion.COUNT) {
      throw new IllegalArgumentException(
          "expected " + Emotion.COUNT + " probabilities, got " + probabilities.length);
    }
    float sum = 0;
    for (float p : probabilities) {
      if (!(p >= 0)) {
        throw new IllegalArgumentException("not a probability: " + p);
      }
      sum += p;
    }
    if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
      throw new IllegalArgumentException("probabilities sum to " + sum + ", not to 1");
    }
    return new EmotionScores(probabilities.clone());
  }

  /** Returns the probability of an emotion. */
  public float probability(Emotion emotion) {
    return probabilities[emotion.index()];
  }

  /** Returns the most probable emotion; of equals, the first. */
  public Emotion best() {
    Emotion best = Emotion.NEUTRAL;
    for (Emotion emotion : Emotion.values()) {
      if (probability(emotion) > probability(best)) {
        best = emotion;
      }
    }
    return best;
  }

  /** Returns the probability of {@link #best()}. */
  public float bestProbability() {
    return probability(best());
  }

  /** Returns a copy of the probabilities, indexed by {@link Emotion#index()}. */
  public float[] toArray() {
    return probabilities.clone();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof EmotionScores
        && Arrays.equals(probabilities, ((EmotionScores) o).probabilities);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(probabilities);
  }

  @Override
  public String toString() {
    return best().label() + " " + Arrays.toString(probabilities);
  }
}
