// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.SpeakerFolds;

/** Which clips are trained on and which are tested, training by training; immutable. */
public final class FoldPlan {
  /** CREMA-D has twelve. Corpora with a sentence a clip would train without end. */
  private static final int MAX_STATEMENTS = 12;

  private final List<Fold> folds;
  private final boolean speakerDisjoint;
  private final boolean sentenceDisjoint;
  private final boolean corpusDisjoint;

  FoldPlan(
      List<Fold> folds, boolean speakerDisjoint, boolean sentenceDisjoint, boolean corpusDisjoint) {
    this.folds = List.copyOf(folds);
    this.speakerDisjoint = speakerDisjoint;
    this.sentenceDisjoint = sentenceDisjoint;
    this.corpusDisjoint = corpusDisjoint;
    Set<String> names = new HashSet<>();
    for (Fold fold : folds) {
      if (!names.add(fold.name())) {
        throw new IllegalArgumentException("two folds are called " + fold.name());
      }
    }
  }

  /**
   * Tests each fold of speakers on a training on all other speakers, those of the training corpora
   * among them.
   *
   * @throws IllegalArgumentException if a fold leaves nothing to train on
   */
  public static FoldPlan ofSpeakers(SpeakerFolds speakers, EvaluationClips clips) {
    List<Fold> folds = new ArrayList<>();
    for (int i = 0; i < speakers.count(); i++) {
      Set<String> tested = speakers.speakers(i);
      folds.add(fold(i + 1, clips, clip -> tested.contains(clip.speaker()), tested));
    }
    return new FoldPlan(folds, true, false, false);
  }

  /**
   * Tests each corpus on a training on all others. Speakers of the tested corpus are left out of the
   * others too.
   *
   * @throws IllegalArgumentException if there are fewer than two corpora to test, or one of them has a
   *     single emotion, which could not be missed
   */
  public static FoldPlan ofCorpora(EvaluationClips clips) {
    SortedSet<String> corpora = Clip.corpora(clips.clips());
    if (corpora.size() < 2) {
      throw new IllegalArgumentException(
          "leaving a corpus out needs two or more corpora to test, there is only " + corpora);
    }
    List<Fold> folds = new ArrayList<>();
    for (String corpus : corpora) {
      Predicate<Clip> tested = clip -> clip.corpus().equals(corpus);
      if (clips.clips().stream().filter(tested).map(Clip::emotion).distinct().count() < 2) {
        throw new IllegalArgumentException(
            corpus + " has a single emotion, which cannot be missed: give it as --train-corpus");
      }
      Set<String> speakers =
          clips.clips().stream().filter(tested).map(Clip::speaker).collect(Collectors.toSet());
      folds.add(fold(folds.size() + 1, clips, tested, speakers));
    }
    return new FoldPlan(folds, true, false, true);
  }

  private static Fold fold(
      int number, EvaluationClips clips, Predicate<Clip> tested, Set<String> speakers) {
    return new Fold(
        number,
        "fold-" + number,
        clips.all().stream()
            .filter(tested.or(clip -> speakers.contains(clip.speaker())).negate())
            .toList(),
        clips.clips().stream().filter(tested).toList(),
        List.of());
  }

  /**
   * Spreads clips, not speakers, over folds: a control that shows by how much hearing the tested
   * speakers in training flatters. All clips of the training corpora are trained on.
   *
   * @param count number of folds
   * @throws IllegalArgumentException if there are fewer than two folds, or fewer clips than folds
   */
  public static FoldPlan ofRandomClips(EvaluationClips clips, int count, long seed) {
    if (count < 2 || clips.clips().size() < count) {
      throw new IllegalArgumentException(
          clips.clips().size() + " clips cannot be spread over " + count + " folds");
    }
    List<Clip> order = new ArrayList<>(clips.clips());
    Collections.shuffle(order, new Random(seed));
    List<Fold> folds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Clip> tested = new ArrayList<>();
      for (int k = i; k < order.size(); k += count) {
        tested.add(order.get(k));
      }
      Set<String> ids = Fold.ids(tested);
      folds.add(fold(i + 1, clips, clip -> ids.contains(clip.id()), Set.of()));
    }
    return new FoldPlan(folds, false, false, false);
  }

  /**
   * Spreads the clips of speakers who are too few for folds of their own, so that clips which belong
   * together mostly stay together: by statement where every clip has one and there are enough, else
   * each label's clips are cut, in the order of their names, into one stretch a fold. All clips of the
   * training corpora are trained on.
   *
   * @param count number of folds, 2 or more; fewer where there are too few clips
   * @throws IllegalArgumentException if a fold leaves nothing to train on
   */
  public static FoldPlan ofBlocks(EvaluationClips clips, int count) {
    Map<String, Integer> blocks = ClipBlocks.of(clips.clips(), count);
    List<Fold> folds = new ArrayList<>();
    for (int block : new TreeSet<>(blocks.values())) {
      Predicate<Clip> tested = clip -> blocks.getOrDefault(clip.id(), -1) == block;
      folds.add(fold(folds.size() + 1, clips, tested, Set.of()));
    }
    return new FoldPlan(folds, false, false, false);
  }

  /**
   * Returns a plan that splits each fold by what is said: each statement is tested on a training on
   * the other statements of the other speakers. Speakers who are named alike, as in RAVDESS' speech
   * and song, say the same statements. Voice profiles hear the other statements.
   *
   * @throws IllegalArgumentException if a corpus to test has no statements, only one or too many
   */
  public FoldPlan disjointSentences() {
    List<Fold> split = new ArrayList<>();
    for (Fold fold : folds) {
      Set<String> schemes = new HashSet<>();
      for (Clip clip : fold.tested()) {
        schemes.add(scheme(clip));
      }
      for (String statement : statements(fold.tested())) {
        Predicate<Clip> same = clip -> clip.statement().equals(statement);
        split.add(
            new Fold(
                fold.number(),
                fold.name() + "-" + statement.toLowerCase(Locale.ROOT).replaceAll("\\W+", "_"),
                fold.trained().stream()
                    .filter(clip -> !(schemes.contains(scheme(clip)) && same.test(clip)))
                    .toList(),
                fold.tested().stream().filter(same).toList(),
                fold.tested().stream().filter(same.negate()).toList()));
      }
    }
    return new FoldPlan(split, speakerDisjoint, true, corpusDisjoint);
  }

  /**
   * Returns the plan of an inner validation: trainings that leave out two folds each.
   *
   * @throws IllegalArgumentException if these are not folds of speakers, or fewer than three
   */
  public FoldPlan pairs() {
    return FoldPairs.of(this);
  }

  private static SortedSet<String> statements(List<Clip> tested) {
    SortedSet<String> statements = new TreeSet<>();
    for (Clip clip : tested) {
      if (clip.statement().isEmpty()) {
        throw new IllegalArgumentException(
            "the corpus " + clip.corpus() + " does not say which statement is spoken in a clip");
      }
      statements.add(clip.statement());
    }
    if (statements.size() < 2 || statements.size() > MAX_STATEMENTS) {
      throw new IllegalArgumentException(
          "a fold of the corpus "
              + tested.get(0).corpus()
              + " has "
              + statements.size()
              + " statements: need 2 to "
              + MAX_STATEMENTS);
    }
    return statements;
  }

  /** Returns what names of speakers of one corpus have in common: the part before "_". */
  static String scheme(Clip clip) {
    int end = clip.speaker().indexOf('_');
    return end < 0 ? "" : clip.speaker().substring(0, end);
  }

  /** Returns the trainings with their tests, in order. */
  public List<Fold> folds() {
    return folds;
  }

  /** Returns the number of folds that are averaged over. */
  public int count() {
    return (int) folds.stream().mapToInt(Fold::number).distinct().count();
  }

  /** Returns whether no speaker is trained on and tested. */
  public boolean speakerDisjoint() {
    return speakerDisjoint;
  }

  /** Returns whether no statement is trained on and tested. */
  public boolean sentenceDisjoint() {
    return sentenceDisjoint;
  }

  /** Returns whether no corpus is trained on and tested. */
  public boolean corpusDisjoint() {
    return corpusDisjoint;
  }
}
