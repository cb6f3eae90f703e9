// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

/**
 * What {@link DescriptorExtractor} knows of one frame. It is reused, with its arrays, for the next frame: copy what
 * is to be kept.
 */
public final class DescriptorFrame {
  final double[] melPower;
  final float[] logMel;
  final float[] mfcc;
  final double[] chroma = new double[ChromaFilterbank.COUNT];
  final double[] contrastPeaks = new double[ContrastBands.COUNT];
  final double[] contrastValleys = new double[ContrastBands.COUNT];
  final SpectralShape shape;
  double rms;
  double zeroCrossingRate;

  DescriptorFrame(MfccSpec spec, SpectralShape shape) {
    this.shape = shape;
    melPower = new double[spec.nMels()];
    logMel = new float[spec.nMels()];
    mfcc = new float[spec.nMfcc()];
  }

  /** Returns the power in each mel band, {@code [mel]}. */
  public double[] melPower() {
    return melPower;
  }

  /** Returns the power in each mel band in dB, as {@link LogMelExtractor}, {@code [mel]}. */
  public float[] logMel() {
    return logMel;
  }

  /** Returns the coefficients, as {@link MfccExtractor}, {@code [coefficient]}. */
  public float[] mfcc() {
    return mfcc;
  }

  /** Returns the pitch classes from C to B, the largest 1, all 0 in silence, {@code [class]}. */
  public double[] chroma() {
    return chroma;
  }

  /** Returns the mean magnitude of the loudest bins of each band, {@code [band]}. */
  public double[] contrastPeaks() {
    return contrastPeaks;
  }

  /** Returns the mean magnitude of the softest bins of each band, {@code [band]}. */
  public double[] contrastValleys() {
    return contrastValleys;
  }

  /** Returns the root of the mean square of the samples, padding included. */
  public double rms() {
    return rms;
  }

  /** Returns the number of changes of sign by the number of samples of a frame. */
  public double zeroCrossingRate() {
    return zeroCrossingRate;
  }

  /** Returns the mean frequency, weighted with magnitude, in Hz; 0 in silence. */
  public double centroid() {
    return shape.centroid();
  }

  /** Returns the standard deviation about the centroid, weighted with magnitude, in Hz. */
  public double bandwidth() {
    return shape.bandwidth();
  }

  /** Returns the frequency of the bin by which 85 % of the magnitude is reached, in Hz. */
  public double rolloff() {
    return shape.rolloff();
  }

  /** Returns the geometric by the arithmetic mean of the power: 1 for white noise and for silence. */
  public double flatness() {
    return shape.flatness();
  }
}
