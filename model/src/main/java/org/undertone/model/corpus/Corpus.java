// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.undertone.ser.Emotion;

/**
 * The clips of a corpus and the report on what else there was. Immutable.
 *
 * @param name name of the corpus, as in {@link Clip#corpus()}
 * @param format which reader understood it, as in {@link Corpora#formats()}
 * @param clips what can be used, sorted by file
 * @param report what cannot, and why
 */
public record Corpus(String name, String format, List<Clip> clips, CorpusReport report) {

  public Corpus {
    clips = List.copyOf(clips);
  }

  /** Returns the speakers, sorted. */
  public SortedSet<String> speakers() {
    SortedSet<String> speakers = new TreeSet<>();
    clips.forEach(clip -> speakers.add(clip.speaker()));
    return speakers;
  }

  /** Returns the emotions that occur. The others are unknown here, which is not the same as absent. */
  public Set<Emotion> emotions() {
    Set<Emotion> emotions = EnumSet.noneOf(Emotion.class);
    clips.forEach(clip -> emotions.add(clip.emotion()));
    return emotions;
  }

  /** Returns the number of clips of every emotion that occurs. */
  public Map<Emotion, Integer> emotionCounts() {
    Map<Emotion, Integer> counts = new EnumMap<>(Emotion.class);
    clips.forEach(clip -> counts.merge(clip.emotion(), 1, Integer::sum));
    return counts;
  }
}
