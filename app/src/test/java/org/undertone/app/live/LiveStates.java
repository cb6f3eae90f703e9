// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.live;

import java.util.ArrayList;
import java.util.List;
import org.undertone.app.capture.DriverStatus;
import org.undertone.app.capture.Phase;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.SessionMode;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/** States that a recording goes through, for screens to show. */
final class LiveStates {
  private static final float LEVEL_DB = -24;
  private static final double MIN_SPEECH_SECONDS = 1.5;

  private LiveStates() {}

  /** Scores in which one emotion has a probability, and the others share the rest unevenly. */
  static EmotionScores scores(Emotion best, float probability) {
    float[] scores = new float[Emotion.COUNT];
    int weights = Emotion.COUNT * (Emotion.COUNT - 1) / 2;
    int weight = 0;
    for (Emotion emotion : Emotion.values()) {
      if (emotion != best) {
        scores[emotion.index()] = (1 - probability) * weight++ / (weights - Emotion.COUNT + 1);
      }
    }
    scores[best.index()] = probability;
    return EmotionScores.of(scores);
  }

  static Segment segment(double from, double to, Emotion emotion) {
    return new Segment(from, to, Verdict.State.EMOTION, emotion, scores(emotion, 0.71f), 4);
  }

  static Segment silence(double from, double to) {
    return new Segment(from, to, Verdict.State.NO_SPEECH, null, null, 4);
  }

  static Segment unsure(double from, double to) {
    return new Segment(from, to, Verdict.State.UNSURE, null, scores(Emotion.CALM, 0.3f), 4);
  }

  static List<Segment> segments() {
    return new ArrayList<>(
        List.of(
            silence(0, 3),
            segment(3, 9, Emotion.NEUTRAL),
            segment(9, 12, Emotion.HAPPY),
            unsure(12, 14.5),
            segment(14.5, 22, Emotion.CALM),
            segment(22, 24, Emotion.SURPRISED),
            segment(24, 31, Emotion.SAD),
            silence(31, 34),
            segment(34, 42, Emotion.ANGRY)));
  }

  static Verdict verdict(Emotion emotion, float probability) {
    EmotionScores scores = scores(emotion, probability);
    return new Verdict(39, 42, Verdict.State.EMOTION, emotion, scores, scores, 2.4);
  }

  static Verdict unsureVerdict() {
    EmotionScores scores = scores(Emotion.SAD, 0.27f);
    return new Verdict(39, 42, Verdict.State.UNSURE, null, scores, scores, 2.4);
  }

  static RecordingState listening(Verdict verdict, List<Segment> recent) {
    return state(Phase.LISTENING, verdict, recent, null, false, EndReason.RUNNING, 7);
  }

  static RecordingState interrupted(EventKind why) {
    return state(
        Phase.INTERRUPTED,
        verdict(Emotion.ANGRY, 0.71f),
        segments(),
        why,
        false,
        EndReason.RUNNING,
        7);
  }

  static RecordingState slowed() {
    return state(
        Phase.LISTENING,
        verdict(Emotion.HAPPY, 0.64f),
        segments(),
        null,
        true,
        EndReason.RUNNING,
        7);
  }

  static RecordingState phase(Phase phase) {
    return state(phase, null, List.of(), null, false, EndReason.RUNNING, 7);
  }

  static RecordingState ended(EndReason why, long session) {
    return state(Phase.IDLE, null, List.of(), null, false, why, session);
  }

  private static RecordingState state(
      Phase phase,
      Verdict verdict,
      List<Segment> recent,
      EventKind interruption,
      boolean slowed,
      EndReason end,
      long session) {
    double elapsed = recent.isEmpty() ? 1.2 : recent.get(recent.size() - 1).endSeconds();
    return new RecordingState(
        phase,
        SessionMode.LIVE,
        session,
        elapsed,
        phase == Phase.LISTENING ? LEVEL_DB : RecordingState.SILENCE_DB,
        verdict,
        verdict != null && !verdict.isSpeech() && verdict.speechSeconds() >= MIN_SPEECH_SECONDS,
        recent,
        interruption,
        slowed,
        false,
        end,
        "",
        DriverStatus.START);
  }
}
