// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.timeline.EmotionTimeline;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/** Verdicts as a talk might bring them, joined by the real timeline, and handed to a writer. */
final class SampleRecording {
  static final double HOP_SECONDS = 0.5;
  private static final double WINDOW_SECONDS = 3;

  private final SessionWriter writer;
  private final Random random;
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private final EmotionTimeline timeline;
  private int label;

  SampleRecording(SessionWriter writer, long seed) {
    this.writer = writer;
    this.random = new Random(seed);
    this.timeline =
        new EmotionTimeline(
            segment -> {
              segments.add(segment);
              writer.addSegment(segment);
            });
  }

  /** Hears so many more windows. */
  void hear(int windows) {
    for (int i = 0; i < windows; i++) {
      if (random.nextInt(8) == 0) {
        label = random.nextInt(Emotion.COUNT + 2);
      }
      Verdict verdict = verdict(verdicts.size() * HOP_SECONDS);
      verdicts.add(verdict);
      writer.addVerdict(verdict);
      timeline.add(verdict);
      timeline.open().ifPresent(writer::setOpenSegment);
    }
  }

  private Verdict verdict(double start) {
    double end = start + WINDOW_SECONDS;
    if (label == Emotion.COUNT) {
      return Verdict.noSpeech(start, end, 0);
    }
    float[] scores = new float[Emotion.COUNT];
    float sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = random.nextFloat() + (i == label ? 6 : 0.01f);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    EmotionScores shown = EmotionScores.of(scores);
    boolean unsure = label > Emotion.COUNT;
    return new Verdict(
        start,
        end,
        unsure ? Verdict.State.UNSURE : Verdict.State.EMOTION,
        unsure ? null : Emotion.values()[label],
        shown,
        shown,
        2);
  }

  /** Ends the timeline and the session. */
  boolean finish(EndReason reason) {
    timeline.finish();
    return writer.end(reason, seconds());
  }

  double seconds() {
    return verdicts.isEmpty() ? 0 : verdicts.get(verdicts.size() - 1).endSeconds();
  }

  List<Verdict> verdicts() {
    return verdicts;
  }

  /** Returns the finished segments, and the one that grows if there is one. */
  List<Segment> segments() {
    List<Segment> all = new ArrayList<>(segments);
    timeline.open().ifPresent(all::add);
    return all;
  }
}
