// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undertone.ser.Emotion;

/**
 * Indian EmoSpeech Command Dataset: single words in Hindi and English into phones, in streets, trains and houses, with four
 * emotions (Banga et al., arXiv:1910.13801). The name says word, environment, emotion, time and a hash of the speaker; one hash
 * stands for all who gave no name. Who is angry, fearful or happy nowhere is called calm there: neutral here. Only what was
 * said where it was safe is taken, for elsewhere a scream, a shot or breaking glass is heard, too.
 */
final class RakshakFormat extends NameFormat {
  private static final Pattern SCHEME =
      Pattern.compile(
          "([a-z]+)-(safe|scream|gunshots|glass break)-(calm|angry|fearful|happy|none)-\\d+-([0-9a-f]{12})[0-9a-f]{44}");
  private static final String NO_WORD = "background";

  RakshakFormat() {
    super(
        "rakshak",
        "help-safe-calm-20190709085906-(hash).wav",
        Map.of(
            "calm", Emotion.NEUTRAL,
            "angry", Emotion.ANGRY,
            "fearful", Emotion.FEARFUL,
            "happy", Emotion.HAPPY));
  }

  @Override
  ClipFacts parse(String file) {
    Matcher name = match(SCHEME, FileNames.stem(file).toLowerCase(Locale.ROOT), file);
    String word = name.group(1);
    String where = name.group(2);
    String label = name.group(3);
    if (word.equals(NO_WORD)) {
      label = "no word";
    } else if (!where.equals("safe")) {
      label += " beside " + where;
    }
    return ClipFacts.of(speaker(name.group(4)), Sex.UNKNOWN, label).saying(word, "");
  }
}
