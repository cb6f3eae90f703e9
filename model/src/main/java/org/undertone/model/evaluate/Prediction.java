// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

/**
 * What a model that had not heard the speaker said of a clip; immutable.
 *
 * @param clip which clip
 * @param speaker who speaks
 * @param fold the fold that tested it, from 1
 * @param truth the label of the corpus
 * @param scores the model's answer, or null if it heard no speech
 */
public record Prediction(
    String clip, String speaker, int fold, Emotion truth, EmotionScores scores) {

  /**
   * Returns the predicted emotion. A clip in which no speech was heard counts as neutral, which is an
   * answer like any other and mostly a wrong one: leaving it out would flatter.
   */
  public Emotion predicted() {
    return scores == null ? Emotion.NEUTRAL : scores.best();
  }

  /** Returns whether the prediction is right. */
  public boolean isRight() {
    return predicted() == truth;
  }
}
