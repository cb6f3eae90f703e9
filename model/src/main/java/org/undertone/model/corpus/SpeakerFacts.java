// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What a split needs to know of a speaker.
 *
 * @param id the speaker
 * @param corpus the first of the speaker's corpora by name
 * @param sex the one that most of the clips state; unknown on a tie
 * @param clips number of clips
 */
record SpeakerFacts(String id, String corpus, Sex sex, int clips) {

  /** Returns all speakers by name; the order of the clips does not matter. */
  static Map<String, SpeakerFacts> of(Collection<Clip> clips) {
    Map<String, List<Clip>> bySpeaker = new TreeMap<>();
    for (Clip clip : clips) {
      bySpeaker.computeIfAbsent(clip.speaker(), speaker -> new ArrayList<>()).add(clip);
    }
    Map<String, SpeakerFacts> facts = new TreeMap<>();
    bySpeaker.forEach(
        (speaker, theirs) -> {
          long women = theirs.stream().filter(clip -> clip.sex() == Sex.FEMALE).count();
          long men = theirs.stream().filter(clip -> clip.sex() == Sex.MALE).count();
          Sex sex = women > men ? Sex.FEMALE : men > women ? Sex.MALE : Sex.UNKNOWN;
          String corpus =
              theirs.stream().map(Clip::corpus).min(Comparator.naturalOrder()).orElseThrow();
          facts.put(speaker, new SpeakerFacts(speaker, corpus, sex, theirs.size()));
        });
    return facts;
  }

  /**
   * Returns the speakers in groups of one corpus and sex, each in an order drawn by the seed.
   */
  static List<List<SpeakerFacts>> groups(Collection<SpeakerFacts> speakers, long seed) {
    Map<String, List<SpeakerFacts>> groups = new TreeMap<>();
    speakers.stream()
        .sorted(Comparator.comparing(SpeakerFacts::id))
        .forEach(
            speaker ->
                groups.computeIfAbsent(speaker.group(), group -> new ArrayList<>()).add(speaker));
    Random random = new Random(seed);
    groups.values().forEach(group -> Collections.shuffle(group, random));
    return List.copyOf(groups.values());
  }

  private String group() {
    return corpus + " " + sex.code();
  }
}
