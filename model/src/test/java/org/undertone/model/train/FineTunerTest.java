// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Progress;
import org.undertone.model.export.Precision;
import org.undertone.model.export.RandomNetworks;
import org.undertone.model.export.TfliteWriter;
import org.undertone.ser.Emotion;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelFixtures;

final class FineTunerTest {
  @TempDir private static Path folder;
  private static ModelFile parent;
  private static FineTuner tuner;
  private static List<Clip> clips;
  private static PreparedClips prepared;

  /** A committee of two that knows three emotions, and clips of two of them. */
  @BeforeAll
  static void prepare() throws IOException {
    Recipe recipe = TinyRecipe.withMembers(2);
    List<Clip> known = SyntheticCorpus.clips(folder, 3, 3);
    PreparedClips all = PreparedClips.prepare(recipe, known, Progress.NONE);
    TrainedNetwork network = new Trainer(recipe, all, "{}", epoch -> {}).train(null);
    parent =
        ModelFile.read(TfliteWriter.write(network.toNetwork(), network.spec(), Precision.FLOAT32));
    tuner = new FineTuner(parent);
    clips = known.stream().filter(clip -> clip.emotion() != Emotion.SAD).toList();
    prepared = PreparedClips.prepare(recipe(1, 0.001, 1), clips, Progress.NONE);
  }

  @Test
  void sameSeedGivesTheSameFileAndAnotherSeedAnother() throws IOException {
    byte[] file = train(recipe(2, 0.001, 1));
    assertThat(train(recipe(2, 0.001, 1))).isEqualTo(file);
    assertThat(train(recipe(2, 0.001, 2))).isNotEqualTo(file);
    assertThat(ModelFile.read(file).networkHash()).isNotEqualTo(parent.networkHash());
    assertThat(ModelFile.read(file).spec()).isEqualTo(parent.spec());
  }

  /** Neutral is now called angry, and angry neutral: nothing that the parent knew. */
  @Test
  void learns() throws IOException {
    Recipe recipe = recipe(30, 0.01, 1);
    List<Clip> swapped = clips.stream().map(FineTunerTest::swapped).toList();
    PreparedClips anew = PreparedClips.prepare(recipe, swapped, Progress.NONE);
    List<Epoch> epochs = new ArrayList<>();
    tuner.train(recipe, anew, parent.spec(), Precision.FLOAT16, epochs::add);
    assertThat(epochs).extracting(Epoch::number).endsWith(29, 30).hasSize(30);
    assertThat(epochs.get(29).loss()).isLessThan(0.8 * epochs.get(0).loss());
  }

  private static Clip swapped(Clip clip) {
    Emotion other = clip.emotion() == Emotion.ANGRY ? Emotion.NEUTRAL : Emotion.ANGRY;
    return new Clip(
        clip.corpus(),
        clip.file(),
        clip.speaker(),
        clip.sex(),
        other,
        clip.intensity(),
        clip.statement(),
        clip.repetition(),
        clip.channel(),
        clip.audio());
  }

  /** Of sad there is no clip: the model must not unlearn it, as a new one would. */
  @Test
  void doesNotTeachThatAnAbsentLabelNeverHappens() {
    List<TrainingClip> clips = prepared.clips();
    float[] known = new float[Emotion.COUNT];
    LabelMask.forTrainedNetwork(clips).write(clips.get(0), known, 0);
    float[] anew = new float[Emotion.COUNT];
    LabelMask.forNewNetwork(clips, LabelMask.labelsOf(clips)).write(clips.get(0), anew, 0);
    for (Emotion emotion : Emotion.values()) {
      boolean there = emotion == Emotion.NEUTRAL || emotion == Emotion.ANGRY;
      assertThat(known[emotion.index()]).as(emotion.label()).isEqualTo(there ? 1 : 0);
      assertThat(anew[emotion.index()]).as(emotion.label()).isEqualTo(1);
    }
  }

  @Test
  void saysThatATrainingDiverged() {
    assertThatThrownBy(() -> train(recipe(3, 1e30, 1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("diverged, take a smaller learning rate");
  }

  @Test
  void refusesNumbersThatMakeNoSense() {
    assertThatThrownBy(() -> recipe(0, 0.1, 1)).hasMessageContaining("epochs is 0");
    assertThatThrownBy(() -> recipe(1, 0, 1)).hasMessageContaining("learningRate must be above 0");
    assertThatThrownBy(() -> recipe(1, Double.NaN, 1)).hasMessageContaining("learningRate");
  }

  @Test
  void refusesAModelOfOtherLabels() throws IOException {
    byte[] four =
        TfliteWriter.write(
            new RandomNetworks(1).ensemble(2, 37, 13),
            ModelFixtures.spec(37, 13),
            Precision.FLOAT32);
    assertThatThrownBy(() -> new FineTuner(ModelFile.read(four)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("only one of all eight emotions");
  }

  private static Recipe recipe(int epochs, double learningRate, long seed) {
    return tuner.recipe(epochs, learningRate, Map.of(), seed);
  }

  private static byte[] train(Recipe recipe) throws IOException {
    return tuner.train(recipe, prepared, parent.spec(), Precision.FLOAT32, epoch -> {});
  }
}
