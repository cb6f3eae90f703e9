// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import java.util.List;
import java.util.Optional;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/**
 * What was heard in a recording; immutable.
 *
 * @param durationSeconds length of the recording
 * @param truncated whether the file ends before its header says; what there is was heard
 * @param scores calibrated probabilities over the whole recording, or null if there was no speech
 * @param verdicts every window, in order
 * @param segments the timeline, without gaps
 */
public record Recognition(
    double durationSeconds,
    boolean truncated,
    EmotionScores scores,
    List<Verdict> verdicts,
    List<Segment> segments) {

  /** Copies the lists. */
  public Recognition {
    verdicts = List.copyOf(verdicts);
    segments = List.copyOf(segments);
  }

  /**
   * Returns one answer to a recording that was heard several times: the first, with the mean of the scores
   * ({@link MeanScores}) of all that heard speech. If the first heard none, there was none.
   *
   * @param hearings at least one
   */
  static Recognition averaged(List<Recognition> hearings) {
    Recognition first = hearings.get(0);
    if (!first.isSpeech()) {
      return first;
    }
    MeanScores mean = new MeanScores();
    hearings.stream().filter(Recognition::isSpeech).forEach(one -> mean.add(1, one.scores));
    return new Recognition(
        first.durationSeconds, first.truncated, mean.scores(), first.verdicts, first.segments);
  }

  /** Returns whether there was any speech, and so scores. */
  public boolean isSpeech() {
    return scores != null;
  }

  /** Returns the most probable emotion, or nothing if there was no speech. */
  public Optional<Emotion> emotion() {
    return Optional.ofNullable(scores).map(EmotionScores::best);
  }

  /** Returns the label of the most probable emotion, or {@code "no speech"}. */
  public String label() {
    return emotion().map(Emotion::label).orElse("no speech");
  }

  /** Returns the place of the most probable emotion among the eight, or -1 if there was no speech. */
  public int bestIndex() {
    return emotion().map(Emotion::index).orElse(-1);
  }

  /** Returns the probability of the most probable emotion, 0 if there was no speech. */
  public float probability() {
    return scores == null ? 0 : scores.bestProbability();
  }
}
