// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.LabelScheme;

/** How many labels a test tells apart, and which clips take part in it; immutable. */
public final class LabelSet {
  /** All eight emotions. */
  public static final LabelSet EIGHT = of("8 emotions", LabelScheme.EIGHT);

  /**
   * The usual test of four emotions: only clips of neutral, happy, sad and angry, and of the scores only
   * these four.
   */
  public static final LabelSet FOUR_STANDARD =
      of(
          "4: neutral, happy, sad, angry",
          List.of(Emotion.NEUTRAL, Emotion.HAPPY, Emotion.SAD, Emotion.ANGRY));

  /** The four labels of the app, in which calm and neutral are one. */
  public static final LabelSet FOUR_APP =
      of("4: angry, calm/neutral, happy, sad", LabelScheme.FOUR);

  /** The three states of driver mode. */
  public static final LabelSet THREE = of("3: calm, tense, low", LabelScheme.THREE);

  private final String name;
  private final List<String> labels;
  private final ToIntFunction<Emotion> labelOf;
  private final ToIntFunction<EmotionScores> best;

  private LabelSet(
      String name,
      List<String> labels,
      ToIntFunction<Emotion> labelOf,
      ToIntFunction<EmotionScores> best) {
    this.name = name;
    this.labels = List.copyOf(labels);
    this.labelOf = labelOf;
    this.best = best;
  }

  /** Returns a test of clips of some emotions: of the scores only these. Silence stays neutral. */
  static LabelSet alone(Set<Emotion> emotions) {
    return new LabelSet(
        emotions.size() + " emotions",
        LabelScheme.EIGHT.labels(),
        Emotion::index,
        scores -> KnownClasses.restrict(scores, emotions).best().index());
  }

  private static LabelSet of(String name, LabelScheme scheme) {
    return new LabelSet(
        name, scheme.labels(), scheme::labelIndex, scores -> best(scheme.reduce(scores)));
  }

  private static LabelSet of(String name, List<Emotion> emotions) {
    return new LabelSet(
        name,
        emotions.stream().map(Emotion::label).toList(),
        emotions::indexOf,
        scores -> {
          float[] some = new float[emotions.size()];
          for (int i = 0; i < some.length; i++) {
            some[i] = scores.probability(emotions.get(i));
          }
          return best(some);
        });
  }

  private static int best(float[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }

  /** Returns what it is called in the report. */
  public String name() {
    return name;
  }

  /** Returns the labels. */
  public List<String> labels() {
    return labels;
  }

  /** Counts the clips that take part. One in which no speech was heard counts as neutral. */
  public ConfusionMatrix confusion(List<Prediction> predictions) {
    ConfusionMatrix matrix = new ConfusionMatrix(labels);
    for (Prediction one : predictions) {
      int truth = labelOf.applyAsInt(one.truth());
      if (truth >= 0) {
        int predicted =
            one.scores() == null
                ? labelOf.applyAsInt(one.predicted())
                : best.applyAsInt(one.scores());
        matrix.add(truth, predicted);
      }
    }
    return matrix;
  }
}
