// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.undertone.ser.feature.FrameSink;
import org.undertone.ser.feature.LogMelExtractor;
import org.undertone.ser.feature.MfccExtractor;
import org.undertone.ser.feature.MfccSpec;
import org.undertone.ser.feature.Spectrogram;

/** The frames of a clip, of every kind that is drawn. */
final class ClipFrames {
  private final MfccSpec spec;
  private final float[] samples;

  /** Takes samples at the rate of the spec. */
  ClipFrames(MfccSpec spec, float[] samples) {
    this.spec = spec;
    this.samples = samples;
  }

  /** Returns the spectrum in dB, {@code [frame][bin]}. */
  float[][] spectrum() {
    List<float[]> frames = new ArrayList<>();
    FrameSink keep = frame -> frames.add(frame.clone());
    Spectrogram extractor = new Spectrogram(spec);
    extractor.accept(samples, 0, samples.length, keep);
    extractor.finish(keep);
    return frames.toArray(float[][]::new);
  }

  /** Returns log-mel bands in dB, {@code [frame][band]}. */
  float[][] logMel() {
    List<float[]> frames = new ArrayList<>();
    FrameSink keep = frame -> frames.add(frame.clone());
    LogMelExtractor extractor = new LogMelExtractor(spec);
    extractor.accept(samples, 0, samples.length, keep);
    extractor.finish(keep);
    return frames.toArray(float[][]::new);
  }

  /** Returns the MFCC from the second on, {@code [frame][coefficient]}. */
  float[][] cepstrum() {
    List<float[]> frames = new ArrayList<>();
    FrameSink keep = frame -> frames.add(Arrays.copyOfRange(frame, 1, frame.length));
    MfccExtractor extractor = new MfccExtractor(spec);
    extractor.accept(samples, 0, samples.length, keep);
    extractor.finish(keep);
    return frames.toArray(float[][]::new);
  }

  /** Returns the value below which a share of all values of some pictures lie. */
  static double quantile(List<FramePicture> pictures, double share) {
    double[] values =
        pictures.stream()
            .flatMap(picture -> Arrays.stream(picture.frames()))
            .flatMapToDouble(ClipFrames::doubles)
            .sorted()
            .toArray();
    return values[(int) Math.round(share * (values.length - 1))];
  }

  private static DoubleStream doubles(float[] frame) {
    return IntStream.range(0, frame.length).mapToDouble(i -> frame[i]);
  }
}
