// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undertone.ser.Emotion;

/**
 * BanglaSER: five emotions by 34 speakers, Bangla (R. K. Das et al., "BanglaSER: A speech emotion recognition dataset for the
 * Bangla language", 2022). The names look like those of RAVDESS and mean something else: the third number is happy, sad, angry,
 * surprised, neutral; there are three statements and three repetitions; odd actors are men.
 */
final class BanglaSerFormat extends NameFormat {
  private static final Pattern SCHEME =
      Pattern.compile("\\d\\d-01-(0[1-5])-(0[12])-(0[1-3])-(0[1-3])-(0[1-9]|[12]\\d|3[0-4])");

  BanglaSerFormat() {
    super(
        "banglaser",
        "03-01-05-01-03-03-34.wav",
        Map.of(
            "01", Emotion.HAPPY,
            "02", Emotion.SAD,
            "03", Emotion.ANGRY,
            "04", Emotion.SURPRISED,
            "05", Emotion.NEUTRAL));
  }

  @Override
  ClipFacts parse(String file) {
    Matcher name = match(SCHEME, FileNames.stem(file), file);
    String actor = name.group(5);
    Sex sex = Integer.parseInt(actor) % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    return ClipFacts.of(speaker(actor), sex, name.group(1))
        .withIntensity(name.group(2))
        .saying(name.group(3), name.group(4));
  }
}
