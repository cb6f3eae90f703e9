// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undertone.ser.Emotion;

/**
 * IndoWaveSentiment: five emotions by ten speakers, Indonesian. The name says speaker, emotion, intensity and repetition.
 * Disappointment has no equivalent here.
 */
final class IndoWaveFormat extends NameFormat {
  private static final Pattern SCHEME = Pattern.compile("(\\d\\d)-(0[1-5])-(0[12])-(0[1-3])");
  private static final String DISAPPOINTED = "05";

  IndoWaveFormat() {
    super(
        "indowave",
        "01-01-01-01.wav",
        Map.of(
            "01", Emotion.NEUTRAL,
            "02", Emotion.HAPPY,
            "03", Emotion.SURPRISED,
            "04", Emotion.DISGUST));
  }

  @Override
  ClipFacts parse(String file) {
    Matcher name = match(SCHEME, FileNames.stem(file), file);
    String label = name.group(2).equals(DISAPPOINTED) ? "disappointed" : name.group(2);
    return ClipFacts.of(speaker(name.group(1)), Sex.UNKNOWN, label)
        .withIntensity(name.group(3))
        .saying("", name.group(4));
  }
}
