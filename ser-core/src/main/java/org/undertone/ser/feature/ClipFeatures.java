// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One row of numbers for a whole clip: statistics over time of every descriptor, as write-ups of speech emotion compute them with
 * librosa, whose defaults are kept: frames of 2048 samples, one every 512, 128 mel bands; 40 MFCC.
 * Silence at the ends is not trimmed.
 *
 * <ul>
 *   <li>MFCC, RMS, zero-crossing rate, centroid, bandwidth, roll-off, flatness, contrast and pitch: mean, standard
 *       deviation, median, minimum, maximum, skewness and kurtosis;
 *   <li>delta and delta-delta of the MFCC, and chroma: mean and standard deviation;
 *   <li>mel bands in dB: mean;
 *   <li>{@code voiced_share}: the share of the frames that are voiced.
 * </ul>
 *
 * <p>Pitch is in Hz and over voiced frames only; all its columns are 0 where nothing is voiced. The kurtosis is excess
 * kurtosis, 0 for a normal distribution. A constant series has skewness and kurtosis 0. A clip of fewer than nine frames has
 * no deltas: they are 0. For one thread at a time.
 */
public final class ClipFeatures {
  private static final int N_FFT = 2048;
  private static final int HOP = 512;
  private static final int MELS = 128;
  private static final int MFCCS = 40;
  private static final List<String> COLUMNS = names();

  private final MfccSpec spec;
  private final DescriptorExtractor descriptors;
  private final PitchTracker tracker;

  /**
   * Prepares for clips of a sample rate.
   *
   * @param sampleRate in Hz, above 12800: the topmost octave of the contrast begins at 6400 Hz
   * @throws IllegalArgumentException if librosa's definitions make no sense at this rate
   */
  public ClipFeatures(int sampleRate) {
    spec = MfccSpec.of(sampleRate, N_FFT, HOP, MELS, MFCCS);
    descriptors = new DescriptorExtractor(spec);
    tracker = new PitchTracker(sampleRate, HOP);
  }

  /** Returns the names of the columns; the same at every rate. */
  public static List<String> columns() {
    return COLUMNS;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    add(names, "mfcc%02d", MFCCS, SeriesStatistics.ALL);
    add(names, "mfcc%02d_delta", MFCCS, SeriesStatistics.MEAN_AND_STD);
    add(names, "mfcc%02d_delta2", MFCCS, SeriesStatistics.MEAN_AND_STD);
    for (String one : List.of("rms", "zcr", "centroid", "bandwidth", "rolloff", "flatness")) {
      add(names, one, 1, SeriesStatistics.ALL);
    }
    add(names, "contrast%02d", ContrastBands.COUNT, SeriesStatistics.ALL);
    add(names, "chroma%02d", ChromaFilterbank.COUNT, SeriesStatistics.MEAN_AND_STD);
    add(names, "mel%03d", MELS, SeriesStatistics.MEAN_ONLY);
    add(names, "pitch", 1, SeriesStatistics.ALL);
    names.add("voiced_share");
    return List.copyOf(names);
  }

  private static void add(List<String> names, String format, int count, SeriesStatistics kind) {
    for (int i = 1; i <= count; i++) {
      for (String statistic : kind.names()) {
        names.add(String.format(Locale.ROOT, format, i) + "_" + statistic);
      }
    }
  }

  /**
   * Computes the row of a clip, in the order of {@link #columns}. Nothing in it is infinite or not a number.
   *
   * @param samples the clip, mono, in [-1, 1]
   * @throws IllegalArgumentException if there is no sample, or one is infinite or not a number
   */
  public double[] compute(float[] samples) {
    require(samples);
    ClipSeries series = new ClipSeries(spec, samples.length);
    descriptors.accept(samples, 0, samples.length, series::add);
    descriptors.finish(series::add);
    ContrastBands.toDecibels(series.contrast, series.valleys);
    double[] row = new double[COLUMNS.size()];
    int at = write(series.mfcc, SeriesStatistics.ALL, row, 0);
    for (double[] one : series.mfcc) {
      at = SeriesStatistics.MEAN_AND_STD.write(Deltas.first(one), row, at);
    }
    for (double[] one : series.mfcc) {
      at = SeriesStatistics.MEAN_AND_STD.write(Deltas.second(one), row, at);
    }
    at = write(series.scalars, SeriesStatistics.ALL, row, at);
    at = write(series.contrast, SeriesStatistics.ALL, row, at);
    at = write(series.chroma, SeriesStatistics.MEAN_AND_STD, row, at);
    at = write(series.mel, SeriesStatistics.MEAN_ONLY, row, at);
    double[] voiced = voicedPitch(samples);
    at = SeriesStatistics.ALL.write(voiced, row, at);
    row[at] = (double) voiced.length / series.frames();
    return row;
  }

  private static void require(float[] samples) {
    if (samples.length == 0) {
      throw new IllegalArgumentException("a clip without samples has no features");
    }
    for (int i = 0; i < samples.length; i++) {
      if (Float.isNaN(samples[i]) || Float.isInfinite(samples[i])) {
        throw new IllegalArgumentException("sample " + i + " is " + samples[i]);
      }
    }
  }

  private static int write(double[][] series, SeriesStatistics kind, double[] row, int start) {
    int at = start;
    for (double[] one : series) {
      at = kind.write(one, row, at);
    }
    return at;
  }

  private double[] voicedPitch(float[] samples) {
    double[] pitch = new double[(int) spec.frameCount(samples.length)];
    int[] count = new int[1];
    FrameSink keep =
        frame -> {
          if (frame[0] > 0) {
            pitch[count[0]++] = frame[0];
          }
        };
    tracker.accept(samples, 0, samples.length, keep);
    tracker.finish(keep);
    return Arrays.copyOf(pitch, count[0]);
  }
}
