// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.PipelineSettings;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.VoiceProfile;

/**
 * Recognises emotions in recordings:
 *
 * <pre>{@code
 * try (EmotionRecognizer recognizer = EmotionRecognizer.load(Path.of("undertone.tflite"))) {
 *   Recognition heard = recognizer.classify(Path.of("clip.wav"));
 *   System.out.println(heard.label() + " " + heard.probability());
 * }
 * }</pre>
 *
 * For one thread at a time.
 */
public final class EmotionRecognizer implements AutoCloseable {
  private static final String BUILT_IN = "/org/undertone/model/undertone.tflite";
  private static final int BLOCK = 4096;

  /** Playing speeds at which a known voice is heard; the first is that of the verdicts. */
  private static final double[] SPEEDS = {1, 0.9, 1.1};

  private final EmotionClassifier classifier;
  private final PipelineSettings settings;

  private EmotionRecognizer(EmotionClassifier classifier, PipelineSettings settings) {
    this.classifier = classifier;
    this.settings = settings;
  }

  /**
   * Loads the built-in model.
   *
   * @throws IOException if the runtime does not take it
   */
  public static EmotionRecognizer load() throws IOException {
    return of(new TfliteClassifier(builtInModel()));
  }

  /**
   * Loads a model file.
   *
   * @throws IOException if the file cannot be read or is refused; the message says why
   */
  public static EmotionRecognizer load(Path model) throws IOException {
    return of(new TfliteClassifier(ModelFiles.read(model)));
  }

  /** Returns a recogniser that uses, and in the end closes, a classifier. */
  public static EmotionRecognizer of(EmotionClassifier classifier) {
    return new EmotionRecognizer(classifier, PipelineSettings.recording(classifier.spec()));
  }

  /**
   * Reads the built-in model.
   *
   * @throws IOException if it is not there, or damaged
   */
  public static ModelFile builtInModel() throws IOException {
    try (InputStream in = EmotionRecognizer.class.getResourceAsStream(BUILT_IN)) {
      if (in == null) {
        throw new IOException("there is no built-in model: name one with --model");
      }
      return ModelFile.read(in);
    }
  }

  /** Returns what the model says of itself. */
  public ModelSpec spec() {
    return classifier.spec();
  }

  /**
   * Classifies a WAV or FLAC file of a stranger.
   *
   * @throws IOException if the file cannot be read; the message says why
   */
  public Recognition classify(Path file) throws IOException {
    try (AudioSource source = AudioFiles.open(file)) {
      return classify(source);
    }
  }

  /**
   * Classifies a recording of a stranger. The source is read to its end, not closed.
   *
   * @throws IOException if the source fails
   */
  public Recognition classify(AudioSource source) throws IOException {
    RecordingPass once =
        new RecordingPass(classifier, settings, new VoiceProfile(spec()), source.sampleRate(), 1);
    return run(source, List.of(once)).get(0);
  }

  /**
   * Classifies a recording of the person whose profile it is. The scores are the mean (of logarithms) over
   * three playing speeds, which takes three times as long; verdicts and timeline are those of the speed
   * as recorded. Measured: this brings some two points where there is a profile, and nothing for a
   * stranger.
   *
   * @param learn whether the profile learns from the recording: the mean of what it hears at the speeds,
   *     once all of it was read
   * @throws IOException if the source fails; nothing is learnt then
   */
  public Recognition classify(AudioSource source, VoiceProfile profile, boolean learn)
      throws IOException {
    PipelineSettings with = settings.withLearnVoice(learn);
    List<RecordingPass> passes = new ArrayList<>();
    for (double speed : SPEEDS) {
      passes.add(new RecordingPass(classifier, with, profile, source.sampleRate(), speed));
    }
    List<Recognition> heard = run(source, passes);
    if (learn) {
      profile.setMean(passes.stream().map(RecordingPass::profile).toList());
    }
    return Recognition.averaged(heard);
  }

  private static List<Recognition> run(AudioSource source, List<RecordingPass> passes)
      throws IOException {
    float[] block = new float[BLOCK];
    long samples = 0;
    int read;
    while ((read = source.read(block, 0, BLOCK)) >= 0) {
      for (RecordingPass pass : passes) {
        pass.accept(block, 0, read);
      }
      samples += read;
    }
    double seconds = (double) samples / source.sampleRate();
    List<Recognition> heard = new ArrayList<>();
    for (RecordingPass pass : passes) {
      pass.finish();
      heard.add(pass.recognition(seconds, AudioFiles.truncated(source)));
    }
    return heard;
  }

  @Override
  public void close() {
    classifier.close();
  }
}
