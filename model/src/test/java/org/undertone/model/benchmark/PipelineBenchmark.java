// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.undertone.model.export.GlobalPool;
import org.undertone.model.export.Precision;
import org.undertone.model.export.RandomNetworks;
import org.undertone.model.export.TfliteWriter;
import org.undertone.model.tflite.TfliteClassifier;
import org.undertone.ser.EmotionPipeline;
import org.undertone.ser.PipelineSettings;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.audio.Resampler;
import org.undertone.ser.audio.SampleSink;
import org.undertone.ser.audio.SpeechGate;
import org.undertone.ser.feature.FrameSink;
import org.undertone.ser.feature.LogMelExtractor;
import org.undertone.ser.infer.FeatureWindow;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelFileException;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.Models;
import org.undertone.ser.infer.VoiceProfile;

/**
 * Time that a second of audio at 48 kHz takes, by stage and as a whole, with a network of the size
 * that training makes, windows of 3 s and four verdicts a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class PipelineBenchmark {
  private static final int RATE = 48_000;

  private final ModelSpec spec = Models.spec();
  private final int verdicts = (int) Math.round(1 / (spec.hopFrames() * spec.mfcc().hopSeconds()));
  private final List<float[]> frames = new ArrayList<>();
  private final Resampler resampler = new Resampler(RATE, spec.mfcc().sampleRate());
  private final LogMelExtractor extractor = new LogMelExtractor(spec.mfcc());
  private final SpeechGate gate = new SpeechGate(spec.mfcc());
  private final FeatureWindow window = new FeatureWindow(spec.mfcc(), spec.windowFrames());
  private final VoiceProfile profile = new VoiceProfile(spec);
  private final VoiceProfile voice = new VoiceProfile(spec);
  private final float[] answer = {0.3f, 0.05f, 0.1f, 0.2f, 0.05f, 0.1f, 0.15f, 0.05f};
  private final float[] features = new float[spec.windowFrames() * spec.mfcc().nMfcc()];
  private final float[] normalised = new float[features.length];
  private final float[] probabilities = new float[spec.labels().size()];
  private final SampleSink samplesOut = (samples, offset, length) -> this.sum += samples[offset];
  private final FrameSink frameOut = frame -> this.sum += frame[0];
  private float[] microphone;
  private float[] resampled;
  private TfliteClassifier classifier;
  private EmotionPipeline pipeline;
  private double sum;

  /** Makes a second of speech, and the network. */
  @Setup(Level.Trial)
  public void prepare() throws ModelFileException {
    microphone = new SyntheticSpeech(RATE, 1).speech(Voice.AGITATED, 1);
    int modelRate = spec.mfcc().sampleRate();
    resampled = new SyntheticSpeech(modelRate, 1).speech(Voice.AGITATED, 1);
    extractor.accept(resampled, 0, resampled.length, frame -> frames.add(frame.clone()));
    extractor.reset();
    while (window.size() < spec.windowFrames()) {
      frames.forEach(frame -> window.add(frame, true));
    }
    window.features(spec.floorDb(), features);
    classifier =
        new TfliteClassifier(
            ModelFile.read(
                TfliteWriter.write(
                    new RandomNetworks(1)
                        .typical(
                            spec.windowFrames(),
                            spec.mfcc().nMfcc(),
                            spec.labels().size(),
                            GlobalPool.meanStd(1e-5f)),
                    spec,
                    Precision.FLOAT16)));
    pipeline =
        new EmotionPipeline(
            classifier,
            PipelineSettings.live(spec),
            profile,
            RATE,
            verdict -> sum += verdict.speechSeconds());
  }

  /** Frees the network. */
  @TearDown(Level.Trial)
  public void close() {
    classifier.close();
  }

  /** 48 kHz to 16 kHz. */
  @Benchmark
  public double stage1Resample() {
    resampler.accept(microphone, 0, microphone.length, samplesOut);
    return sum;
  }

  /** Spectra and mel bands. */
  @Benchmark
  public double stage2LogMel() {
    extractor.accept(resampled, 0, resampled.length, frameOut);
    return sum;
  }

  /** The speech gate. */
  @Benchmark
  public int stage3Gate() {
    int speech = 0;
    for (float[] frame : frames) {
      speech += gate.accept(frame) ? 1 : 0;
    }
    return speech;
  }

  /** The window's floor and its DCT, for every verdict. */
  @Benchmark
  public float[] stage4WindowAndDct() {
    for (float[] frame : frames) {
      window.add(frame, true);
    }
    for (int i = 0; i < verdicts; i++) {
      window.features(spec.floorDb(), features);
    }
    return features;
  }

  /** Normalising each window. */
  @Benchmark
  public float[] stage5Normalising() {
    for (int i = 0; i < verdicts; i++) {
      System.arraycopy(features, 0, normalised, 0, features.length);
      spec.statistics().normalise(normalised);
    }
    return normalised;
  }

  /** The network. */
  @Benchmark
  public float[] stage6Classifier() {
    for (int i = 0; i < verdicts; i++) {
      classifier.classify(features, probabilities);
    }
    return probabilities;
  }

  /** Correcting each answer and learning it. */
  @Benchmark
  public float[] stage7Profile() {
    for (int i = 0; i < verdicts; i++) {
      voice.add(answer, spec.hopFrames());
      System.arraycopy(answer, 0, probabilities, 0, answer.length);
      voice.correct(probabilities);
    }
    return probabilities;
  }

  /** From samples to verdicts. */
  @Benchmark
  public double wholePipeline() {
    pipeline.accept(microphone, 0, microphone.length);
    return sum;
  }
}
