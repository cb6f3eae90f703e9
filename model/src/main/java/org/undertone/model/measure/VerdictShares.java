// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.util.List;
import org.undertone.ser.Emotion;
import org.undertone.ser.timeline.Verdict;

/**
 * What live verdicts say, counted; immutable. Shares are of the windows with a verdict.
 *
 * @param windows all windows
 * @param judged windows with enough speech for a verdict
 * @param angry windows that show angry
 * @param quiet windows that show neutral or calm
 * @param others windows that show another emotion
 * @param unsure windows on which the model is unsure
 */
record VerdictShares(long windows, long judged, long angry, long quiet, long others, long unsure) {

  /** Counts what would be shown. */
  static VerdictShares of(List<Verdict> verdicts) {
    long angry = 0;
    long quiet = 0;
    long others = 0;
    long unsure = 0;
    for (Verdict verdict : verdicts) {
      Emotion shown = verdict.emotion();
      if (shown == Emotion.ANGRY) {
        angry++;
      } else if (shown == Emotion.NEUTRAL || shown == Emotion.CALM) {
        quiet++;
      } else if (shown != null) {
        others++;
      } else if (verdict.isSpeech()) {
        unsure++;
      }
    }
    return new VerdictShares(
        verdicts.size(), angry + quiet + others + unsure, angry, quiet, others, unsure);
  }

  /** Returns a count as a share of the windows with a verdict, or null if there are none. */
  Double share(long count) {
    return judged == 0 ? null : (double) count / judged;
  }

  /** Returns the share of all windows that have no verdict, or null without windows. */
  Double withoutVerdict() {
    return windows == 0 ? null : 1 - (double) judged / windows;
  }

  /** Returns the share of all windows that show an emotion, whichever, or null without windows. */
  Double called() {
    return windows == 0 ? null : (double) (angry + quiet + others) / windows;
  }
}
