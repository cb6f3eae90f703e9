// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpora;
import org.undertone.model.corpus.Progress;
import org.undertone.model.export.Precision;
import org.undertone.model.export.TfliteWriter;
import org.undertone.ser.TestData;

final class ExportCheckTest {
  private static final int REAL_CLIPS = 60;
  private static final Map<Precision, Double> BOUNDS =
      Map.of(Precision.FLOAT32, 1e-5, Precision.FLOAT16, 2e-3, Precision.INT8, 5e-2);

  @ParameterizedTest
  @CsvSource({"0,0", "4,0", "0,6", "4,6"})
  void filesAnswerAsTheTrainedNetworkDoes(int squeeze, int attention, @TempDir Path folder)
      throws IOException {
    List<Clip> clips = SyntheticCorpus.clips(folder, 3, 3);
    Recipe recipe = TinyRecipe.with(squeeze, attention);
    checkAll(recipe, PreparedClips.prepare(recipe, clips, Progress.NONE));
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
      assertThat(check.sameClass())
          .as("same class, %s", precision)
          .isGreaterThanOrEqualTo(prepared.size() - (precision == Precision.INT8 ? 3 : 0));
      assertThat(check.largestDifference())
          .as("difference, %s", precision)
          .isLessThanOrEqualTo(BOUNDS.get(precision));
      assertThat(check.holds()).isTrue();
    }
  }

  @Test
  void filesMayChangeTheClassOfNoMoreClipsThanTheirPrecisionTies() {
    assertThat(new ExportCheck(Precision.FLOAT32, 1000, 999, 1e-6).holds()).isFalse();
    assertThat(new ExportCheck(Precision.FLOAT16, 999, 998, 1e-3).holds()).isFalse();
    assertThat(new ExportCheck(Precision.FLOAT16, 1000, 999, 1e-3).holds()).isTrue();
    assertThat(new ExportCheck(Precision.FLOAT16, 1000, 998, 1e-3).holds()).isFalse();
    assertThat(new ExportCheck(Precision.INT8, 1000, 990, 4e-2).holds()).isTrue();
    assertThat(new ExportCheck(Precision.INT8, 1000, 989, 4e-2).holds()).isFalse();
    assertThat(new ExportCheck(Precision.INT8, 1000, 1000, 6e-2).holds()).isFalse();
  }
}
