// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Locale;

/** The sex of a speaker, as the corpus states it. */
public enum Sex {
  FEMALE("F"),
  MALE("M"),
  UNKNOWN("");

  private final String code;

  Sex(String code) {
    this.code = code;
  }

  /** Returns the code used in files: F, M or nothing. */
  public String code() {
    return code;
  }

  /**
   * Returns the sex of a code or word: F, female, M, male in any case; nothing stands for unknown.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Sex of(String word) {
    return switch (word.trim().toLowerCase(Locale.ROOT)) {
      case "f", "female" -> FEMALE;
      case "m", "male" -> MALE;
      case "", "unknown" -> UNKNOWN;
      default ->
          throw new IllegalArgumentException(
              "the sex \"" + word + "\" is none of F, M and nothing");
    };
  }
}
