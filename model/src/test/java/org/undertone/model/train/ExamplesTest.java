// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpora;
import org.undertone.model.corpus.Progress;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionPipeline;
import org.undertone.ser.PipelineSettings;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.TestData;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.FeatureWindow;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.VoiceProfile;
import org.undertone.ser.timeline.SmootherSettings;

final class ExamplesTest {
  private static final int EPOCHS = 25;

  @TempDir private Path folder;
  private List<Clip> clips;

  @BeforeEach
  void write() throws IOException {
    clips = SyntheticCorpus.clips(folder.resolve("corpus"), 2, 2);
  }

  @Test
  void trainsOnExactlyWhatThePipelineFeedsItsClassifier() throws IOException {
    // A verdict after every frame, so that every window that may be drawn is among them.
    assertSameAsInPipeline(TinyRecipe.plain(1), clips);
  }

  @Test
  void trainsOnExactlyWhatThePipelineFeedsItsClassifierForRealClips() throws IOException {
    List<Clip> all = Corpora.open(TestData.corpus("ravdess_speech")).clips();
    assertSameAsInPipeline(TinyRecipe.plain(1), List.of(all.get(3), all.get(500), all.get(1200)));
  }

  private static void assertSameAsInPipeline(Recipe recipe, List<Clip> clips) throws IOException {
    Examples examples = examples(recipe, clips);
    ModelSpec spec = spec(recipe, examples);
    for (int i = 0; i < clips.size(); i++) {
      Set<ByteBuffer> windows = windowsOfPipeline(spec, clips.get(i));
      Set<ByteBuffer> drawn = new HashSet<>();
      float[] features = new float[examples.size()];
      for (int epoch = 1; epoch <= EPOCHS; epoch++) {
        examples.make(i, epoch, 1, features);
        drawn.add(stretch(spec, features));
      }
      assertThat(windows).as(clips.get(i).id()).containsAll(drawn);
      assertThat(drawn).as("different windows of %s", clips.get(i).id()).hasSizeGreaterThan(5);
    }
  }

  @Test
  void dependsOnSeedEpochAndClipAlone() throws IOException {
    Recipe recipe = TinyRecipe.full();
    Examples one = examples(recipe, clips);
    Examples other = examples(recipe, clips);
    spec(recipe, one);
    spec(recipe, other);
    // In another order.
    float[] later = made(other, 3, 2);
    float[] first = made(other, 1, 1);
    assertThat(made(one, 1, 1)).isEqualTo(first).isNotEqualTo(made(one, 1, 2));
    assertThat(made(one, 3, 2)).isEqualTo(later).isNotEqualTo(made(one, 4, 2));
    float[] seeded = new float[one.size()];
    one.make(1, 1, 2, seeded);
    assertThat(seeded).isNotEqualTo(first);
  }

  /** A long silence after the words must not be learnt as an emotion. */
  @Test
  void drawsOnlyWindowsWithSpeechFromAClipWithALongPause() throws IOException {
    SyntheticSpeech synthesis = new SyntheticSpeech(16_000, 5);
    float[] speech = synthesis.speech(Voice.CALM, 2);
    Path pauses = Files.createDirectories(folder.resolve("pauses"));
    SyntheticCorpus.wav(
        pauses.resolve("a.wav"),
        SyntheticSpeech.mix(
            SyntheticSpeech.concat(speech, new float[160_000]), synthesis.noise(0.0003, 12)));
    Files.writeString(pauses.resolve("metadata.csv"), "file_name,label\na.wav,sad\n");
    Recipe recipe = TinyRecipe.plain(32);
    PreparedClips prepared =
        PreparedClips.prepare(recipe, Corpora.open(pauses).clips(), Progress.NONE);
    Examples examples = new Examples(recipe, prepared.clips());
    spec(recipe, examples);
    TrainingClip clip = prepared.clips().get(0);
    int lastSpeech = clip.speech(0).length - 1;
    while (!clip.speech(0)[lastSpeech]) {
      lastSpeech--;
    }
    // Windows end at most a window after the last word.
    int latest = lastSpeech + recipe.windowFrames();
    Set<ByteBuffer> allowed = new HashSet<>();
    ModelSpec spec = spec(recipe, examples);
    windowsOfPipeline(oneFrameHop(spec), pauses.resolve("a.wav"), allowed, latest);
    for (int epoch = 1; epoch <= 40; epoch++) {
      assertThat(allowed).contains(stretch(spec, made(examples, 0, epoch)));
    }
  }

  private static float[] made(Examples examples, int index, int epoch) {
    float[] features = new float[examples.size()];
    examples.make(index, epoch, 1, features);
    return features;
  }

  private static Examples examples(Recipe recipe, List<Clip> clips) throws IOException {
    return new Examples(recipe, PreparedClips.prepare(recipe, clips, Progress.NONE).clips());
  }

  private static ModelSpec spec(Recipe recipe, Examples examples) {
    ModelSpec spec =
        new ModelSpec(
            recipe.name(),
            List.of(Emotion.values()),
            recipe.mfcc(),
            recipe.windowFrames(),
            recipe.hopFrames(),
            recipe.floorDb(),
            recipe.minSpeechSeconds(),
            examples.statistics(),
            recipe.profilePriorFrames(),
            1,
            recipe.unsureThreshold(),
            "{}");
    examples.normaliseBy(spec.statistics());
    return spec;
  }

  private static ModelSpec oneFrameHop(ModelSpec spec) {
    return new ModelSpec(
        spec.name(),
        spec.labels(),
        spec.mfcc(),
        spec.windowFrames(),
        1,
        spec.floorDb(),
        0,
        spec.statistics(),
        spec.profilePriorFrames(),
        1,
        0.3,
        "{}");
  }

  private static Set<ByteBuffer> windowsOfPipeline(ModelSpec spec, Clip clip) throws IOException {
    Set<ByteBuffer> windows = new HashSet<>();
    try (AudioSource source = clip.open()) {
      run(spec, source, windows);
    }
    return windows;
  }

  private static void windowsOfPipeline(
      ModelSpec spec, Path file, Set<ByteBuffer> windows, int latest) throws IOException {
    List<ByteBuffer> inOrder = new ArrayList<>();
    try (AudioSource source = AudioFiles.open(file)) {
      run(spec, source, inOrder);
    }
    windows.addAll(inOrder.subList(0, Math.min(latest, inOrder.size())));
  }

  private static void run(ModelSpec spec, AudioSource source, Collection<ByteBuffer> windows)
      throws IOException {
    PipelineSettings settings = new PipelineSettings(0, 0, 0, false, SmootherSettings.DEFAULT);
    EmotionPipeline pipeline =
        new EmotionPipeline(
            new Capture(spec, windows),
            settings,
            new VoiceProfile(spec),
            source.sampleRate(),
            verdict -> {});
    float[] block = new float[1000];
    int read;
    while ((read = source.read(block, 0, block.length)) >= 0) {
      pipeline.accept(block, 0, read);
    }
    pipeline.finish();
  }

  /** A window without the frames at the floor on both sides: training puts the rest anywhere among them. */
  private static ByteBuffer stretch(ModelSpec spec, float[] window) {
    int coefficients = spec.mfcc().nMfcc();
    float[] floor = floorRow(spec);
    int from = 0;
    while (isRow(window, from, floor)) {
      from += coefficients;
    }
    int to = window.length;
    while (isRow(window, to - coefficients, floor)) {
      to -= coefficients;
    }
    ByteBuffer bytes = ByteBuffer.allocate(4 * (to - from));
    bytes.asFloatBuffer().put(window, from, to - from);
    return bytes;
  }

  private static boolean isRow(float[] window, int at, float[] row) {
    return Arrays.equals(window, at, at + row.length, row, 0, row.length);
  }

  private static float[] floorRow(ModelSpec spec) {
    FeatureWindow window = new FeatureWindow(spec.mfcc(), 3);
    window.add(new float[spec.mfcc().nMels()], true);
    float[] features = new float[3 * spec.mfcc().nMfcc()];
    window.features(spec.floorDb(), features);
    spec.statistics().normalise(features);
    return Arrays.copyOf(features, spec.mfcc().nMfcc());
  }

  /** Keeps what it is asked to classify. */
  private record Capture(ModelSpec spec, Collection<ByteBuffer> windows)
      implements EmotionClassifier {
    @Override
    public void classify(float[] window, float[] probabilities) {
      windows.add(stretch(spec, window));
      Arrays.fill(probabilities, 1f / probabilities.length);
    }

    @Override
    public void close() {
      // Nothing to free.
    }
  }
}
