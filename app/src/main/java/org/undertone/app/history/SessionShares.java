// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.undertone.app.data.StoredSegment;
import org.undertone.app.view.EmotionStyle;
import org.undertone.ser.Emotion;
import org.undertone.ser.timeline.Verdict;

/** How much of a session each label fills, corrections included. */
final class SessionShares {
  /**
   * One label.
   *
   * @param style how it looks
   * @param seconds how long it lasted
   * @param share of the whole session, 0 to 1
   */
  record Share(EmotionStyle style, double seconds, double share) {}

  private SessionShares() {}

  /** Returns the emotions that were heard, longest first, then unsure and no speech. */
  static List<Share> of(List<StoredSegment> segments) {
    double[] emotions = new double[Emotion.COUNT];
    double unsure = 0;
    double noSpeech = 0;
    double total = 0;
    for (StoredSegment stored : segments) {
      double seconds = stored.segment().durationSeconds();
      total += seconds;
      if (stored.emotion() != null) {
        emotions[stored.emotion().index()] += seconds;
      } else if (stored.segment().state() == Verdict.State.NO_SPEECH) {
        noSpeech += seconds;
      } else {
        unsure += seconds;
      }
    }
    List<Share> shares = new ArrayList<>();
    for (Emotion emotion : Emotion.values()) {
      add(shares, EmotionStyle.of(emotion), emotions[emotion.index()], total);
    }
    shares.sort(Comparator.comparingDouble(Share::seconds).reversed());
    add(shares, EmotionStyle.UNSURE, unsure, total);
    add(shares, EmotionStyle.NO_SPEECH, noSpeech, total);
    return List.copyOf(shares);
  }

  private static void add(List<Share> shares, EmotionStyle style, double seconds, double total) {
    if (seconds > 0) {
      shares.add(new Share(style, seconds, seconds / total));
    }
  }
}
