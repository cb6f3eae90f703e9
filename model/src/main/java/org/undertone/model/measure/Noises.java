// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Noises of the kinds that are mixed into clips, at one sample rate; immutable. */
final class Noises {
  /** The kinds: words that the category of a recording has. */
  static final List<String> KINDS = List.of("road", "rain", "crowd");

  private final Map<String, List<Sound>> byKind;

  private Noises(Map<String, List<Sound>> byKind) {
    this.byKind = byKind;
  }

  /**
   * Reads the noises of a folder.
   *
   * @param rate that they are to have, the model's, Hz
   * @throws IOException if one cannot be read, or there is none of a kind
   */
  static Noises read(Path folder, int rate) throws IOException {
    List<RecordingList.Entry> entries = RecordingList.read(folder);
    Map<String, List<Sound>> byKind = new LinkedHashMap<>();
    for (String kind : KINDS) {
      List<Sound> sounds = new ArrayList<>();
      for (RecordingList.Entry entry : entries) {
        if (entry.hasWord(kind)) {
          sounds.add(entry.read().at(rate));
        }
      }
      if (sounds.isEmpty()) {
        throw new IOException(folder + " has no noise of the category " + kind);
      }
      byKind.put(kind, sounds);
    }
    return new Noises(byKind);
  }

  /** Returns the number of recordings of a kind. */
  int count(String kind) {
    return byKind.get(kind).size();
  }

  /** Returns one of the noises of a kind. */
  Sound draw(String kind, Random random) {
    List<Sound> sounds = byKind.get(kind);
    return sounds.get(random.nextInt(sounds.size()));
  }
}
