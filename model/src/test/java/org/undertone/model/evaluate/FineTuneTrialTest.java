// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpora;
import org.undertone.model.export.Precision;
import org.undertone.model.train.FineTuner;
import org.undertone.model.train.SyntheticCorpus;
import org.undertone.ser.Emotion;
import org.undertone.ser.infer.ModelFile;

final class FineTuneTrialTest {
  @TempDir private static Path folder;
  private static ModelFile model;
  private static FineTuner tuner;
  private static List<Clip> clips;
  private static List<Clip> spoken;

  @BeforeAll
  static void prepare() throws IOException {
    model = EmotionRecognizer.builtInModel();
    tuner = new FineTuner(model);
    clips = SyntheticCorpus.clips(folder.resolve("mine"), 3, 5);
    spoken =
        Corpora.open(SyntheticCorpus.writeWithStatements(folder.resolve("said"), "a1", "a2"))
            .clips();
  }

  @Test
  void foldsAreOfSpeakersWhereThereAreEnough() {
    assertThat(trial(clips).trainings()).isEqualTo(3);
    assertThat(trial(of("own_s1", "own_s2")).trainings()).isEqualTo(2);
    assertThat(trial(of("own_s1")).trainings()).as("blocks").isEqualTo(4);
    List<Clip> uneven = new ArrayList<>(of("own_s1"));
    uneven.addAll(of("own_s2").subList(0, 3));
    assertThat(trial(uneven).trainings()).as("three clips teach nothing").isEqualTo(4);
  }

  @Test
  void foldsAreOfBlocksWhereASpeakerHasOneLabelAlone() {
    List<Clip> split =
        clips.stream()
            .filter(
                clip ->
                    clip.emotion()
                        == Map.of("own_s1", Emotion.ANGRY, "own_s2", Emotion.NEUTRAL)
                            .get(clip.speaker()))
            .toList();
    assertThat(split).hasSize(10);
    assertThat(trial(split).trainings()).as("not one for each speaker").isEqualTo(4);
  }

  @Test
  void blocksHaveNeighboursOfEveryLabel() {
    List<Clip> one = of("own_s1");
    Map<String, Integer> blocks = ClipBlocks.of(one, 4);
    assertThat(blocks).hasSize(one.size());
    for (Emotion emotion : SyntheticCorpus.VOICES.keySet()) {
      List<Integer> own =
          one.stream()
              .filter(clip -> clip.emotion() == emotion)
              .map(clip -> blocks.get(clip.id()))
              .toList();
      assertThat(own).as("by take").containsExactly(0, 0, 1, 2, 3);
    }
  }

  @Test
  void rareLabelsAreSpreadOverTheBlocks() {
    List<Clip> rare = of("own_s1").stream().filter(clip -> clip.file().endsWith("1.wav")).toList();
    assertThat(new TreeSet<>(ClipBlocks.of(rare, 4).values())).containsExactly(0, 1, 2);
  }

  @Test
  void blocksKeepStatementsTogether() {
    Map<String, Integer> blocks = ClipBlocks.of(spoken, 2);
    Map<String, Set<Integer>> ofStatement =
        spoken.stream()
            .collect(
                Collectors.groupingBy(
                    Clip::statement,
                    Collectors.mapping(clip -> blocks.get(clip.id()), Collectors.toSet())));
    assertThat(ofStatement).hasSize(2).allSatisfy((statement, own) -> assertThat(own).hasSize(1));
    assertThat(new HashSet<>(blocks.values())).hasSize(2);
  }

  @Test
  void blocksTestEveryClipOnceAndNeverTrainOnIt() {
    EvaluationClips some = evaluation(of("own_s1"));
    FoldPlan plan = FoldPlan.ofBlocks(some, 4);
    assertThat(plan.speakerDisjoint()).isFalse();
    List<Clip> tested = plan.folds().stream().flatMap(fold -> fold.tested().stream()).toList();
    assertThat(tested).containsExactlyInAnyOrderElementsOf(some.clips());
    for (Fold fold : plan.folds()) {
      assertThat(fold.trained()).doesNotContainAnyElementsOf(fold.tested());
      assertThat(fold.trained()).hasSize(some.clips().size() - fold.tested().size());
    }
  }

  @Test
  void refusesWhatTeachesNothing() {
    assertThatThrownBy(() -> trial(clips.subList(0, 7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8 labelled clips or more, there are 7");
    List<Clip> angry = clips.stream().filter(clip -> clip.emotion() == Emotion.ANGRY).toList();
    assertThatThrownBy(() -> trial(angry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all clips of mine are labelled angry");
  }

  /** Values of scipy.stats.binomtest. */
  @Test
  void signTestIsExact() {
    assertThat(FineTuneReport.signTest(0, 0)).isEqualTo(1);
    assertThat(FineTuneReport.signTest(5, 5)).isEqualTo(1);
    assertThat(FineTuneReport.signTest(0, 5)).isCloseTo(0.0625, within(1e-12));
    assertThat(FineTuneReport.signTest(8, 2)).isCloseTo(0.109375, within(1e-12));
    assertThat(FineTuneReport.signTest(1000, 1000)).isCloseTo(1, within(1e-9));
  }

  private static List<Clip> of(String... speakers) {
    return clips.stream().filter(clip -> Set.of(speakers).contains(clip.speaker())).toList();
  }

  private static EvaluationClips evaluation(List<Clip> some) {
    return new EvaluationClips(some, List.of(), Map.of(), Map.of());
  }

  private static FineTuneTrial trial(List<Clip> some) {
    return new FineTuneTrial(
        model, tuner, tuner.recipe(1, 1e-4, Map.of(), 1), evaluation(some), Precision.FLOAT16);
  }
}
