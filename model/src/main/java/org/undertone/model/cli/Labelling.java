// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undertone.model.Recognition;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.LabelScheme;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/**
 * Tells verdicts in the labels of a scheme. With all eight emotions the label is the one that the
 * pipeline chose; with fewer it is the most probable of the scheme, or unsure below the model's
 * threshold, and neighbouring segments that now have the same label become one.
 */
final class Labelling {
  private final LabelScheme scheme;
  private final double unsureThreshold;

  Labelling(LabelScheme scheme, double unsureThreshold) {
    this.scheme = scheme;
    this.unsureThreshold = unsureThreshold;
  }

  /** Returns the labels, in order. */
  List<String> labels() {
    return scheme.labels();
  }

  /** Returns the most probable label of a whole recording, however unsure. */
  Heard recording(Recognition recognition) {
    return recognition.isSpeech() ? best(reduce(recognition.scores()), 0) : Heard.NOTHING;
  }

  /** Returns whether a label is less probable than the model's threshold. */
  boolean isUnsure(Heard heard) {
    return heard.probability() < unsureThreshold;
  }

  /** Returns what was heard in a window. */
  Heard window(Verdict verdict) {
    return verdict.isSpeech() ? heard(verdict.emotion(), verdict.smoothed()) : Heard.NOTHING;
  }

  /** Returns what was heard in a segment. */
  Stretch segment(Segment segment) {
    Heard heard =
        segment.state() == Verdict.State.NO_SPEECH
            ? Heard.NOTHING
            : heard(segment.emotion(), segment.meanScores());
    return new Stretch(segment.startSeconds(), segment.endSeconds(), heard);
  }

  /** Returns the timeline, in which neighbours have different labels. */
  List<Stretch> timeline(List<Segment> segments) {
    List<Stretch> stretches = new ArrayList<>();
    for (Segment segment : segments) {
      Stretch next = segment(segment);
      int last = stretches.size() - 1;
      if (last >= 0 && stretches.get(last).heard().label().equals(next.heard().label())) {
        stretches.set(last, join(stretches.get(last), next));
      } else {
        stretches.add(next);
      }
    }
    return stretches;
  }

  /** The scores of both are means over time, and so are those of the whole. */
  private static Stretch join(Stretch a, Stretch b) {
    double weight = a.seconds() / (a.seconds() + b.seconds());
    Map<String, Double> scores = new LinkedHashMap<>();
    a.heard()
        .scores()
        .forEach(
            (label, p) ->
                scores.put(label, weight * p + (1 - weight) * b.heard().scores().get(label)));
    double probability = weight * a.heard().probability() + (1 - weight) * b.heard().probability();
    return new Stretch(
        a.startSeconds(), b.endSeconds(), new Heard(a.heard().label(), probability, scores));
  }

  private Heard heard(Emotion chosen, EmotionScores scores) {
    Map<String, Double> reduced = reduce(scores);
    if (scheme != LabelScheme.EIGHT) {
      return best(reduced, unsureThreshold);
    }
    return chosen == null
        ? new Heard(Heard.UNSURE, scores.bestProbability(), reduced)
        : new Heard(chosen.label(), scores.probability(chosen), reduced);
  }

  private static Heard best(Map<String, Double> scores, double threshold) {
    Map.Entry<String, Double> best =
        scores.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    String label = best.getValue() < threshold ? Heard.UNSURE : best.getKey();
    return new Heard(label, best.getValue(), scores);
  }

  private Map<String, Double> reduce(EmotionScores scores) {
    float[] reduced = scheme.reduce(scores);
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < reduced.length; i++) {
      named.put(scheme.labels().get(i), (double) reduced[i]);
    }
    return named;
  }
}
