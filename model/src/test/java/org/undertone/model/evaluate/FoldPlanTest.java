// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undertone.model.corpus.Channel;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Sex;
import org.undertone.model.corpus.SpeakerFolds;
import org.undertone.ser.Emotion;

final class FoldPlanTest {
  private final List<Clip> speech = clips("speech", "rav_1", "rav_2", "rav_3", "rav_4");
  private final List<Clip> song = clips("song", "rav_1", "rav_2", "rav_9");
  private final List<Clip> other = clips("other", "oth_1", "oth_2");

  @Test
  void testedSpeakersAreLeftOutOfTheTrainingCorpora() {
    FoldPlan plan =
        FoldPlan.ofSpeakers(
            SpeakerFolds.of(List.of(List.of("rav_1", "rav_3"), List.of("rav_2", "rav_4"))),
            evaluation(speech, song, other));
    assertThat(plan.folds()).extracting(Fold::name).containsExactly("fold-1", "fold-2");
    Fold first = plan.folds().get(0);
    assertThat(speakers(first.tested())).containsExactly("speech rav_1", "speech rav_3");
    assertThat(speakers(first.trained()))
        .containsExactly(
            "speech rav_2",
            "speech rav_4",
            "song rav_2",
            "song rav_9",
            "other oth_1",
            "other oth_2");
    assertThat(plan.speakerDisjoint()).isTrue();
    assertThat(plan.count()).isEqualTo(2);
  }

  @Test
  void leavesACorpusOutWithItsSpeakersInOthers() {
    List<Clip> both = new ArrayList<>(speech);
    both.addAll(other);
    FoldPlan plan = FoldPlan.ofCorpora(evaluation(both, song));
    assertThat(plan.corpusDisjoint()).isTrue();
    assertThat(speakers(plan.folds().get(0).tested()))
        .containsExactly("other oth_1", "other oth_2");
    assertThat(speakers(plan.folds().get(0).trained())).contains("song rav_1", "speech rav_1");
    assertThat(speakers(plan.folds().get(1).trained()))
        .containsExactly("other oth_1", "other oth_2", "song rav_9");
    assertThatThrownBy(() -> FoldPlan.ofCorpora(evaluation(speech, song)))
        .hasMessageContaining("two or more corpora")
        .hasMessageContaining("[speech]");
  }

  @Test
  void aCorpusOfOneEmotionCannotBeLeftOut() {
    List<Clip> sad = other.stream().filter(clip -> clip.emotion() == Emotion.SAD).toList();
    assertThatThrownBy(() -> FoldPlan.ofCorpora(evaluation(concat(speech, sad), song)))
        .hasMessage(
            "other has a single emotion, which cannot be missed: give it as --train-corpus");
  }

  @Test
  void disjointSentencesTestEachStatementOnTheOther() {
    FoldPlan plan =
        FoldPlan.ofSpeakers(
                SpeakerFolds.of(List.of(List.of("rav_1", "rav_2"), List.of("rav_3", "rav_4"))),
                evaluation(speech, song, other))
            .disjointSentences();
    assertThat(plan.folds())
        .extracting(Fold::name)
        .containsExactly("fold-1-dogs", "fold-1-kids", "fold-2-dogs", "fold-2-kids");
    assertThat(plan.count()).isEqualTo(2);
    Fold fold = plan.folds().get(1);
    assertThat(fold.number()).isEqualTo(1);
    assertThat(fold.tested()).extracting(Clip::statement).containsOnly("kids");
    assertThat(fold.enrolment()).extracting(Clip::statement).containsOnly("dogs");
    assertThat(speakers(fold.enrolment())).containsExactly("speech rav_1", "speech rav_2");
    assertThat(fold.trained().stream().filter(clip -> clip.speaker().startsWith("rav")))
        .extracting(Clip::statement)
        .containsOnly("dogs");
    // Another corpus has other statements, whatever they are called.
    assertThat(fold.trained().stream().filter(clip -> clip.speaker().startsWith("oth")))
        .hasSize(other.size());
  }

  @Test
  void disjointSentencesNeedStatements() {
    List<Clip> silent = new ArrayList<>();
    for (Clip clip : speech) {
      silent.add(clip(clip.corpus(), clip.file(), clip.speaker(), clip.emotion(), ""));
    }
    FoldPlan plan =
        FoldPlan.ofSpeakers(SpeakerFolds.leaveOneSpeakerOut(silent), evaluation(silent));
    assertThatThrownBy(plan::disjointSentences)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("speech does not say which statement");
    List<Clip> kids = speech.stream().filter(clip -> clip.statement().equals("kids")).toList();
    FoldPlan one = FoldPlan.ofSpeakers(SpeakerFolds.leaveOneSpeakerOut(kids), evaluation(kids));
    assertThatThrownBy(one::disjointSentences).hasMessageContaining("has 1 statements");
  }

  @Test
  void randomClipsAreEachTestedOnceAndSaidNotToBeDisjoint() {
    FoldPlan plan = FoldPlan.ofRandomClips(evaluation(speech, song), 3, 7);
    assertThat(plan.speakerDisjoint()).isFalse();
    assertThat(plan.folds().stream().flatMap(fold -> fold.tested().stream()))
        .containsExactlyInAnyOrderElementsOf(speech);
    for (Fold fold : plan.folds()) {
      assertThat(fold.trained()).containsAll(song).doesNotContainAnyElementsOf(fold.tested());
      assertThat(fold.trained()).hasSize(speech.size() + song.size() - fold.tested().size());
    }
    assertThat(FoldPlan.ofRandomClips(evaluation(speech, song), 3, 7).folds())
        .isEqualTo(plan.folds());
    assertThatThrownBy(() -> FoldPlan.ofRandomClips(evaluation(speech), 100, 1))
        .hasMessageContaining("cannot be spread over 100 folds");
  }

  @Test
  void pairsLeaveTwoFoldsOut() {
    FoldPlan plan =
        FoldPlan.ofSpeakers(
            SpeakerFolds.of(List.of(List.of("rav_1"), List.of("rav_2", "rav_3"), List.of("rav_4"))),
            evaluation(speech, song, other));
    FoldPlan pairs = plan.pairs();
    assertThat(pairs.folds()).extracting(Fold::name).containsExactly("without-1-2", "without-3-1");
    Fold first = pairs.folds().get(0);
    assertThat(speakers(first.tested()))
        .containsExactly("speech rav_1", "speech rav_2", "speech rav_3");
    assertThat(speakers(first.trained()))
        .containsExactly("speech rav_4", "song rav_9", "other oth_1", "other oth_2");
    assertThat(speakers(pairs.folds().get(1).tested()))
        .containsExactly("speech rav_4", "speech rav_1");
    assertThat(pairs.speakerDisjoint()).isTrue();
    FoldPlan four =
        FoldPlan.ofSpeakers(
                SpeakerFolds.of(
                    List.of(
                        List.of("rav_1"), List.of("rav_2"), List.of("rav_3"), List.of("rav_4"))),
                evaluation(speech, song))
            .pairs();
    assertThat(four.folds()).extracting(Fold::name).containsExactly("without-1-2", "without-3-4");
    assertThat(speakers(four.folds().get(1).trained()))
        .containsExactly("speech rav_1", "speech rav_2", "song rav_1", "song rav_2", "song rav_9");
  }

  @Test
  void pairsNeedThreeFoldsOfSpeakers() {
    FoldPlan two =
        FoldPlan.ofSpeakers(
            SpeakerFolds.of(List.of(List.of("rav_1", "rav_3"), List.of("rav_2", "rav_4"))),
            evaluation(speech, song, other));
    assertThatThrownBy(two::pairs).hasMessageContaining("3 folds or more, not 2");
    assertThatThrownBy(() -> two.disjointSentences().pairs()).hasMessageContaining("only folds of");
    FoldPlan random = FoldPlan.ofRandomClips(evaluation(speech, song), 3, 7);
    assertThatThrownBy(random::pairs).hasMessageContaining("only folds of speakers");
  }

  @Test
  void foldNeedsSomethingToTrainOn() {
    assertThatThrownBy(
            () -> FoldPlan.ofCorpora(evaluation(concat(speech, clips("song", "rav_1", "rav_2")))))
        .hasMessageContaining("fold-2 has 0 clips to train on");
  }

  private static List<Clip> concat(List<Clip> one, List<Clip> other) {
    List<Clip> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  @SafeVarargs
  static EvaluationClips evaluation(List<Clip> tested, List<Clip>... trainOnly) {
    List<Clip> training = new ArrayList<>();
    for (List<Clip> some : trainOnly) {
      training.addAll(some);
    }
    Map<String, String> sounds = new HashMap<>();
    tested.forEach(clip -> sounds.put(clip.id(), clip.id()));
    training.forEach(clip -> sounds.put(clip.id(), clip.id()));
    return new EvaluationClips(tested, training, sounds, Map.of());
  }

  private static List<Clip> clips(String corpus, String... speakers) {
    List<Clip> clips = new ArrayList<>();
    for (String speaker : speakers) {
      for (Emotion emotion : List.of(Emotion.SAD, Emotion.ANGRY)) {
        for (String statement : List.of("kids", "dogs")) {
          String file = speaker + "-" + emotion.label() + "-" + statement + ".wav";
          clips.add(clip(corpus, file, speaker, emotion, statement));
        }
      }
    }
    return clips;
  }

  private static Clip clip(
      String corpus, String file, String speaker, Emotion emotion, String statement) {
    return new Clip(
        corpus,
        file,
        speaker,
        Sex.UNKNOWN,
        emotion,
        "",
        statement,
        "",
        Channel.SPEECH,
        () -> {
          throw new IOException("a plan opens no sound");
        });
  }

  private static List<String> speakers(List<Clip> clips) {
    return clips.stream().map(clip -> clip.corpus() + " " + clip.speaker()).distinct().toList();
  }
}
