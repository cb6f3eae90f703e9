// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undertone.ser.Emotion;

/**
 * Which labels a clip can teach: those that its corpus has. A corpus without calm says nothing of
 * calm, so its clips must not teach that calm never happens. Labels that no corpus has are taught
 * to never happen, by all clips. Immutable.
 */
final class LabelMask {
  private final Map<String, boolean[]> ofCorpus = new HashMap<>();

  LabelMask(List<TrainingClip> clips) {
    boolean[] known = new boolean[Emotion.COUNT];
    for (TrainingClip clip : clips) {
      ofCorpus
              .computeIfAbsent(clip.corpus(), name -> new boolean[Emotion.COUNT])[
              clip.emotion().index()] =
          true;
      known[clip.emotion().index()] = true;
    }
    for (boolean[] labels : ofCorpus.values()) {
      for (int label = 0; label < labels.length; label++) {
        labels[label] |= !known[label];
      }
    }
  }

  /** Writes 1 for each label that the clip can teach, else 0, to {@code mask[offset ..]}. */
  void write(TrainingClip clip, float[] mask, int offset) {
    boolean[] labels = ofCorpus.get(clip.corpus());
    for (int label = 0; label < labels.length; label++) {
      mask[offset + label] = labels[label] ? 1 : 0;
    }
  }
}
