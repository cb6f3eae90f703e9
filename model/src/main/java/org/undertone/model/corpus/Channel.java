// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Locale;

/** Whether a clip is spoken or sung. */
public enum Channel {
  SPEECH,
  SONG;

  /** Returns the word used in files: the name in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the channel of a word; nothing stands for speech.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Channel of(String word) {
    return switch (word.trim().toLowerCase(Locale.ROOT)) {
      case "", "speech" -> SPEECH;
      case "song" -> SONG;
      default ->
          throw new IllegalArgumentException(
              "the channel \"" + word + "\" is neither speech nor song");
    };
  }
}
