// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Locale;
import java.util.regex.Pattern;
import org.undertone.ser.Emotion;

/**
 * The name of a RAVDESS file: seven numbers of two digits (Livingstone and Russo 2018, PLOS ONE 13(5), e0196391).
 *
 * @param modality what was recorded
 * @param channel spoken or sung
 * @param emotion what is to be heard
 * @param intensity how strongly
 * @param statement what is said
 * @param repetition 1 or 2
 * @param actor 1 to 24
 */
public record RavdessName(
    Modality modality,
    Channel channel,
    Emotion emotion,
    Intensity intensity,
    Statement statement,
    int repetition,
    int actor) {

  /** Number of actors. */
  public static final int ACTORS = 24;

  private static final Pattern SCHEME = Pattern.compile("\\d\\d(-\\d\\d){6}");

  /** What was recorded. */
  public enum Modality {
    AUDIO_VIDEO,
    VIDEO_ONLY,
    AUDIO_ONLY
  }

  /** How strongly an emotion is shown. */
  public enum Intensity {
    NORMAL,
    STRONG
  }

  /** What is said: "Kids are talking by the door" or "Dogs are sitting by the door". */
  public enum Statement {
    KIDS,
    DOGS
  }

  public RavdessName {
    if (repetition < 1 || repetition > 2) {
      throw new IllegalArgumentException("the repetition is " + repetition + ", not 1 or 2");
    }
    if (actor < 1 || actor > ACTORS) {
      throw new IllegalArgumentException("the actor is " + actor + ", not 1 to " + ACTORS);
    }
  }

  /**
   * Reads a file name, with or without folders and ending.
   *
   * @throws IllegalArgumentException if it is not such a name; the message says which part is wrong
   */
  public static RavdessName parse(String file) {
    String stem = FileNames.stem(file);
    if (!SCHEME.matcher(stem).matches()) {
      throw new IllegalArgumentException(
          "\"" + stem + "\" is not seven numbers of two digits such as 03-01-05-01-02-01-12");
    }
    int[] parts = new int[7];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Integer.parseInt(stem.substring(3 * i, 3 * i + 2));
    }
    return new RavdessName(
        Modality.values()[within(stem, parts, 0, "modality", 3) - 1],
        Channel.values()[within(stem, parts, 1, "vocal channel", 2) - 1],
        Emotion.values()[within(stem, parts, 2, "emotion", Emotion.COUNT) - 1],
        Intensity.values()[within(stem, parts, 3, "intensity", 2) - 1],
        Statement.values()[within(stem, parts, 4, "statement", 2) - 1],
        within(stem, parts, 5, "repetition", 2),
        within(stem, parts, 6, "actor", ACTORS));
  }

  private static int within(String stem, int[] parts, int part, String name, int max) {
    int value = parts[part];
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "\"%s\": part %d (%s) is %02d, not 01 to %02d",
              stem,
              part + 1,
              name,
              value,
              max));
    }
    return value;
  }

  /** Returns the actor's sex: odd numbers are men. */
  public Sex sex() {
    return actor % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  /** Returns the actor's name across corpora, the same for speech and song: ravdess_01 to ravdess_24. */
  public String speaker() {
    return speaker(actor);
  }

  static String speaker(int actor) {
    return String.format(Locale.ROOT, "ravdess_%02d", actor);
  }
}
