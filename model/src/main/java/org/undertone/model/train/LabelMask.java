// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.undertone.ser.Emotion;

/**
 * Which labels a clip can teach: those that its corpus has. A corpus without calm says nothing of
 * calm, so its clips must not teach that calm never happens. {@link PlainSpeech} teaches all but calm.
 * Immutable.
 */
final class LabelMask {
  private final Map<String, boolean[]> ofCorpus = new HashMap<>();

  /**
   * Makes masks.
   *
   * @param known labels that the network learns at all; the others never happen
   */
  private LabelMask(List<TrainingClip> clips, Set<Emotion> known) {
    for (TrainingClip clip : clips) {
      ofCorpus
              .computeIfAbsent(clip.corpus(), name -> new boolean[Emotion.COUNT])[
              clip.emotion().index()] =
          true;
    }
    for (String corpus : PlainSpeech.corpora(clips)) {
      boolean[] labels = ofCorpus.get(corpus);
      Arrays.fill(labels, true);
      labels[Emotion.CALM.index()] = false;
    }
    for (boolean[] labels : ofCorpus.values()) {
      for (int label = 0; label < labels.length; label++) {
        labels[label] |= !known.contains(Emotion.values()[label]);
      }
    }
  }

  /** Returns the labels of clips. */
  static Set<Emotion> labelsOf(List<TrainingClip> clips) {
    Set<Emotion> labels = EnumSet.noneOf(Emotion.class);
    clips.forEach(clip -> labels.add(clip.emotion()));
    return labels;
  }

  /**
   * Returns masks by which all clips teach that labels which no corpus has never happen.
   *
   * @param known the labels of all corpora; of an expert, those that the whole network learns
   */
  static LabelMask forNewNetwork(List<TrainingClip> clips, Set<Emotion> known) {
    return new LabelMask(clips, known);
  }

  /** Returns masks by which nothing is taught of labels which no corpus has: the network knows them. */
  static LabelMask forTrainedNetwork(List<TrainingClip> clips) {
    return new LabelMask(clips, EnumSet.allOf(Emotion.class));
  }

  /** Writes 1 for each label that the clip can teach, else 0, to {@code mask[offset ..]}. */
  void write(TrainingClip clip, float[] mask, int offset) {
    boolean[] labels = ofCorpus.get(clip.corpus());
    for (int label = 0; label < labels.length; label++) {
      mask[offset + label] = labels[label] ? 1 : 0;
    }
  }
}
