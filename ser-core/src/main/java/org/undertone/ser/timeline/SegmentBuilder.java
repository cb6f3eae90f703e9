// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.timeline;

import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;

/** A segment that is still growing, in constant memory. */
final class SegmentBuilder {
  private final Verdict.State state;
  private final Emotion emotion;
  private final double[] scoreSums = new double[Emotion.COUNT];
  private int scored;
  private int verdicts;
  private double start;
  private double end;

  private SegmentBuilder(Verdict.State state, Emotion emotion, double start, double end) {
    this.state = state;
    this.emotion = emotion;
    this.start = start;
    this.end = end;
  }

  /** Starts with a verdict that labels the time from {@code start} to its end. */
  static SegmentBuilder of(double start, Verdict verdict) {
    SegmentBuilder builder =
        new SegmentBuilder(verdict.state(), verdict.emotion(), start, verdict.endSeconds());
    builder.verdicts = 1;
    if (verdict.isSpeech()) {
      builder.scored = 1;
      for (Emotion each : Emotion.values()) {
        builder.scoreSums[each.index()] = verdict.smoothed().probability(each);
      }
    }
    return builder;
  }

  /** Starts with time that no verdict looked at. */
  static SegmentBuilder unheard(double start, double end) {
    return new SegmentBuilder(Verdict.State.NO_SPEECH, null, start, end);
  }

  boolean hasLabelOf(SegmentBuilder other) {
    return state == other.state && emotion == other.emotion;
  }

  /** Takes over the time and the verdicts of a neighbour, and keeps its own label. */
  void absorb(SegmentBuilder neighbour) {
    start = Math.min(start, neighbour.start);
    end = Math.max(end, neighbour.end);
    verdicts += neighbour.verdicts;
    scored += neighbour.scored;
    for (int i = 0; i < scoreSums.length; i++) {
      scoreSums[i] += neighbour.scoreSums[i];
    }
  }

  double durationSeconds() {
    return end - start;
  }

  Segment build() {
    return new Segment(start, end, state, emotion, meanScores(), verdicts);
  }

  private EmotionScores meanScores() {
    if (state == Verdict.State.NO_SPEECH) {
      return null;
    }
    float[] mean = new float[scoreSums.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (scoreSums[i] / scored);
    }
    return EmotionScores.of(mean);
  }

  /** Returns a copy that grows apart from this one. */
  SegmentBuilder copy() {
    SegmentBuilder copy = new SegmentBuilder(state, emotion, start, end);
    copy.verdicts = verdicts;
    copy.scored = scored;
    System.arraycopy(scoreSums, 0, copy.scoreSums, 0, scoreSums.length);
    return copy;
  }
}
