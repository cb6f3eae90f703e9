// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.LabelScheme;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/**
 * What a screen shows of a verdict or a segment, in the labels that the user chose; immutable.
 *
 * @param style its word, colour and shape
 * @param confidence probability of that label, 0 to 1; 0 where there is none, as for "unsure"
 */
public record ShownLabel(EmotionStyle style, float confidence) {
  private static final ShownLabel UNSURE = new ShownLabel(EmotionStyle.UNSURE, 0);
  private static final ShownLabel NO_SPEECH = new ShownLabel(EmotionStyle.NO_SPEECH, 0);

  /** Returns what to show of a verdict. */
  public static ShownLabel of(Verdict verdict, LabelScheme scheme) {
    return of(verdict.state(), verdict.emotion(), verdict.smoothed(), scheme);
  }

  /** Returns what to show of a segment. */
  public static ShownLabel of(Segment segment, LabelScheme scheme) {
    return of(segment.state(), segment.emotion(), segment.meanScores(), scheme);
  }

  /** Unsure too where the emotion is one that the scheme leaves out, as fear is in the scheme of four. */
  private static ShownLabel of(
      Verdict.State state, Emotion emotion, EmotionScores scores, LabelScheme scheme) {
    if (emotion == null) {
      return state == Verdict.State.NO_SPEECH ? NO_SPEECH : UNSURE;
    }
    if (scheme.labelIndex(emotion) < 0) {
      return UNSURE;
    }
    if (scheme == LabelScheme.EIGHT) {
      return new ShownLabel(EmotionStyle.of(emotion), scores.probability(emotion));
    }
    float[] probabilities = scheme.reduce(scores);
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return new ShownLabel(EmotionStyle.of(scheme).get(best), probabilities[best]);
  }
}
