// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.io.IOException;
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
import org.undertone.ser.EmotionPipeline;
import org.undertone.ser.PipelineSettings;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelSpec;
import org.undertone.ser.infer.VoiceProfile;

/**
 * Time that the built-in model takes on one core of this machine with the phone's own TensorFlow Lite:
 * one window, and all that a second of sound asks for. {@link InferenceBenchmarks} runs it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class InferenceBenchmark {
  private static final int RATE = 48_000;

  private InterpreterClassifier classifier;
  private float[] features;
  private float[] probabilities;
  private float[] microphone;
  private EmotionPipeline pipeline;
  private double sum;

  /** Opens the built-in model, and makes a window and a second of speech. */
  @Setup(Level.Trial)
  public void prepare() throws IOException, ModelRefusedException {
    AndroidTflite.load();
    ModelFile file = TestModels.file(TestModels.builtIn());
    ModelSpec spec = file.spec();
    features = GoldenWindows.of(file, TestModels.golden()).windows().get(0);
    probabilities = new float[spec.labels().size()];
    classifier = InterpreterClassifier.onCpu(file);
    microphone = new SyntheticSpeech(RATE, 1).speech(Voice.AGITATED, 1);
    pipeline =
        new EmotionPipeline(
            classifier,
            PipelineSettings.live(spec),
            new VoiceProfile(spec),
            RATE,
            verdict -> sum += verdict.speechSeconds());
  }

  /** Frees the network. */
  @TearDown(Level.Trial)
  public void close() {
    classifier.close();
  }

  /** The network, for one window. */
  @Benchmark
  public float[] window() {
    classifier.classify(features, probabilities);
    return probabilities;
  }

  /** A second of sound, from samples to verdicts. */
  @Benchmark
  public double second() {
    pipeline.accept(microphone, 0, microphone.length);
    return sum;
  }
}
