// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Progress;
import org.undertone.model.corpus.SpeakerFolds;
import org.undertone.model.train.ExportCheck;
import org.undertone.model.train.PreparedClips;
import org.undertone.model.train.Recipe;
import org.undertone.model.train.SyntheticCorpus;
import org.undertone.model.train.TinyRecipe;
import org.undertone.model.train.Trainer;

final class CrossValidationTest {
  private static final Recipe RECIPE = TinyRecipe.full();

  @TempDir private static Path corpus;
  private static List<Clip> clips;
  private static PreparedClips prepared;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    clips = SyntheticCorpus.clips(corpus, 4, 2);
    prepared = PreparedClips.prepare(RECIPE, clips, Progress.NONE);
  }

  @Test
  void everyClipIsTestedOnceByAModelThatHasNotHeardItsSpeaker() throws IOException {
    Recorder recorder = new Recorder();
    CrossValidation.Outcome outcome = run(SpeakerFolds.grouped(clips, 2, 1), 2, recorder);
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
    assertThat(recorder.checks).hasSize(4).allMatch(ExportCheck::holds);
    assertThat(recorder.checks).allMatch(check -> check.clips() == 12);
    assertThat(recorder.tested).isEqualTo(24);
    assertThat(outcome.strangers().confusion().weightedAccuracy()).isGreaterThan(0.5);
  }

  @Test
  void goesOnWhereItWasAndEndsTheSame() throws IOException {
    SpeakerFolds folds = SpeakerFolds.grouped(clips, 2, 1);
    Recorder interrupted = new Recorder();
    interrupted.stopAt = 6;
    assertThatThrownBy(() -> run(folds, 2, interrupted)).hasMessage("stopped");
    Recorder resumed = new Recorder();
    CrossValidation.Outcome outcome = run(folds, 2, resumed);
    assertThat(resumed.epochs).containsExactly(3, 4);
    CrossValidation.Outcome whole =
        new CrossValidation(RECIPE, clips, folds, 2, folder.resolve("other"))
            .run(prepared, new Recorder());
    assertThat(outcome.strangers().predictions()).isEqualTo(whole.strangers().predictions());
    assertThat(outcome.acquaintances().predictions())
        .isEqualTo(whole.acquaintances().predictions());
  }

  @Test
  void hasNoAcquaintancesWhereProfilesTakeAllClips() throws IOException {
    CrossValidation.Outcome outcome = run(SpeakerFolds.grouped(clips, 2, 1), 6, new Recorder());
    assertThat(outcome.acquaintances()).isNull();
    assertThat(outcome.strangers().predictions()).hasSize(24);
  }

  private CrossValidation.Outcome run(SpeakerFolds folds, int profileClips, Recorder recorder)
      throws IOException {
    return new CrossValidation(RECIPE, clips, folds, profileClips, folder.resolve("out"))
        .run(prepared, recorder);
  }

  /** Keeps what it hears. */
  private static final class Recorder implements CrossValidation.Listener {
    private final List<Integer> epochs = new ArrayList<>();
    private final List<ExportCheck> checks = new ArrayList<>();
    private int stopAt;
    private int tested;

    @Override
    public Trainer.Listener onFold(int fold, int folds) {
      return epoch -> {
        epochs.add(epoch.number());
        if (epochs.size() == stopAt) {
          throw new IllegalStateException("stopped");
        }
      };
    }

    @Override
    public void onExported(ExportCheck check) {
      checks.add(check);
    }

    @Override
    public void onTested(int done, int total) {
      tested++;
    }
  }
}
