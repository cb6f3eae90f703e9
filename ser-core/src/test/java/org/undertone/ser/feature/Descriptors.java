// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the descriptors over whole signals, by the names of the golden vectors. */
final class Descriptors {
  static final List<String> NAMES =
      List.of(
          "logmel",
          "mfcc",
          "delta",
          "delta2",
          "rms",
          "zcr",
          "centroid",
          "bandwidth",
          "rolloff",
          "flatness",
          "contrast",
          "chroma");

  private Descriptors() {}

  /** Returns each descriptor of a signal, {@code [coefficient][frame]}. */
  static Map<String, double[][]> of(MfccSpec spec, float[] samples) {
    DescriptorExtractor extractor = new DescriptorExtractor(spec);
    ClipSeries series = new ClipSeries(spec, samples.length);
    extractor.accept(samples, 0, samples.length, series::add);
    extractor.finish(series::add);
    ContrastBands.toDecibels(series.contrast, series.valleys);
    Map<String, double[][]> all = new TreeMap<>();
    all.put("logmel", series.mel);
    all.put("mfcc", series.mfcc);
    all.put("delta", Arrays.stream(series.mfcc).map(Deltas::first).toArray(double[][]::new));
    all.put("delta2", Arrays.stream(series.mfcc).map(Deltas::second).toArray(double[][]::new));
    for (int i = 0; i < series.scalars.length; i++) {
      all.put(NAMES.get(NAMES.indexOf("rms") + i), new double[][] {series.scalars[i]});
    }
    all.put("contrast", series.contrast);
    all.put("chroma", series.chroma);
    return all;
  }
}
