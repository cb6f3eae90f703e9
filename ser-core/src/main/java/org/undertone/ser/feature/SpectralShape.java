// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

/**
 * Centroid, bandwidth, roll-off and flatness of a spectrum, by librosa's definitions. No allocation
 * after construction; for one thread at a time.
 */
final class SpectralShape {
  private static final double ROLL_PERCENT = 0.85;
  private static final double MIN_POWER = 1e-10;

  private final double[] hz;
  private double centroid;
  private double bandwidth;
  private double rolloff;
  private double flatness;

  /** Prepares for spectra with bins at these frequencies, in Hz. */
  SpectralShape(double[] hz) {
    this.hz = hz;
  }

  /** Describes a spectrum, given as power and as magnitude, {@code [bin]}. */
  void compute(double[] power, double[] magnitude) {
    double total = 0;
    double moment = 0;
    double powerSum = 0;
    double logSum = 0;
    for (int k = 0; k < hz.length; k++) {
      total += magnitude[k];
      moment += hz[k] * magnitude[k];
      double floored = Math.max(MIN_POWER, power[k]);
      powerSum += floored;
      logSum += Math.log(floored);
    }
    // The share of an empty spectrum is nothing everywhere, so that its moments are 0.
    double scale = total < Double.MIN_NORMAL ? 1 : total;
    centroid = moment / scale;
    flatness = Math.exp(logSum / hz.length) / (powerSum / hz.length);
    double spread = 0;
    for (int k = 0; k < hz.length; k++) {
      double deviation = hz[k] - centroid;
      spread += magnitude[k] * deviation * deviation;
    }
    bandwidth = Math.sqrt(spread / scale);
    rolloff = hz[rolloffBin(magnitude, ROLL_PERCENT * total)];
  }

  private static int rolloffBin(double[] magnitude, double threshold) {
    double sum = magnitude[0];
    int bin = 0;
    while (sum < threshold) {
      bin++;
      sum += magnitude[bin];
    }
    return bin;
  }

  /** Returns the mean frequency, weighted with magnitude, in Hz; 0 for silence. */
  double centroid() {
    return centroid;
  }

  /** Returns the standard deviation about the centroid, weighted with magnitude, in Hz. */
  double bandwidth() {
    return bandwidth;
  }

  /** Returns the frequency of the bin by which 85 % of the magnitude is reached, in Hz. */
  double rolloff() {
    return rolloff;
  }

  /** Returns the geometric by the arithmetic mean of the power, floored at 1e-10; 1 for silence. */
  double flatness() {
    return flatness;
  }
}
