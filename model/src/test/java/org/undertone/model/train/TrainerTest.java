// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.model.EmotionRecognizer;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpora;
import org.undertone.model.corpus.Progress;
import org.undertone.model.export.Precision;
import org.undertone.model.export.TfliteWriter;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.Emotion;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelFile;

final class TrainerTest {
  private static final Recipe RECIPE = TinyRecipe.full();
  private static final int EPOCHS = 25;
  private static final Trainer.Listener NOBODY = epoch -> {};

  @TempDir private static Path corpus;
  private static List<Clip> clips;
  private static PreparedClips prepared;

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    clips = SyntheticCorpus.clips(corpus, 4, 3);
    prepared = PreparedClips.prepare(RECIPE, clips, Progress.NONE);
  }

  @Test
  void sameSeedGivesTheSameFileAndAnotherSeedAnother() throws IOException {
    byte[] file = file(train(RECIPE, null));
    assertThat(file(train(RECIPE, null))).isEqualTo(file);
    assertThat(file(train(RECIPE.withSeed(2), null))).isNotEqualTo(file);
  }

  @Test
  void doesNotDependOnTheCoresThatPreparedTheClips() throws IOException {
    PreparedClips again = PreparedClips.prepare(RECIPE, clips, Progress.NONE);
    assertThat(again.clips())
        .extracting(TrainingClip::checksum)
        .isEqualTo(prepared.clips().stream().map(TrainingClip::checksum).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void interruptedTrainingEndsAsIfItHadNotBeen(int lastEpoch) throws IOException {
    Path checkpoint = folder.resolve("state/a.checkpoint");
    interrupt(RECIPE, checkpoint, lastEpoch);
    List<Integer> epochs = new ArrayList<>();
    TrainedNetwork resumed =
        new Trainer(RECIPE, prepared, "{}", epoch -> epochs.add(epoch.number())).train(checkpoint);
    assertThat(epochs).hasSize(4 - lastEpoch).allMatch(epoch -> epoch > lastEpoch);
    assertThat(file(resumed)).isEqualTo(file(train(RECIPE, null)));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 6})
  void interruptedCommitteeEndsAsIfItHadNotBeen(int lastEpoch) throws IOException {
    Recipe two = TinyRecipe.withMembers(2);
    Path checkpoint = folder.resolve("a.checkpoint");
    interrupt(two, checkpoint, lastEpoch);
    List<Integer> epochs = new ArrayList<>();
    TrainedNetwork resumed =
        new Trainer(two, prepared, "{}", epoch -> epochs.add(epoch.number())).train(checkpoint);
    assertThat(epochs).hasSize(8 - lastEpoch).allMatch(epoch -> epoch > lastEpoch && epoch <= 8);
    assertThat(file(resumed)).isEqualTo(file(train(two, null)));
    Trainer.forget(two, checkpoint);
    assertThat(folder).isEmptyDirectory();
  }

  /** The members must differ, and the committee must be the geometric mean of them. */
  @Test
  void committeeAveragesItsMembers() throws IOException {
    TrainedNetwork committee = train(TinyRecipe.withMembers(2), null);
    assertThat(file(committee.alone().get(0))).isNotEqualTo(file(committee.alone().get(1)));
    assertAverages(committee, 0.5, 0.5);
  }

  /** The file and the engine must give the weighted geometric mean of what its nets give alone. */
  static void assertAverages(TrainedNetwork network, double... weights) throws IOException {
    float[] window = new float[96 * 16];
    for (int i = 0; i < window.length; i++) {
      window[i] = (float) Math.sin(0.37 * i);
    }
    List<TrainedNetwork> alone = network.alone();
    assertThat(alone).hasSize(weights.length);
    double[] mean = new double[8];
    for (int net = 0; net < weights.length; net++) {
      float[] own = probabilities(alone.get(net), window);
      for (int i = 0; i < 8; i++) {
        mean[i] += weights[net] * Math.log(own[i]);
      }
    }
    double sum = 0;
    for (int i = 0; i < 8; i++) {
      mean[i] = Math.exp(mean[i]);
      sum += mean[i];
    }
    float[] together = probabilities(network, window);
    try (DjlNetwork trained = new DjlNetwork(network)) {
      float[] engine = trained.probabilities(window);
      for (int i = 0; i < 8; i++) {
        assertThat(together[i]).isCloseTo((float) (mean[i] / sum), within(1e-5f));
        assertThat(engine[i]).isCloseTo(together[i], within(1e-5f));
      }
    }
  }

  private static float[] probabilities(TrainedNetwork network, float[] window) throws IOException {
    float[] probabilities = new float[8];
    try (EmotionClassifier classifier = new TfliteClassifier(ModelFile.read(file(network)))) {
      classifier.classify(window, probabilities);
    }
    return probabilities;
  }

  @Test
  void refusesTheCheckpointOfAnotherTraining() throws IOException {
    Path checkpoint = folder.resolve("a.checkpoint");
    interrupt(RECIPE, checkpoint, 1);
    assertThatThrownBy(() -> train(RECIPE.withSeed(2), checkpoint))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("a.checkpoint", "another recipe, seed or other clips", "delete");
    PreparedClips fewer = prepared.ofSpeakers(Set.of("own_s1", "own_s2"));
    assertThatThrownBy(() -> new Trainer(RECIPE, fewer, "{}", NOBODY).train(checkpoint))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other clips");
  }

  /** A label put right must not be answered with the network that learnt the wrong one. */
  @Test
  void refusesTheCheckpointOfOtherLabelsOrOtherSound() throws IOException {
    Path checkpoint = folder.resolve("a.checkpoint");
    interrupt(RECIPE, checkpoint, 1);
    Path other = folder.resolve(corpus.getFileName());
    List<Clip> relabelled = SyntheticCorpus.clips(other, 4, 3);
    Path list = other.resolve("metadata.csv");
    Files.writeString(
        list, Files.readString(list).replace("s1-sad-1.wav,sad", "s1-sad-1.wav,angry"));
    assertThat(relabelled).extracting(Clip::id).isEqualTo(clips.stream().map(Clip::id).toList());
    PreparedClips labels =
        PreparedClips.prepare(RECIPE, Corpora.open(other).clips(), Progress.NONE);
    assertThatThrownBy(() -> new Trainer(RECIPE, labels, "{}", NOBODY).train(checkpoint))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other clips");
    Files.copy(
        other.resolve("s1-sad-2.wav"),
        other.resolve("s1-sad-1.wav"),
        StandardCopyOption.REPLACE_EXISTING);
    PreparedClips sound = PreparedClips.prepare(RECIPE, relabelled, Progress.NONE);
    assertThatThrownBy(() -> new Trainer(RECIPE, sound, "{}", NOBODY).train(checkpoint))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("other clips");
  }

  @Test
  void refusesADamagedCheckpoint() throws IOException {
    Path checkpoint = folder.resolve("a.checkpoint");
    interrupt(RECIPE, checkpoint, 1);
    byte[] whole = Files.readAllBytes(checkpoint);
    for (int length : new int[] {0, 3, 30, 80, 1000, whole.length - 1}) {
      Files.write(checkpoint, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> train(RECIPE, checkpoint))
          .isInstanceOf(IOException.class)
          .hasMessageContainingAll("cannot resume from", "cut short", "delete it");
    }
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 4;
    Files.write(checkpoint, flipped);
    assertThatThrownBy(() -> train(RECIPE, checkpoint))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("cannot resume from", "checksum");
    Files.writeString(checkpoint, "something else, and long enough to be read");
    assertThatThrownBy(() -> train(RECIPE, checkpoint))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("cannot resume from", "no checkpoint");
  }

  @Test
  void learnsWhatAStrangerSounds() throws IOException {
    Recipe recipe =
        TinyRecipe.of(TinyRecipe.plain(32), TinyRecipe.withMixup(0).training()).withEpochs(EPOCHS);
    List<Epoch> epochs = new ArrayList<>();
    List<Clip> many = SyntheticCorpus.clips(folder.resolve("many"), 4, 6);
    PreparedClips known =
        PreparedClips.prepare(recipe, many, Progress.NONE)
            .ofSpeakers(Set.of("own_s1", "own_s2", "own_s4"));
    TrainedNetwork network = new Trainer(recipe, known, "{}", epochs::add).train(null);
    for (int i = 0; i < EPOCHS; i++) {
      assertThat(epochs.get(i).number()).isEqualTo(i + 1);
      assertThat(epochs.get(i).of()).isEqualTo(EPOCHS);
    }
    Epoch last = epochs.get(EPOCHS - 1);
    assertThat(last.learningRate()).as("the cosine ends at zero").isCloseTo(0, within(1e-12));
    assertThat(last.loss()).isLessThan(0.7 * epochs.get(0).loss());
    assertThat(last.accuracy()).as("of the training clips").isGreaterThan(0.8);
    Path model = Files.write(folder.resolve("m.tflite"), file(network));
    int right = 0;
    int tested = 0;
    try (EmotionRecognizer recognizer = EmotionRecognizer.load(model)) {
      for (Clip clip : many) {
        if (clip.speaker().equals("own_s3")) {
          Emotion heard = recognizer.classify(clip.open()).emotion().orElseThrow();
          right += heard == clip.emotion() ? 1 : 0;
          tested++;
        }
      }
    }
    assertThat(tested).isEqualTo(18);
    assertThat(right).as("of 18, chance is 6").isGreaterThanOrEqualTo(13);
  }

  @Test
  void saysTheLearningRateOfATrialShorterThanItsWarmUp() throws IOException {
    Recipe.Training slow = new Recipe.Training(2, 8, 0.01, 2, 0, 0, 0.8, 0, 1, Map.of(), 1);
    Recipe recipe = TinyRecipe.of(RECIPE, slow);
    List<Double> rates = new ArrayList<>();
    new Trainer(recipe, prepared, "{}", epoch -> rates.add(epoch.learningRate())).train(null);
    assertThat(rates).hasSize(2).allMatch(rate -> rate > 0 && rate <= 0.01 + 1e-9);
  }

  @Test
  void refusesWhatCannotBeTrainedOn() throws IOException {
    PreparedClips nobody = prepared.ofSpeakers(Set.of());
    assertThatThrownBy(() -> new Trainer(RECIPE, nobody, "{}", NOBODY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 clips");
    Recipe slower =
        TinyRecipe.of(
            RECIPE.hopFrames(),
            new Recipe.Augmentation(0.5, List.of(0.8, 1.0), 3, 2, 0.2, 0.1, 0.3, 10, 30, 10, 2));
    assertThatThrownBy(() -> new Trainer(slower, prepared, "{}", NOBODY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other features or speeds");
    Path silent = folder.resolve("silent");
    Files.createDirectories(silent);
    SyntheticCorpus.wav(silent.resolve("a.wav"), new float[16_000]);
    SyntheticCorpus.wav(silent.resolve("b.wav"), new float[12_000]);
    Files.writeString(silent.resolve("metadata.csv"), "file_name,label\na.wav,sad\nb.wav,angry\n");
    PreparedClips silence =
        PreparedClips.prepare(RECIPE, Corpora.open(silent).clips(), Progress.NONE);
    assertThatThrownBy(() -> new Trainer(RECIPE, silence, "{}", NOBODY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no speech");
  }

  private static TrainedNetwork train(Recipe recipe, Path checkpoint) throws IOException {
    return new Trainer(recipe, prepared, "{}", NOBODY).train(checkpoint);
  }

  private static void interrupt(Recipe recipe, Path checkpoint, int lastEpoch) {
    Trainer.Listener interrupter =
        epoch -> {
          if (epoch.number() == lastEpoch) {
            throw new IllegalStateException("interrupted");
          }
        };
    assertThatThrownBy(() -> new Trainer(recipe, prepared, "{}", interrupter).train(checkpoint))
        .hasMessage("interrupted");
  }

  static byte[] file(TrainedNetwork network) throws IOException {
    return TfliteWriter.write(network.toNetwork(), network.spec(), Precision.FLOAT32);
  }
}
