// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.undertone.model.corpus.Clip;
import org.undertone.ser.Emotion;

/** Deals clips out in blocks: what was said or recorded together is in one, as far as names tell. */
final class ClipBlocks {
  private ClipBlocks() {}

  /** Returns the block of each clip, 0 to {@code count} - 1, by {@link Clip#id()}. */
  static Map<String, Integer> of(List<Clip> clips, int count) {
    SortedSet<String> statements = new TreeSet<>();
    clips.forEach(clip -> statements.add(clip.statement()));
    return statements.size() >= count && !statements.contains("")
        ? byStatement(clips, List.copyOf(statements), count)
        : byOrder(clips, count);
  }

  private static Map<String, Integer> byStatement(
      List<Clip> clips, List<String> statements, int count) {
    Map<String, Integer> blocks = new HashMap<>();
    for (Clip clip : clips) {
      blocks.put(clip.id(), statements.indexOf(clip.statement()) % count);
    }
    return blocks;
  }

  /** Each label for itself: names may begin with the label. */
  private static Map<String, Integer> byOrder(List<Clip> clips, int count) {
    Map<Emotion, List<Clip>> byLabel = new EnumMap<>(Emotion.class);
    for (Clip clip : clips) {
      byLabel.computeIfAbsent(clip.emotion(), label -> new ArrayList<>()).add(clip);
    }
    Map<String, Integer> blocks = new HashMap<>();
    int labels = 0;
    for (List<Clip> some : byLabel.values()) {
      some.sort(Comparator.comparing(Clip::id));
      // Rare labels must not all go into the first block.
      int first = some.size() < count ? labels : 0;
      for (int i = 0; i < some.size(); i++) {
        blocks.put(some.get(i).id(), (first + i * count / some.size()) % count);
      }
      labels++;
    }
    return blocks;
  }
}
