// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.model.corpus.AudioScan;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpora;
import org.undertone.model.corpus.Corpus;
import org.undertone.model.corpus.Progress;
import org.undertone.model.corpus.SpeakerFolds;
import org.undertone.model.export.Precision;
import org.undertone.model.train.ExportCheck;
import org.undertone.model.train.PreparedClips;
import org.undertone.model.train.Recipe;
import org.undertone.model.train.SyntheticCorpus;
import org.undertone.model.train.TinyRecipe;
import org.undertone.model.train.Trainer;

final class CrossValidationTest {
  private static final Recipe RECIPE = TinyRecipe.full();

  @TempDir private static Path corpus;
  private static EvaluationClips all;
  private static List<Clip> clips;
  private static PreparedClips prepared;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    Corpus opened = Corpora.open(SyntheticCorpus.write(corpus, 4, 2));
    all = EvaluationClips.of(List.of(AudioScan.verify(opened, Progress.NONE)), List.of());
    clips = all.clips();
    prepared = PreparedClips.prepare(RECIPE, clips, Progress.NONE);
  }

  @Test
  void everyClipIsTestedOnceByAModelThatHasNotHeardItsSpeaker() throws IOException {
    Recorder recorder = new Recorder();
    Outcome outcome = run(SpeakerFolds.grouped(clips, 2, 1), 2, recorder);
    List<Prediction> predictions = outcome.strangers().predictions();
    assertThat(predictions)
        .extracting(Prediction::clip)
        .containsExactlyInAnyOrderElementsOf(clips.stream().map(Clip::id).toList());
    for (String speaker : Set.of("own_s1", "own_s2", "own_s3", "own_s4")) {
      assertThat(predictions.stream().filter(one -> one.speaker().equals(speaker)))
          .extracting(Prediction::fold)
          .containsOnly(SpeakerFolds.grouped(clips, 2, 1).foldOf(speaker) + 1);
    }
    // Six clips a speaker, of which a profile takes two.
    assertThat(outcome.acquaintances().predictions()).hasSize(16);
    assertThat(recorder.epochs).containsExactly(1, 2, 3, 4, 1, 2, 3, 4);
    assertThat(outcome.exports()).hasSize(6);
    // What a byte a weight costs a tiny net is told, not demanded.
    assertThat(outcome.exports())
        .filteredOn(check -> check.precision() != Precision.INT8)
        .hasSize(4)
        .allMatch(ExportCheck::holds);
    assertThat(outcome.exports()).allMatch(check -> check.clips() == 12);
    assertThat(recorder.tested).isEqualTo(24);
    // Of three labels, after four epochs.
    assertThat(outcome.strangers().confusion().weightedAccuracy()).isGreaterThan(0.36);
  }

  @Test
  void goesOnWhereItWasAndEndsTheSame() throws IOException {
    SpeakerFolds folds = SpeakerFolds.grouped(clips, 2, 1);
    Recorder interrupted = new Recorder();
    interrupted.stopAt = 6;
    assertThatThrownBy(() -> run(folds, 2, interrupted)).hasMessage("stopped");
    Recorder resumed = new Recorder();
    Outcome outcome = run(folds, 2, resumed);
    assertThat(resumed.epochs).containsExactly(3, 4);
    Outcome whole = run(folds, 2, new Recorder(), folder.resolve("other"));
    assertThat(outcome.strangers().predictions()).isEqualTo(whole.strangers().predictions());
    assertThat(outcome.acquaintances().predictions())
        .isEqualTo(whole.acquaintances().predictions());
  }

  @Test
  void partsShareTheFoldsAndTheWholeIsMadeOfThem() throws IOException {
    SpeakerFolds folds = SpeakerFolds.grouped(clips, 2, 1);
    Path parted = folder.resolve("parted");
    CrossValidation validation =
        new CrossValidation(
            TinyRecipe.withMembers(2),
            all,
            FoldPlan.ofSpeakers(folds, all),
            ProfileSizes.parse("2"),
            false,
            parted);
    Recorder second = new Recorder();
    validation.runPart(prepared, Part.parse("2/2"), second);
    assertThat(second.epochs).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(parted.resolve("fold-2.results.json")).exists();
    assertThat(parted.resolve("fold-1.results.json")).doesNotExist();
    validation.runPart(prepared, Part.parse("1/2"), new Recorder());
    Recorder whole = new Recorder();
    Outcome outcome = validation.run(prepared, whole);
    assertThat(whole.epochs).isEmpty();
    assertThat(outcome.strangers().predictions()).hasSize(24);
    // Each of the two nets alone, on every clip; the committee is neither of them.
    assertThat(outcome.members()).hasSize(2);
    for (Results alone : outcome.members()) {
      assertThat(clipsOf(alone)).containsExactlyElementsOf(clipsOf(outcome.strangers()));
      assertThat(alone.predictions()).isNotEqualTo(outcome.strangers().predictions());
    }
    StringWriter text = new StringWriter();
    List<String> names = List.of("first", "second");
    new EvaluationReport("test", List.of(), names, outcome, null).print(new PrintWriter(text));
    assertThat(text.toString())
        .containsPattern("nets alone .*: [0-9.]+ first, [0-9.]+ second")
        .containsPattern("weights of other folds' choice WA [0-9.]+ %");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0/2", "3/2", "1/0", "a/b", "1/2/3", "-1/2"})
  void refusesWhatIsNoPart(String text) {
    assertThatThrownBy(() -> Part.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no part such as 1/2");
  }

  @Test
  void hasNoAcquaintancesWhereProfilesTakeAllClips() throws IOException {
    Outcome outcome = run(SpeakerFolds.grouped(clips, 2, 1), 6, new Recorder());
    assertThat(outcome.acquaintances()).isNull();
    assertThat(outcome.strangers().predictions()).hasSize(24);
  }

  @Test
  void testsNothingAgainThatIsOnDisk() throws IOException {
    SpeakerFolds folds = SpeakerFolds.grouped(clips, 2, 1);
    Outcome first = run(folds, 2, new Recorder());
    Files.delete(folder.resolve("out/fold-1.checkpoint"));
    Recorder again = new Recorder();
    Outcome second = run(folds, 2, again);
    assertThat(again.epochs).isEmpty();
    assertThat(again.tested).isZero();
    assertThat(second.raw()).isEqualTo(first.raw());
    assertThat(second.exports()).isEqualTo(first.exports());
    assertThat(second.byPrecision().get(Precision.FLOAT16).predictions())
        .isEqualTo(first.byPrecision().get(Precision.FLOAT16).predictions());

    Files.writeString(folder.resolve("out/fold-2.results.json"), "{\"fingerprint\": 1");
    Recorder damaged = new Recorder();
    assertThat(run(folds, 2, damaged).raw()).isEqualTo(first.raw());
    assertThat(damaged.tested).as("fold 2 alone").isEqualTo(12);
    assertThat(damaged.epochs).isEmpty();
  }

  @Test
  void profilesOfAllSizesAreTestedOnTheSameClips() throws IOException {
    FoldPlan plan = FoldPlan.ofSpeakers(SpeakerFolds.grouped(clips, 2, 1), all);
    Outcome outcome = run(plan, ProfileSizes.parse("0,2,4,all"), false, folder);
    SortedMap<Integer, Results> sizes = outcome.bySize();
    assertThat(sizes).containsOnlyKeys(0, 2, 4, ProfileSizes.ALL);
    List<String> tested = clipsOf(sizes.get(4));
    assertThat(tested).hasSize(8);
    assertThat(clipsOf(sizes.get(0))).isEqualTo(tested);
    assertThat(clipsOf(sizes.get(2))).isEqualTo(tested);
    assertThat(clipsOf(sizes.get(ProfileSizes.ALL))).hasSize(24);
    assertThat(outcome.raw()).as("no profile").containsAll(sizes.get(0).predictions());
    assertThat(sizes.get(2).predictions()).isNotEqualTo(sizes.get(0).predictions());
    assertThat(sizes.get(4).predictions()).isNotEqualTo(sizes.get(2).predictions());
    assertThat(outcome.profileClips()).isEqualTo(4);
    assertThat(clipsOf(outcome.acquaintances())).isEqualTo(tested);
  }

  @Test
  void shuffledLabelsAreTrainedOnAndNotTested() throws IOException {
    FoldPlan plan = FoldPlan.ofSpeakers(SpeakerFolds.grouped(clips, 2, 1), all);
    ProfileSizes sizes = ProfileSizes.parse("0");
    Outcome shuffled = run(plan, sizes, true, folder.resolve("shuffled"));
    Outcome plain = run(plan, sizes, false, folder.resolve("plain"));
    assertThat(shuffled.raw()).isNotEqualTo(plain.raw());
    assertThat(shuffled.raw())
        .extracting(Prediction::truth)
        .isEqualTo(plain.raw().stream().map(Prediction::truth).toList());
  }

  @Test
  void stopsBeforeTrainingWhereACopyIsOnBothSides() throws IOException {
    Map<String, String> sounds = new HashMap<>(all.sounds());
    Clip first = clips.get(0);
    Clip last = clips.get(clips.size() - 1);
    assertThat(first.speaker()).isNotEqualTo(last.speaker());
    sounds.put(first.id(), sounds.get(last.id()));
    EvaluationClips copied = new EvaluationClips(clips, List.of(), sounds, Map.of());
    FoldPlan plan = FoldPlan.ofSpeakers(SpeakerFolds.leaveOneSpeakerOut(clips), copied);
    Recorder recorder = new Recorder();
    Path out = folder.resolve("copied");
    CrossValidation run =
        new CrossValidation(RECIPE, copied, plan, ProfileSizes.parse("0"), false, out);
    assertThatThrownBy(() -> run.run(prepared, recorder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("fold-1: recordings both trained on and tested")
        .hasMessageContaining(last.id());
    assertThat(recorder.epochs).isEmpty();
    assertThat(Files.readString(out.resolve("audit.txt"))).contains("VIOLATED: fold-1");
  }

  private static List<String> clipsOf(Results results) {
    return results.predictions().stream().map(Prediction::clip).toList();
  }

  private static Outcome run(FoldPlan plan, ProfileSizes sizes, boolean shuffled, Path out)
      throws IOException {
    return new CrossValidation(RECIPE.withEpochs(1), all, plan, sizes, shuffled, out)
        .run(prepared, new Recorder());
  }

  private Outcome run(SpeakerFolds folds, int profileClips, Recorder recorder) throws IOException {
    return run(folds, profileClips, recorder, folder.resolve("out"));
  }

  private static Outcome run(SpeakerFolds folds, int profileClips, Recorder recorder, Path out)
      throws IOException {
    FoldPlan plan = FoldPlan.ofSpeakers(folds, all);
    ProfileSizes sizes = ProfileSizes.parse(Integer.toString(profileClips));
    return new CrossValidation(RECIPE, all, plan, sizes, false, out).run(prepared, recorder);
  }

  /** Keeps what it hears. */
  private static final class Recorder implements CrossValidation.Listener {
    private final List<Integer> epochs = new ArrayList<>();
    private int stopAt;
    private int tested;

    @Override
    public Trainer.Listener onFold(String name, int index, int count) {
      return epoch -> {
        epochs.add(epoch.number());
        if (epochs.size() == stopAt) {
          throw new IllegalStateException("stopped");
        }
      };
    }

    @Override
    public void onTested(int done, int total) {
      tested++;
    }
  }
}
