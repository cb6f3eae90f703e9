// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study;

import java.util.List;
import org.undertone.ser.Emotion;

/** Which emotions are told apart, and which of them are one. */
enum ClassSet {
  /** All of RAVDESS' speech. */
  EIGHT("eight classes"),
  /** Calm counts as neutral, as in the write-ups of seven classes. */
  SEVEN("seven classes"),
  /** Those that RAVDESS' actors sing. */
  SUNG("six classes"),
  /** For a call centre. */
  FOUR("four classes");

  private final String words;

  ClassSet(String words) {
    this.words = words;
  }

  /** Returns its name for people. */
  String words() {
    return words;
  }

  private List<Emotion> emotions() {
    return switch (this) {
      case EIGHT -> List.of(Emotion.values());
      case SEVEN ->
          List.of(
              Emotion.NEUTRAL,
              Emotion.HAPPY,
              Emotion.SAD,
              Emotion.ANGRY,
              Emotion.FEARFUL,
              Emotion.DISGUST,
              Emotion.SURPRISED);
      case SUNG ->
          List.of(
              Emotion.NEUTRAL,
              Emotion.CALM,
              Emotion.HAPPY,
              Emotion.SAD,
              Emotion.ANGRY,
              Emotion.FEARFUL);
      case FOUR -> List.of(Emotion.ANGRY, Emotion.CALM, Emotion.HAPPY, Emotion.SAD);
    };
  }

  /** Returns the labels of the classes, in their order. */
  List<String> labels() {
    return emotions().stream().map(Emotion::label).toList();
  }

  int size() {
    return emotions().size();
  }

  /** Returns the class of an emotion, -1 if its clips are left out. */
  int indexOf(Emotion emotion) {
    boolean calmIsNeutral = this == SEVEN && emotion == Emotion.CALM;
    return emotions().indexOf(calmIsNeutral ? Emotion.NEUTRAL : emotion);
  }
}
