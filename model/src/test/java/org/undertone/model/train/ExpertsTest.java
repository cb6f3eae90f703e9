// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.undertone.model.train.TrainerTest.file;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpora;
import org.undertone.model.corpus.Progress;
import org.undertone.model.export.NetworkReader;
import org.undertone.model.export.Precision;
import org.undertone.model.export.TfliteWriter;
import org.undertone.ser.infer.ModelFile;

/** A net of its own and two experts, one of them a committee of two, 4 epochs each. */
final class ExpertsTest {
  private static final Recipe RECIPE =
      TinyRecipe.withExperts(
          TinyRecipe.full(), 0.25, TinyRecipe.withMembers(2), TinyRecipe.with(0, 0));

  @TempDir private static Path corpus;
  private static List<Clip> clips;
  private static PreparedClips prepared;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    clips = SyntheticCorpus.clips(corpus, 3, 2);
    prepared = PreparedClips.prepare(RECIPE, clips, Progress.NONE);
  }

  /** Half of the logits is the recipe's own, an eighth each of two, a quarter of the last. */
  @Test
  void theFileAveragesLogitsByWeight() throws IOException {
    List<Epoch> epochs = new ArrayList<>();
    TrainedNetwork network = new Trainer(RECIPE, prepared, "{}", epochs::add).train(null);
    assertThat(RECIPE.allEpochs()).isEqualTo(16);
    assertThat(RECIPE.netNames()).hasSize(4).containsOnly("tiny");
    assertThat(epochs).hasSize(16).allMatch(epoch -> epoch.of() == 16);
    for (int i = 0; i < 16; i++) {
      assertThat(epochs.get(i).number()).isEqualTo(i + 1);
    }
    TrainerTest.assertAverages(network, 0.5, 0.125, 0.125, 0.25);
  }

  @Test
  void anExpertDoesNotChangeTheOwnNet() throws IOException {
    TrainedNetwork with = new Trainer(RECIPE, prepared, "{}", epoch -> {}).train(null);
    assertThat(file(with.alone().get(0))).isEqualTo(train(TinyRecipe.full(), null));
  }

  /** In a test with a corpus left out, an expert of that corpus alone has heard nothing. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void anExpertWithoutClipsIsLeftOut(int perEpoch) throws IOException {
    String own = prepared.clips().get(0).corpus();
    Recipe deaf = TinyRecipe.withClipsPerEpoch(Map.of(own, perEpoch));
    Recipe recipe = TinyRecipe.withExperts(TinyRecipe.full(), 0.5, deaf);
    List<Integer> epochs = new ArrayList<>();
    byte[] file =
        file(new Trainer(recipe, prepared, "{}", epoch -> epochs.add(epoch.number())).train(null));
    assertThat(epochs).containsExactly(1, 2, 3, 4);
    assertThat(recipe.unheardExperts(clips)).containsExactly("tiny");
    assertThat(file).isEqualTo(train(TinyRecipe.full(), null));
  }

  /** What the expert does not hear still makes the statistics that its features are normalised by. */
  @Test
  void anExpertHearsItsCorporaAlone() throws IOException {
    List<Clip> two = new ArrayList<>();
    for (String name : List.of("first", "second")) {
      Path root = SyntheticCorpus.writeWithStatements(folder.resolve(name), name + "1", name + "2");
      two.addAll(Corpora.open(root).clips());
    }
    PreparedClips both = PreparedClips.prepare(RECIPE, two, Progress.NONE);
    Recipe expert = TinyRecipe.withClipsPerEpoch(Map.of("first", 0));
    Recipe recipe = TinyRecipe.withExperts(TinyRecipe.full(), 0.5, expert);
    Path checkpoint = folder.resolve("state/a.checkpoint");
    Trainer trainer = new Trainer(recipe, both, "{}", epoch -> {});
    assertThat(recipe.unheardExperts(two)).isEmpty();
    TrainedNetwork network = trainer.train(checkpoint);
    for (Precision precision : Precision.values()) {
      byte[] file = TfliteWriter.write(network.toNetwork(), network.spec(), precision);
      assertThat(ExportCheck.run(network, file, precision, both).largestDifference())
          .isLessThan(precision == Precision.INT8 ? 0.05 : 2e-3);
      assertThat(NetworkReader.read(ModelFile.read(file)).parameters()).isPositive();
    }
    // Fewer clips of the other corpus: other statistics, so another training.
    Files.delete(checkpoint);
    PreparedClips fewer = both.ofSpeakers(Set.of("first1", "second1", "second2"));
    assertThatThrownBy(() -> new Trainer(recipe, fewer, "{}", epoch -> {}).train(checkpoint))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("a.checkpoint.expert-1", "other clips");
  }

  @Test
  void refusesToTrainOnNothing() {
    String own = prepared.clips().get(0).corpus();
    for (int most : new int[] {0, 1}) {
      Recipe nothing = TinyRecipe.withClipsPerEpoch(Map.of(own, most));
      assertThatThrownBy(() -> new Trainer(nothing, prepared, "{}", epoch -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("2 clips or more in an epoch, there are " + most);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 11, 16})
  void interruptedTrainingEndsAsIfItHadNotBeen(int lastEpoch) throws IOException {
    Path checkpoint = folder.resolve("a.checkpoint");
    Trainer.Listener interrupter =
        epoch -> {
          if (epoch.number() == lastEpoch) {
            throw new IllegalStateException("interrupted");
          }
        };
    assertThatThrownBy(() -> new Trainer(RECIPE, prepared, "{}", interrupter).train(checkpoint))
        .hasMessage("interrupted");
    assertThat(train(RECIPE, checkpoint)).isEqualTo(train(RECIPE, null));
    Trainer.forget(RECIPE, checkpoint);
    assertThat(folder).isEmptyDirectory();
  }

  /** Who tries another expert need not train the large net again. */
  @Test
  void anotherExpertTakesUpTheOwnNet() throws IOException {
    Path checkpoint = folder.resolve("a.checkpoint");
    train(TinyRecipe.full(), checkpoint);
    Recipe other = TinyRecipe.withExperts(TinyRecipe.full(), 0.5, TinyRecipe.with(0, 0));
    List<Integer> epochs = new ArrayList<>();
    byte[] file =
        file(
            new Trainer(other, prepared, "{}", epoch -> epochs.add(epoch.number()))
                .train(checkpoint));
    assertThat(epochs).containsExactly(5, 6, 7, 8);
    assertThat(file).isEqualTo(train(other, null));
    assertThatThrownBy(() -> train(RECIPE, checkpoint))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("a.checkpoint.expert-1", "another recipe");
  }

  @Test
  void aTrialOfFewEpochsShortensTheExpertsToo() {
    assertThat(RECIPE.withEpochs(2).allEpochs()).isEqualTo(8);
    Recipe longer = RECIPE.withEpochs(9);
    assertThat(longer.experts()).isEqualTo(RECIPE.experts());
    assertThat(longer.allEpochs()).isEqualTo(21);
  }

  @Test
  void readsTheExpertsBesideTheRecipe() throws IOException {
    Recipe recipe = TinyRecipe.withExperts(TinyRecipe.full(), 0.5, TinyRecipe.withMembers(2));
    write("tiny.json", TinyRecipe.withMembers(2));
    Path file = write("whole.json", recipe);
    assertThat(Recipe.read(file)).isEqualTo(recipe);
    assertThat(Recipe.read(file).hash()).isNotEqualTo(TinyRecipe.full().hash());
  }

  @Test
  void refusesExpertsThatDoNotFit() throws IOException {
    Path file = write("whole.json", withOne(0.5));
    refused(file, "tiny.json");
    write("tiny.json", withOne(0.5));
    refused(file, "tiny.json", "it is an expert of another recipe");
    JsonObject json = TinyRecipe.json(TinyRecipe.full());
    json.addProperty("windowFrames", 64);
    Files.writeString(folder.resolve("tiny.json"), json.toString());
    refused(file, "whole.json", "tiny", "other features, windowFrames, floorDb or speeds");
    write("tiny.json", TinyRecipe.full());
    refused(write("whole.json", withOne(0)), "whole.json", "weight", "above 0");
    refused(write("whole.json", withOne(1)), "whole.json", "weights", "must leave something");
  }

  private static Recipe withOne(double weight) {
    return TinyRecipe.withExperts(TinyRecipe.full(), weight, TinyRecipe.full());
  }

  private static void refused(Path file, String... parts) {
    assertThatThrownBy(() -> Recipe.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(parts);
  }

  private Path write(String name, Recipe recipe) throws IOException {
    return Files.writeString(folder.resolve(name), TinyRecipe.json(recipe).toString());
  }

  private static byte[] train(Recipe recipe, Path checkpoint) throws IOException {
    return file(new Trainer(recipe, prepared, "{}", epoch -> {}).train(checkpoint));
  }
}
