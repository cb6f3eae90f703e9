// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

/** The descriptors of a clip as series over time, {@code [coefficient][frame]}. */
final class ClipSeries {
  final double[][] mfcc;
  final double[][] mel;

  /** RMS, zero-crossing rate, centroid, bandwidth, roll-off, flatness. */
  final double[][] scalars;

  /** The peaks until {@link ContrastBands#toDecibels} makes them the contrast. */
  final double[][] contrast;

  final double[][] valleys;
  final double[][] chroma;
  private int frames;

  /** Makes room for all frames of a clip. */
  ClipSeries(MfccSpec spec, int samples) {
    int room = (int) spec.frameCount(samples);
    mfcc = new double[spec.nMfcc()][room];
    mel = new double[spec.nMels()][room];
    scalars = new double[6][room];
    contrast = new double[ContrastBands.COUNT][room];
    valleys = new double[ContrastBands.COUNT][room];
    chroma = new double[ChromaFilterbank.COUNT][room];
  }

  /** Returns the number of frames added. */
  int frames() {
    return frames;
  }

  void add(DescriptorFrame frame) {
    for (int i = 0; i < mfcc.length; i++) {
      mfcc[i][frames] = frame.mfcc()[i];
    }
    for (int i = 0; i < mel.length; i++) {
      mel[i][frames] = frame.logMel()[i];
    }
    scalars[0][frames] = frame.rms();
    scalars[1][frames] = frame.zeroCrossingRate();
    scalars[2][frames] = frame.centroid();
    scalars[3][frames] = frame.bandwidth();
    scalars[4][frames] = frame.rolloff();
    scalars[5][frames] = frame.flatness();
    put(frame.contrastPeaks(), contrast);
    put(frame.contrastValleys(), valleys);
    put(frame.chroma(), chroma);
    frames++;
  }

  private void put(double[] from, double[][] to) {
    for (int i = 0; i < from.length; i++) {
      to[i][frames] = from[i];
    }
  }
}
