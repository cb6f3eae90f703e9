// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.undertone.ser.Emotion;

/** RAVDESS, speech and song: eight emotions by 24 actors, English. */
final class RavdessFormat extends NameFormat {

  RavdessFormat() {
    super(
        "ravdess",
        "03-01-05-01-02-01-12.wav",
        Arrays.stream(Emotion.values())
            .collect(Collectors.toMap(Emotion::label, Function.identity())));
  }

  /** Song has a name of its own, so that a recipe can take less of it than of speech. */
  @Override
  String corpus(ClipFacts facts) {
    return facts.channel() == Channel.SONG ? "ravdess_song" : name();
  }

  @Override
  ClipFacts parse(String file) {
    RavdessName name = RavdessName.parse(file);
    return new ClipFacts(
        name.speaker(),
        name.sex(),
        name.emotion().label(),
        name.intensity().name().toLowerCase(Locale.ROOT),
        name.statement().name().toLowerCase(Locale.ROOT),
        Integer.toString(name.repetition()),
        name.channel());
  }
}
