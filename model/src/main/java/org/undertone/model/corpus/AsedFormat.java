// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undertone.ser.Emotion;

/**
 * ASED: five emotions by 65 speakers, Amharic (Retta et al. 2023). The name says emotion (letter and number), sentence,
 * repetition, sex (01 female, 02 male) and speaker.
 */
final class AsedFormat extends NameFormat {
  private static final Pattern SCHEME =
      Pattern.compile("(n1|f2|h3|s4|a5)-(\\d\\d)-(\\d\\d)-(01|02)-(\\d\\d)");

  AsedFormat() {
    super(
        "ased",
        "a5-01-01-01-01.wav",
        Map.of(
            "n1", Emotion.NEUTRAL,
            "f2", Emotion.FEARFUL,
            "h3", Emotion.HAPPY,
            "s4", Emotion.SAD,
            "a5", Emotion.ANGRY));
  }

  @Override
  ClipFacts parse(String file) {
    Matcher name = match(SCHEME, FileNames.stem(file).toLowerCase(Locale.ROOT), file);
    Sex sex = name.group(4).equals("01") ? Sex.FEMALE : Sex.MALE;
    return ClipFacts.of(speaker(name.group(5)), sex, name.group(1))
        .saying(name.group(2), name.group(3));
  }
}
