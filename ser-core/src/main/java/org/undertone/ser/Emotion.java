// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import java.util.Locale;

/**
 * The eight emotions of RAVDESS, in its order; {@link #index()} is the place of an emotion in every
 * score array of the project.
 */
public enum Emotion {
  NEUTRAL(0),
  CALM(1),
  HAPPY(2),
  SAD(3),
  ANGRY(4),
  FEARFUL(5),
  DISGUST(6),
  SURPRISED(7);

  /** Number of emotions. */
  public static final int COUNT = values().length;

  private final int index;
  private final String label = name().toLowerCase(Locale.ROOT);

  Emotion(int index) {
    this.index = index;
  }

  /** Returns the place of this emotion in score arrays, 0 to 7. */
  public int index() {
    return index;
  }

  /** Returns the label used in files and on the command line: the name in lower case. */
  public String label() {
    return label;
  }

  /**
   * Returns the emotion of a label.
   *
   * @throws IllegalArgumentException if no emotion has that label
   */
  public static Emotion ofLabel(String label) {
    for (Emotion emotion : values()) {
      if (emotion.label.equals(label)) {
        return emotion;
      }
    }
    throw new IllegalArgumentException("no emotion is called \"" + label + "\"");
  }
}
