// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.undertone.model.corpus.Clip;
import org.undertone.model.train.PreparedClips;

/**
 * What stands on the two sides of each training: taken from the clips that are handed to the trainer
 * and to the test, not from the plan.
 */
final class Audit {
  /**
   * One training.
   *
   * @param fold its name
   * @param trained clips trained on, by corpus
   * @param tested clips tested, by corpus
   * @param trainedSpeakers speakers trained on
   * @param testedSpeakers speakers tested
   * @param sharedSpeakers speakers on both sides
   * @param sharedSounds clips trained on that sound sample for sample as a tested one
   * @param sharedStatements statements that speakers of one naming scheme say on both sides
   */
  record Entry(
      String fold,
      Map<String, Integer> trained,
      Map<String, Integer> tested,
      SortedSet<String> trainedSpeakers,
      SortedSet<String> testedSpeakers,
      SortedSet<String> sharedSpeakers,
      SortedSet<String> sharedSounds,
      SortedSet<String> sharedStatements) {}

  private final FoldPlan plan;
  private final EvaluationClips clips;
  private final Map<String, Clip> byId = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  Audit(FoldPlan plan, EvaluationClips clips) {
    this.plan = plan;
    this.clips = clips;
    clips.all().forEach(clip -> byId.put(clip.id(), clip));
  }

  /** Notes a training and its test. */
  void add(String fold, PreparedClips training, List<Clip> tested) {
    List<Clip> trained = training.ids().stream().map(byId::get).toList();
    SortedSet<String> speakers = speakers(tested);
    Set<String> testedSounds =
        tested.stream().map(clip -> clips.sounds().get(clip.id())).collect(Collectors.toSet());
    SortedSet<String> sounds = new TreeSet<>();
    for (Clip clip : trained) {
      if (testedSounds.contains(clips.sounds().get(clip.id()))) {
        sounds.add(clip.id());
      }
    }
    entries.add(
        new Entry(
            fold,
            byCorpus(trained),
            byCorpus(tested),
            training.speakers(),
            speakers,
            both(training.speakers(), speakers),
            sounds,
            both(statements(trained), statements(tested))));
  }

  /** Returns what was noted. */
  List<Entry> entries() {
    return entries;
  }

  /** Returns the plan that was followed. */
  FoldPlan plan() {
    return plan;
  }

  /** Returns the clips of the evaluation. */
  EvaluationClips clips() {
    return clips;
  }

  /** Returns what breaks the plan's promises, in words; empty if nothing does. */
  List<String> violations() {
    List<String> violations = new ArrayList<>();
    for (Entry entry : entries) {
      if (plan.speakerDisjoint()) {
        note(violations, entry.fold(), "speakers", entry.sharedSpeakers());
      }
      if (plan.sentenceDisjoint()) {
        note(violations, entry.fold(), "statements", entry.sharedStatements());
      }
      if (plan.corpusDisjoint()) {
        note(
            violations,
            entry.fold(),
            "corpora",
            both(entry.trained().keySet(), entry.tested().keySet()));
      }
      note(violations, entry.fold(), "recordings", entry.sharedSounds());
    }
    return violations;
  }

  private static void note(
      List<String> violations, String fold, String what, SortedSet<String> shared) {
    if (!shared.isEmpty()) {
      violations.add(fold + ": " + what + " both trained on and tested: " + shared);
    }
  }

  private static SortedSet<String> both(Collection<String> one, Collection<String> other) {
    SortedSet<String> both = new TreeSet<>(one);
    both.retainAll(other);
    return both;
  }

  private static SortedSet<String> speakers(List<Clip> some) {
    return some.stream().map(Clip::speaker).collect(Collectors.toCollection(() -> new TreeSet<>()));
  }

  private static SortedSet<String> statements(List<Clip> some) {
    return some.stream()
        .filter(clip -> !clip.statement().isEmpty())
        .map(clip -> FoldPlan.scheme(clip) + ":" + clip.statement())
        .collect(Collectors.toCollection(() -> new TreeSet<>()));
  }

  private static Map<String, Integer> byCorpus(List<Clip> some) {
    Map<String, Integer> counts = new TreeMap<>();
    some.forEach(clip -> counts.merge(clip.corpus(), 1, Integer::sum));
    return counts;
  }
}
