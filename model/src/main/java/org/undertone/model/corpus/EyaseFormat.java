// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undertone.ser.Emotion;

/**
 * EYASE: four emotions by actors of a television series, Egyptian Arabic (Abdel-Hamid, "Egyptian Arabic speech emotion
 * recognition using prosodic, spectral and wavelet features", 2020). The folder says the speaker (the names of Female02's files
 * say Female01), the name the emotion.
 */
final class EyaseFormat extends NameFormat {
  private static final Pattern SCHEME =
      Pattern.compile(
          "(?:.*/)?((Female|Male)\\d\\d)/[fm][lm]\\d\\d_(ang|hap|neu|sad) ?\\((\\d+)\\)\\.[a-z]+");

  EyaseFormat() {
    super(
        "eyase",
        "Female01/fm01_ang (1).wav",
        Map.of(
            "ang", Emotion.ANGRY,
            "hap", Emotion.HAPPY,
            "neu", Emotion.NEUTRAL,
            "sad", Emotion.SAD));
  }

  @Override
  ClipFacts parse(String file) {
    Matcher path = match(SCHEME, file, file);
    Sex sex = path.group(2).equals("Female") ? Sex.FEMALE : Sex.MALE;
    return ClipFacts.of(speaker(path.group(1)), sex, path.group(3));
  }
}
