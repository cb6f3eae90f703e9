// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpora;
import org.undertone.model.corpus.Progress;
import org.undertone.model.export.Precision;
import org.undertone.model.export.TfliteWriter;
import org.undertone.ser.TestData;

final class ExportCheckTest {
  private static final int REAL_CLIPS = 60;

  @Test
  void filesAnswerAsTheTrainedNetworkDoes(@TempDir Path folder) throws IOException {
    List<Clip> clips = SyntheticCorpus.clips(folder, 3, 3);
    PreparedClips prepared = PreparedClips.prepare(TinyRecipe.full(), clips, Progress.NONE);
    checkAll(TinyRecipe.full(), prepared);
  }

  /** The shape and the features of the real recipe, on real voices. */
  @Test
  void filesAnswerAsTheTrainedNetworkDoesOnRealClips() throws IOException {
    List<Clip> all = Corpora.open(TestData.corpus("ravdess_speech")).clips();
    List<Clip> some = new ArrayList<>();
    for (int i = 0; i < REAL_CLIPS; i++) {
      some.add(all.get(i * all.size() / REAL_CLIPS));
    }
    Recipe recipe = Recipe.read(RecipeTest.SHIPPED).withEpochs(2);
    checkAll(recipe, PreparedClips.prepare(recipe, some, Progress.NONE));
  }

  @Test
  void tellsAFileOfAnotherNetwork(@TempDir Path folder) throws IOException {
    List<Clip> clips = SyntheticCorpus.clips(folder, 2, 2);
    Recipe recipe = TinyRecipe.full().withEpochs(1);
    PreparedClips prepared = PreparedClips.prepare(recipe, clips, Progress.NONE);
    TrainedNetwork one = new Trainer(recipe, prepared, "{}", epoch -> {}).train(null);
    TrainedNetwork other = new Trainer(recipe.withSeed(9), prepared, "{}", epoch -> {}).train(null);
    byte[] file = TfliteWriter.write(other.toNetwork(), other.spec(), Precision.FLOAT32);
    assertThat(ExportCheck.run(one, file, Precision.FLOAT32, prepared).holds()).isFalse();
  }

  private static void checkAll(Recipe recipe, PreparedClips prepared) throws IOException {
    TrainedNetwork network = new Trainer(recipe, prepared, "{}", epoch -> {}).train(null);
    for (Precision precision : Precision.values()) {
      byte[] file = TfliteWriter.write(network.toNetwork(), network.spec(), precision);
      ExportCheck check = ExportCheck.run(network, file, precision, prepared);
      assertThat(check.clips()).isEqualTo(prepared.size());
      assertThat(check.sameClass()).as("same class, %s", precision).isEqualTo(prepared.size());
      assertThat(check.largestDifference())
          .as("difference, %s", precision)
          .isLessThanOrEqualTo(precision == Precision.FLOAT32 ? 1e-5 : 2e-3);
      assertThat(check.holds()).isTrue();
    }
  }
}
