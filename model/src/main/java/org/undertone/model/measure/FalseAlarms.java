// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.undertone.model.corpus.Progress;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.timeline.Verdict;

/** What a live microphone shows where there is no emotion to be heard, or not even speech. */
final class FalseAlarms {
  /** Words of categories that have human voices in them, or may have. */
  private static final List<String> VOICES =
      List.of(
          "crowd", "people", "menschen", "children", "markt", "music", "baby", "person", "voice");

  /** Recordings that are heard as one stream. */
  private record Group(String category, List<RecordingList.Entry> entries) {}

  private FalseAlarms() {}

  /**
   * Hears plain speech: the recordings of a speaker and category as one stream, those of unknown
   * speakers each for itself. Every model of a cross-validation hears all.
   *
   * @param learn whether a voice profile, new for each stream, learns as the app's does
   * @return verdicts by category, the part of it before a colon
   */
  static Map<String, List<Verdict>> speech(
      Judges judges, Path folder, boolean learn, long seed, Progress progress) throws IOException {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (RecordingList.Entry entry : RecordingList.read(folder)) {
      String category = entry.category().replaceFirst(":.*", "");
      String who = entry.speaker().isEmpty() ? entry.file().toString() : entry.speaker();
      groups
          .computeIfAbsent(category + " " + who, key -> new Group(category, new ArrayList<>()))
          .entries()
          .add(entry);
    }
    return hear(judges, groups.values(), true, learn, seed, progress);
  }

  /**
   * Hears noise, each recording for itself and without pauses around it.
   *
   * @param voices whether to hear those with human voices in them, or those without
   * @return verdicts by category, in full
   */
  static Map<String, List<Verdict>> noise(
      Judges judges, Path folder, boolean voices, Progress progress) throws IOException {
    List<Group> groups = new ArrayList<>();
    for (RecordingList.Entry entry : RecordingList.read(folder)) {
      if (VOICES.stream().anyMatch(entry::hasWord) == voices) {
        groups.add(new Group(entry.category(), List.of(entry)));
      }
    }
    return hear(judges, groups, false, true, 0, progress);
  }

  private static Map<String, List<Verdict>> hear(
      Judges judges,
      Collection<Group> groups,
      boolean pauses,
      boolean learn,
      long seed,
      Progress progress)
      throws IOException {
    int rate = judges.models().spec().mfcc().sampleRate();
    List<Group> order = List.copyOf(groups);
    List<List<Verdict>> heard =
        judges.map(
            order,
            (judge, group) -> {
              List<Sound> sounds = new ArrayList<>();
              for (RecordingList.Entry entry : group.entries()) {
                sounds.add(entry.read());
              }
              Random random = new Random(31 * seed + group.category().hashCode());
              Sound sound =
                  pauses ? JoinedSound.of(sounds, rate, random).sound() : sounds.get(0).at(rate);
              List<Verdict> verdicts = new ArrayList<>();
              for (EmotionClassifier classifier : judge.classifiers()) {
                verdicts.addAll(LiveRun.verdicts(classifier, sound, learn));
              }
              return verdicts;
            },
            progress);
    Map<String, List<Verdict>> byCategory = new TreeMap<>();
    for (int i = 0; i < order.size(); i++) {
      byCategory
          .computeIfAbsent(order.get(i).category(), name -> new ArrayList<>())
          .addAll(heard.get(i));
    }
    return byCategory;
  }
}
