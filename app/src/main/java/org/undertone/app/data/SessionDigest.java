// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.util.List;
import org.undertone.ser.Emotion;

/**
 * What the history shows of a session's segments, corrections included; immutable.
 *
 * @param mainEmotion the emotion that lasted longest, of equals the first by {@link Emotion#index()},
 *     or null
 * @param emotionMask a bit for each emotion that a segment has
 * @param strip the segments in a few labels
 * @param endSeconds end of the last one, 0 without any
 */
record SessionDigest(Emotion mainEmotion, int emotionMask, LabelStrip strip, double endSeconds) {

  /** Sums up segments in order of time. */
  static SessionDigest of(List<Span> spans) {
    double[] seconds = new double[Emotion.COUNT];
    int mask = 0;
    for (Span span : spans) {
      if (span.emotion != null) {
        seconds[span.emotion.index()] += span.endSeconds - span.startSeconds;
        mask |= bit(span.emotion);
      }
    }
    Emotion main = null;
    for (Emotion emotion : Emotion.values()) {
      double best = main == null ? 0 : seconds[main.index()];
      main = seconds[emotion.index()] > best ? emotion : main;
    }
    double end = spans.isEmpty() ? 0 : spans.get(spans.size() - 1).endSeconds;
    return new SessionDigest(main, mask, LabelStrip.ofSpans(spans), end);
  }

  /** Returns the bit of an emotion in the mask. */
  static int bit(Emotion emotion) {
    return 1 << emotion.index();
  }
}
