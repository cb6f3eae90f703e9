// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undertone.ser.Emotion;

/**
 * CASIA: six emotions by four actors, Mandarin, of the Institute of Automation of the Chinese Academy of Sciences. The folders
 * say speaker and emotion, the name which of fifty sentences.
 */
final class CasiaFormat extends NameFormat {
  private static final Map<String, Sex> ACTORS =
      Map.of(
          "liuchanhg", Sex.FEMALE,
          "zhaoquanyin", Sex.FEMALE,
          "wangzhe", Sex.MALE,
          "zhaozuoxiang", Sex.MALE);
  private static final Pattern SCHEME =
      Pattern.compile(
          "(?:.*/)?(liuchanhg|wangzhe|zhaoquanyin|zhaozuoxiang)"
              + "/(angry|fear|happy|neutral|sad|surprise)/(\\d{3})\\.[a-z]+",
          Pattern.CASE_INSENSITIVE);

  CasiaFormat() {
    super(
        "casia",
        "liuchanhg/angry/201.wav",
        Map.of(
            "angry", Emotion.ANGRY,
            "fear", Emotion.FEARFUL,
            "happy", Emotion.HAPPY,
            "neutral", Emotion.NEUTRAL,
            "sad", Emotion.SAD,
            "surprise", Emotion.SURPRISED));
  }

  @Override
  ClipFacts parse(String file) {
    Matcher path = match(SCHEME, file, file);
    String actor = path.group(1).toLowerCase(Locale.ROOT);
    return ClipFacts.of(speaker(actor), ACTORS.get(actor), path.group(2).toLowerCase(Locale.ROOT))
        .saying(path.group(3), "");
  }
}
