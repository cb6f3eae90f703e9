// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undertone.ser.Emotion;

/**
 * EmoDB: seven emotions by ten actors, German (Burkhardt et al. 2005). The name says speaker, text, emotion (the first letter of
 * the German word) and version. Boredom (L, Langeweile) has no equivalent here.
 */
final class EmoDbFormat extends NameFormat {
  private static final Pattern SCHEME = Pattern.compile("(\\d\\d)([ab]\\d\\d)([WLEAFTN])([a-z]?)");
  private static final Set<String> WOMEN = Set.of("08", "09", "13", "14", "16");
  private static final Set<String> MEN = Set.of("03", "10", "11", "12", "15");

  EmoDbFormat() {
    super(
        "emodb",
        "03a01Fa.wav",
        Map.of(
            "W", Emotion.ANGRY,
            "E", Emotion.DISGUST,
            "A", Emotion.FEARFUL,
            "F", Emotion.HAPPY,
            "T", Emotion.SAD,
            "N", Emotion.NEUTRAL));
  }

  @Override
  ClipFacts parse(String file) {
    Matcher name = match(SCHEME, FileNames.stem(file), file);
    String id = name.group(1);
    if (!WOMEN.contains(id) && !MEN.contains(id)) {
      throw new IllegalArgumentException(
          "\"" + FileNames.name(file) + "\": EmoDB has no speaker " + id);
    }
    String label = name.group(3).equals("L") ? "L (boredom)" : name.group(3);
    return ClipFacts.of(speaker(id), WOMEN.contains(id) ? Sex.FEMALE : Sex.MALE, label)
        .saying(name.group(2), name.group(4));
  }
}
