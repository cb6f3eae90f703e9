// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undertone.ser.Emotion;

/**
 * AESDD: five emotions by actors, Greek (Vryzas et al., "Speech Emotion Recognition for Performance Interaction", 2018). The
 * name says emotion, utterance and, in brackets, the actor; a letter behind tells takes apart.
 */
final class AesddFormat extends NameFormat {
  private static final Pattern SCHEME = Pattern.compile("([adfhs])(\\d\\d) \\(0*(\\d+)\\)([a-z]?)");

  AesddFormat() {
    super(
        "aesdd",
        "a01 (1).wav",
        Map.of(
            "a", Emotion.ANGRY,
            "d", Emotion.DISGUST,
            "f", Emotion.FEARFUL,
            "h", Emotion.HAPPY,
            "s", Emotion.SAD));
  }

  @Override
  ClipFacts parse(String file) {
    Matcher name = match(SCHEME, FileNames.stem(file), file);
    return ClipFacts.of(speaker(name.group(3)), Sex.UNKNOWN, name.group(1))
        .saying(name.group(2), name.group(4));
  }
}
