// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.undertone.ser.Emotion;

/**
 * Corpora that hold neutral speech alone: nobody acts there. They teach that plain speech is none of the other emotions, but
 * nothing of calm, which is as plain as neutral.
 */
final class PlainSpeech {
  private PlainSpeech() {}

  /** Returns the names of the corpora all of whose clips are neutral. */
  static Set<String> corpora(List<TrainingClip> clips) {
    Set<String> acted =
        clips.stream()
            .filter(clip -> clip.emotion() != Emotion.NEUTRAL)
            .map(TrainingClip::corpus)
            .collect(Collectors.toSet());
    return clips.stream()
        .map(TrainingClip::corpus)
        .filter(corpus -> !acted.contains(corpus))
        .collect(Collectors.toSet());
  }
}
