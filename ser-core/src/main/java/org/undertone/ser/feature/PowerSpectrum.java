// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

/**
 * Squared magnitude of the discrete Fourier transform of real samples under a periodic Hann window.
 * An even length is transformed as half as many complex numbers. No allocation after construction;
 * for one thread at a time.
 */
final class PowerSpectrum {
  private final int n;
  private final double[] window;
  private final Fft fft;
  private final double[] re;
  private final double[] im;
  private final double[] cos;
  private final double[] sin;
  private final double[] binRe;
  private final double[] binIm;

  PowerSpectrum(int n) {
    this.n = n;
    window = new double[n];
    for (int i = 0; i < n; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / n);
    }
    int size = n % 2 == 0 ? n / 2 : n;
    fft = new Fft(size);
    re = new double[size];
    im = new double[size];
    cos = new double[n / 2 + 1];
    sin = new double[n / 2 + 1];
    binRe = new double[n / 2 + 1];
    binIm = new double[n / 2 + 1];
    for (int k = 0; k <= n / 2; k++) {
      cos[k] = Math.cos(2 * Math.PI * k / n);
      sin[k] = Math.sin(2 * Math.PI * k / n);
    }
  }

  /** Computes {@code power[0 .. n/2]} of {@code samples[0 .. n-1]}. */
  void compute(float[] samples, double[] power) {
    if (n % 2 == 0) {
      computeEven(samples);
    } else {
      computeOdd(samples);
    }
    for (int k = 0; k <= n / 2; k++) {
      power[k] = binRe[k] * binRe[k] + binIm[k] * binIm[k];
    }
  }

  /**
   * Computes the magnitude of the spectrum that was computed last, rounded where librosa rounds: it keeps spectra as
   * complex numbers of single precision.
   */
  void magnitude(float[] magnitude) {
    for (int k = 0; k <= n / 2; k++) {
      double xr = (float) binRe[k];
      double xi = (float) binIm[k];
      magnitude[k] = (float) Math.sqrt(xr * xr + xi * xi);
    }
  }

  private void computeOdd(float[] samples) {
    for (int i = 0; i < n; i++) {
      re[i] = samples[i] * window[i];
      im[i] = 0;
    }
    fft.transform(re, im);
    System.arraycopy(re, 0, binRe, 0, binRe.length);
    System.arraycopy(im, 0, binIm, 0, binIm.length);
  }

  private void computeEven(float[] samples) {
    int half = n / 2;
    for (int i = 0; i < half; i++) {
      re[i] = samples[2 * i] * window[2 * i];
      im[i] = samples[2 * i + 1] * window[2 * i + 1];
    }
    fft.transform(re, im);
    binRe[0] = re[0] + im[0];
    binRe[half] = re[0] - im[0];
    for (int k = 1; k < half; k++) {
      // The spectra of the even and the odd samples, from the symmetry of real signals.
      double evenRe = 0.5 * (re[k] + re[half - k]);
      double evenIm = 0.5 * (im[k] - im[half - k]);
      double oddRe = 0.5 * (im[k] + im[half - k]);
      double oddIm = 0.5 * (re[half - k] - re[k]);
      binRe[k] = evenRe + oddRe * cos[k] + oddIm * sin[k];
      binIm[k] = evenIm + oddIm * cos[k] - oddRe * sin[k];
    }
  }
}
