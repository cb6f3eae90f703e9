// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undertone.ser.Emotion;

/**
 * TESS: seven emotions by two actresses, English (Pichora-Fuller and Dupuis 2020). Actress, word and emotion stand in the
 * name, which some copies put a prefix before and a number after; where the name has no known emotion, its folder (OAF_Pleasant_surprise) tells.
 * "Pleasant surprise" counts as surprised.
 */
final class TessFormat extends NameFormat {
  // One file of every copy is called OA_bite_neutral; some copies have names such as
  // 100testYAF_hall_sad8.
  private static final Pattern SCHEME =
      Pattern.compile("(?:.*(?=[OY]AF?_))?([OY])AF?_([A-Za-z]+)_([A-Za-z_ ]+?)\\d*");
  private static final Pattern FOLDER =
      Pattern.compile("[OY]AF_([A-Za-z_ ]+)", Pattern.CASE_INSENSITIVE);
  private static final Map<String, Emotion> EMOTIONS =
      Map.of(
          "angry", Emotion.ANGRY,
          "disgust", Emotion.DISGUST,
          "fear", Emotion.FEARFUL,
          "happy", Emotion.HAPPY,
          "neutral", Emotion.NEUTRAL,
          "ps", Emotion.SURPRISED,
          "sad", Emotion.SAD);

  TessFormat() {
    super("tess", "OAF_back_angry.wav", EMOTIONS);
  }

  @Override
  ClipFacts parse(String file) {
    Matcher name = match(SCHEME, FileNames.stem(file), file);
    String label = label(name.group(3));
    if (!EMOTIONS.containsKey(label)) {
      Matcher folder = FOLDER.matcher(FileNames.name(FileNames.folder(file)));
      label = folder.matches() ? label(folder.group(1)) : label;
    }
    if (!EMOTIONS.containsKey(label)) {
      throw new IllegalArgumentException(
          "\"" + FileNames.name(file) + "\": neither name nor folder ends in an emotion of TESS");
    }
    String actress = name.group(1) + "AF";
    return ClipFacts.of(speaker(actress), Sex.FEMALE, label)
        .saying(name.group(2).toLowerCase(Locale.ROOT), "");
  }

  private static String label(String word) {
    String label = word.toLowerCase(Locale.ROOT).replace(' ', '_');
    return label.startsWith("pleasant_surprise") ? "ps" : label;
  }
}
