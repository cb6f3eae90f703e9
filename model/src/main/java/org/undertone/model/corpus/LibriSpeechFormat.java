// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undertone.ser.Emotion;

/**
 * LibriSpeech, or a part of it: chapters read aloud by volunteers, English (Panayotov et al. 2015). Nobody acts an emotion on
 * purpose, so all of it counts as neutral. The speaker stands first in the name: 84-121123-0007.flac.
 */
final class LibriSpeechFormat extends NameFormat {
  private static final String READ = "read";
  private static final Pattern SCHEME =
      Pattern.compile("(?:.*/)?(\\d{1,5})-(\\d{1,6})-(\\d{4})\\.[^.]+");

  LibriSpeechFormat() {
    super("librispeech", "84-121123-0007.flac", Map.of(READ, Emotion.NEUTRAL));
  }

  @Override
  ClipFacts parse(String file) {
    Matcher name = match(SCHEME, file, file);
    return ClipFacts.of(speaker(name.group(1)), Sex.UNKNOWN, READ)
        .saying(name.group(2) + "-" + name.group(3), "");
  }
}
