// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undertone.ser.Emotion;

/**
 * SAVEE: seven emotions by four men, English (Haq and Jackson 2009). The speaker stands in the name (DC_a01.wav) or is the
 * folder (DC/a01.wav).
 */
final class SaveeFormat extends NameFormat {
  private static final Pattern SCHEME =
      Pattern.compile("(?:.*/)?(DC|JE|JK|KL)[/_]((sa|su|[adfhn])\\d\\d)\\.[^.]+");

  SaveeFormat() {
    super(
        "savee",
        "DC_a01.wav or DC/a01.wav",
        Map.of(
            "a", Emotion.ANGRY,
            "d", Emotion.DISGUST,
            "f", Emotion.FEARFUL,
            "h", Emotion.HAPPY,
            "n", Emotion.NEUTRAL,
            "sa", Emotion.SAD,
            "su", Emotion.SURPRISED));
  }

  @Override
  ClipFacts parse(String file) {
    Matcher name = match(SCHEME, file, file);
    return ClipFacts.of(speaker(name.group(1)), Sex.MALE, name.group(3)).saying(name.group(2), "");
  }
}
