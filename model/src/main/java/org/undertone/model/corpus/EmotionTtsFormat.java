// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undertone.ser.Emotion;

/**
 * The emotional speech of emotiontts_open_db (KAIST and Selvas AI): four emotions by 15 speakers, Korean. The name says the
 * script (em plain, ne emotional), the speaker (a to e women, f on men) and a number: each hundred is an emotion.
 * Its README calls the third angry and the fourth sad. It is the other way round: the scripts of the third speak of funerals and
 * aching hearts, and all 15 speakers say them in their lowest pitch.
 */
final class EmotionTtsFormat extends NameFormat {
  private static final Pattern SCHEME = Pattern.compile("(em|ne)([a-z])00(?!000)([0-3]\\d\\d|400)");
  private static final int OF_EACH = 100;
  private static final char LAST_WOMAN = 'e';

  EmotionTtsFormat() {
    super(
        "emotiontts",
        "ema00001.wav",
        Map.of(
            "hundred 1", Emotion.NEUTRAL,
            "hundred 2", Emotion.HAPPY,
            "hundred 3", Emotion.SAD,
            "hundred 4", Emotion.ANGRY));
  }

  @Override
  ClipFacts parse(String file) {
    Matcher name = match(SCHEME, FileNames.stem(file), file);
    int number = Integer.parseInt(name.group(3));
    Sex sex = name.group(2).charAt(0) <= LAST_WOMAN ? Sex.FEMALE : Sex.MALE;
    String label = "hundred " + ((number - 1) / OF_EACH + 1);
    String speaker = speaker(name.group(1) + name.group(2));
    return ClipFacts.of(speaker, sex, label).saying(name.group(1) + name.group(3), "");
  }
}
