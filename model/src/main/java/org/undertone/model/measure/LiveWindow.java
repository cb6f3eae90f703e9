// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import org.undertone.model.corpus.Clip;
import org.undertone.model.evaluate.Prediction;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.timeline.Verdict;

/**
 * What was said live of a window of a stream; immutable.
 *
 * @param clip the clip that most of the window is of
 * @param alone whether the window holds nothing of another clip
 * @param fold number of the model that judged
 * @param verdict the verdict
 */
record LiveWindow(Clip clip, boolean alone, int fold, Verdict verdict) {
  /** Returns the verdict's scores before smoothing as a prediction; without scores if there are none. */
  Prediction raw() {
    return prediction(verdict.raw());
  }

  /** Returns the verdict's smoothed scores as a prediction; without scores if there are none. */
  Prediction smoothed() {
    return prediction(verdict.smoothed());
  }

  /** Returns scores of the clip as a prediction. */
  Prediction prediction(EmotionScores scores) {
    return new Prediction(clip.id(), clip.speaker(), fold, clip.emotion(), scores);
  }
}
