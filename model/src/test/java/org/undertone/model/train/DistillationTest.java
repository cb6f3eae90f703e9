// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.model.corpus.Progress;
import org.undertone.model.export.Precision;
import org.undertone.model.export.TfliteWriter;

/** A training with teachers: a committee of two nets and one net, then the pupil, 4 epochs each. */
final class DistillationTest {
  private static final Recipe PUPIL =
      TinyRecipe.taught(TinyRecipe.full(), 0.5, TinyRecipe.withMembers(2), TinyRecipe.full());

  @TempDir private static Path corpus;
  private static PreparedClips prepared;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    prepared = PreparedClips.prepare(PUPIL, SyntheticCorpus.clips(corpus, 3, 2), Progress.NONE);
  }

  @Test
  void teachersAreTrainedFirstAndChangeThePupil() throws IOException {
    List<Epoch> epochs = new ArrayList<>();
    byte[] taught = file(new Trainer(PUPIL, prepared, "{}", epochs::add).train(null));
    assertThat(PUPIL.allEpochs()).isEqualTo(16);
    assertThat(epochs).hasSize(16).allMatch(epoch -> epoch.of() == 16);
    for (int i = 0; i < 16; i++) {
      assertThat(epochs.get(i).number()).isEqualTo(i + 1);
    }
    assertThat(taught).isNotEqualTo(train(TinyRecipe.full(), null));
  }

  @Test
  void teachersWithoutAShareChangeNothing() throws IOException {
    Recipe unheard = TinyRecipe.taught(TinyRecipe.full(), 0, TinyRecipe.full());
    assertThat(train(unheard, null)).isEqualTo(train(TinyRecipe.full(), null));
  }

  /** In a test with a corpus left out, a teacher of that corpus alone has heard nothing. */
  @Test
  void aTeacherWithoutClipsIsLeftOut() throws IOException {
    String own = prepared.clips().get(0).corpus();
    Recipe deaf = TinyRecipe.withClipsPerEpoch(Map.of(own, 0));
    Recipe pupil = TinyRecipe.taught(TinyRecipe.full(), 0.5, deaf);
    List<Integer> epochs = new ArrayList<>();
    byte[] file =
        file(new Trainer(pupil, prepared, "{}", epoch -> epochs.add(epoch.number())).train(null));
    assertThat(epochs).containsExactly(5, 6, 7, 8);
    assertThat(file).isEqualTo(train(TinyRecipe.full(), null));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 11, 14})
  void interruptedTrainingEndsAsIfItHadNotBeen(int lastEpoch) throws IOException {
    Path checkpoint = folder.resolve("a.checkpoint");
    Trainer.Listener interrupter =
        epoch -> {
          if (epoch.number() == lastEpoch) {
            throw new IllegalStateException("interrupted");
          }
        };
    assertThatThrownBy(() -> new Trainer(PUPIL, prepared, "{}", interrupter).train(checkpoint))
        .hasMessage("interrupted");
    assertThat(train(PUPIL, checkpoint)).isEqualTo(train(PUPIL, null));
    Trainer.forget(PUPIL, checkpoint);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aTrialOfFewEpochsShortensTheTeachersToo() {
    assertThat(PUPIL.withEpochs(2).allEpochs()).isEqualTo(8);
    Recipe longer = PUPIL.withEpochs(9);
    assertThat(longer.distillation()).isEqualTo(PUPIL.distillation());
    assertThat(longer.allEpochs()).isEqualTo(21);
  }

  @Test
  void readsTheTeachersBesideTheRecipe() throws IOException {
    Recipe recipe = TinyRecipe.taught(TinyRecipe.full(), 0.5, TinyRecipe.withMembers(2));
    write("tiny.json", TinyRecipe.withMembers(2));
    Path file = write("pupil.json", recipe);
    assertThat(Recipe.read(file)).isEqualTo(recipe);
    assertThat(Recipe.read(file).hash()).isNotEqualTo(TinyRecipe.full().hash());
  }

  @Test
  void refusesTeachersThatCannotTeach() throws IOException {
    Path file = write("pupil.json", TinyRecipe.taught(TinyRecipe.full(), 0.5, TinyRecipe.full()));
    assertThatThrownBy(() -> Recipe.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("tiny.json");
    write("tiny.json", TinyRecipe.taught(TinyRecipe.full(), 0.5, TinyRecipe.full()));
    assertThatThrownBy(() -> Recipe.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("tiny.json", "no teachers of its own");
    JsonObject json = TinyRecipe.json(TinyRecipe.full());
    json.addProperty("windowFrames", 64);
    Files.writeString(folder.resolve("tiny.json"), json.toString());
    assertThatThrownBy(() -> Recipe.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("pupil.json", "tiny", "other features, windowFrames or speeds");
  }

  private Path write(String name, Recipe recipe) throws IOException {
    return Files.writeString(folder.resolve(name), TinyRecipe.json(recipe).toString());
  }

  private static byte[] train(Recipe recipe, Path checkpoint) throws IOException {
    return file(new Trainer(recipe, prepared, "{}", epoch -> {}).train(checkpoint));
  }

  private static byte[] file(TrainedNetwork network) throws IOException {
    return TfliteWriter.write(network.toNetwork(), network.spec(), Precision.FLOAT32);
  }
}
