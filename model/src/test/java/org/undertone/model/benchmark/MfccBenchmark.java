// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.benchmark;

import be.tarsos.dsp.AudioEvent;
import be.tarsos.dsp.io.TarsosDSPAudioFormat;
import be.tarsos.dsp.mfcc.MFCC;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.feature.FrameSink;
import org.undertone.ser.feature.MfccExtractor;
import org.undertone.ser.feature.MfccSpec;

/**
 * Time of one frame of MFCCs: the project's against those of TarsosDSP, of the same sizes, on the same
 * samples. TarsosDSP's frames are cut beforehand, so that its arithmetic alone is timed; the project's
 * time includes the cutting.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MfccBenchmark {
  private static final int FRAMES = 200;

  /** The lower edge of the bands that TarsosDSP takes by default, Hz. */
  private static final float TARSOS_LOWEST_HZ = 133.3334f;

  /** Sample rate, n_fft, hop, mel bands, coefficients. */
  @Param({"16000/512/160/40/40", "22050/2048/512/128/40"})
  public String sizes;

  private float[] samples;
  private MfccExtractor extractor;
  private MFCC tarsos;
  private AudioEvent[] events;
  private double sum;
  private final FrameSink sink = frame -> sum += frame[1];

  /** Makes the speech and cuts it into frames. */
  @Setup
  public void prepare() {
    int[] size = Arrays.stream(sizes.split("/", -1)).mapToInt(Integer::parseInt).toArray();
    int rate = size[0];
    int nFft = size[1];
    int hop = size[2];
    int length = nFft + (FRAMES - 1) * hop;
    samples = new SyntheticSpeech(rate, 1).speech(Voice.CALM, (double) length / rate);
    extractor =
        new MfccExtractor(new MfccSpec(rate, nFft, hop, size[3], size[4], 0, rate / 2.0, false));
    tarsos = new MFCC(nFft, rate, size[4], size[3], TARSOS_LOWEST_HZ, rate / 2f);
    events = new AudioEvent[FRAMES];
    TarsosDSPAudioFormat format = new TarsosDSPAudioFormat(rate, 16, 1, true, false);
    for (int i = 0; i < FRAMES; i++) {
      events[i] = new AudioEvent(format);
      events[i].setFloatBuffer(Arrays.copyOfRange(samples, i * hop, i * hop + nFft));
    }
  }

  /** The project's. */
  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public double undertone() {
    extractor.accept(samples, 0, samples.length, sink);
    extractor.reset();
    return sum;
  }

  /** TarsosDSP's. */
  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public double tarsosDsp() {
    for (AudioEvent event : events) {
      tarsos.process(event);
      sum += tarsos.getMFCC()[1];
    }
    return sum;
  }
}
