// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import java.util.Arrays;

/**
 * Complex FFT of any length in double precision: Stockham's self-sorting mixed-radix algorithm,
 * decimation in frequency. Radices 4 and 2 have their own butterflies; other prime factors p cost
 * O(n·p). In double precision because bins 90 dB below a frame's peak are rounding noise in single
 * precision, and log-mel shows them. No allocation after construction; for one thread at a time.
 */
final class Fft {
  private final int n;
  private final int[] radices;
  // For each stage cos and -sin of 2πpj/length, [p][j] interleaved: (p * radix + j) * 2.
  private final double[][] twiddles;
  private final double[][] roots;
  private final double[] workRe;
  private final double[] workIm;
  private final double[] sumRe;
  private final double[] sumIm;

  Fft(int n) {
    this.n = n;
    this.radices = factors(n);
    this.twiddles = new double[radices.length][];
    this.roots = new double[radices.length][];
    int length = n;
    for (int stage = 0; stage < radices.length; stage++) {
      int radix = radices[stage];
      int m = length / radix;
      twiddles[stage] = new double[2 * m * radix];
      for (int p = 0; p < m; p++) {
        for (int j = 0; j < radix; j++) {
          putRoot(twiddles[stage], p * radix + j, (long) p * j, length);
        }
      }
      roots[stage] = new double[2 * radix];
      for (int j = 0; j < radix; j++) {
        putRoot(roots[stage], j, j, radix);
      }
      length = m;
    }
    workRe = new double[n];
    workIm = new double[n];
    int largest = Arrays.stream(radices).max().orElse(1);
    sumRe = new double[largest];
    sumIm = new double[largest];
  }

  private static void putRoot(double[] table, int index, long numerator, int denominator) {
    double angle = -2 * Math.PI * (numerator % denominator) / denominator;
    table[2 * index] = Math.cos(angle);
    table[2 * index + 1] = Math.sin(angle);
  }

  private static int[] factors(int n) {
    int[] found = new int[32];
    int count = 0;
    int rest = n;
    while (rest % 4 == 0) {
      found[count++] = 4;
      rest /= 4;
    }
    for (int p = 2; rest > 1; p++) {
      while (rest % p == 0) {
        found[count++] = p;
        rest /= p;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Transforms {@code re + i·im} in place; both have length {@code n}. */
  void transform(double[] re, double[] im) {
    double[] fromRe = re;
    double[] fromIm = im;
    double[] toRe = workRe;
    double[] toIm = workIm;
    int length = n;
    int stride = 1;
    for (int stage = 0; stage < radices.length; stage++) {
      int radix = radices[stage];
      int m = length / radix;
      switch (radix) {
        case 4:
          radix4(m, stride, twiddles[stage], fromRe, fromIm, toRe, toIm);
          break;
        case 2:
          radix2(m, stride, twiddles[stage], fromRe, fromIm, toRe, toIm);
          break;
        default:
          anyRadix(stage, m, stride, fromRe, fromIm, toRe, toIm);
          break;
      }
      double[] swap = fromRe;
      fromRe = toRe;
      toRe = swap;
      swap = fromIm;
      fromIm = toIm;
      toIm = swap;
      length = m;
      stride *= radix;
    }
    if (radices.length % 2 == 1) {
      System.arraycopy(fromRe, 0, re, 0, n);
      System.arraycopy(fromIm, 0, im, 0, n);
    }
  }

  private static void radix2(
      int m, int s, double[] w, double[] xr, double[] xi, double[] yr, double[] yi) {
    for (int p = 0; p < m; p++) {
      double wr = w[4 * p + 2];
      double wi = w[4 * p + 3];
      int from = s * p;
      int to = 2 * s * p;
      for (int q = 0; q < s; q++) {
        double ar = xr[from + q];
        double ai = xi[from + q];
        double br = xr[from + s * m + q];
        double bi = xi[from + s * m + q];
        yr[to + q] = ar + br;
        yi[to + q] = ai + bi;
        double dr = ar - br;
        double di = ai - bi;
        yr[to + s + q] = dr * wr - di * wi;
        yi[to + s + q] = dr * wi + di * wr;
      }
    }
  }

  private static void radix4(
      int m, int s, double[] w, double[] xr, double[] xi, double[] yr, double[] yi) {
    int sm = s * m;
    for (int p = 0; p < m; p++) {
      double w1r = w[8 * p + 2];
      double w1i = w[8 * p + 3];
      double w2r = w[8 * p + 4];
      double w2i = w[8 * p + 5];
      double w3r = w[8 * p + 6];
      double w3i = w[8 * p + 7];
      int from = s * p;
      int to = 4 * s * p;
      for (int q = 0; q < s; q++) {
        int i = from + q;
        double sum02r = xr[i] + xr[i + 2 * sm];
        double sum02i = xi[i] + xi[i + 2 * sm];
        double dif02r = xr[i] - xr[i + 2 * sm];
        double dif02i = xi[i] - xi[i + 2 * sm];
        double sum13r = xr[i + sm] + xr[i + 3 * sm];
        double sum13i = xi[i + sm] + xi[i + 3 * sm];
        double dif13r = xr[i + sm] - xr[i + 3 * sm];
        double dif13i = xi[i + sm] - xi[i + 3 * sm];
        int o = to + q;
        yr[o] = sum02r + sum13r;
        yi[o] = sum02i + sum13i;
        double b1r = dif02r + dif13i;
        double b1i = dif02i - dif13r;
        yr[o + s] = b1r * w1r - b1i * w1i;
        yi[o + s] = b1r * w1i + b1i * w1r;
        double b2r = sum02r - sum13r;
        double b2i = sum02i - sum13i;
        yr[o + 2 * s] = b2r * w2r - b2i * w2i;
        yi[o + 2 * s] = b2r * w2i + b2i * w2r;
        double b3r = dif02r - dif13i;
        double b3i = dif02i + dif13r;
        yr[o + 3 * s] = b3r * w3r - b3i * w3i;
        yi[o + 3 * s] = b3r * w3i + b3i * w3r;
      }
    }
  }

  private void anyRadix(
      int stage, int m, int s, double[] xr, double[] xi, double[] yr, double[] yi) {
    int radix = radices[stage];
    double[] w = twiddles[stage];
    double[] root = roots[stage];
    for (int p = 0; p < m; p++) {
      for (int q = 0; q < s; q++) {
        Arrays.fill(sumRe, 0, radix, 0);
        Arrays.fill(sumIm, 0, radix, 0);
        for (int k = 0; k < radix; k++) {
          double ar = xr[q + s * (p + m * k)];
          double ai = xi[q + s * (p + m * k)];
          int power = 0;
          for (int j = 0; j < radix; j++) {
            double cr = root[2 * power];
            double ci = root[2 * power + 1];
            sumRe[j] += ar * cr - ai * ci;
            sumIm[j] += ar * ci + ai * cr;
            power += k;
            if (power >= radix) {
              power -= radix;
            }
          }
        }
        for (int j = 0; j < radix; j++) {
          double wr = w[2 * (p * radix + j)];
          double wi = w[2 * (p * radix + j) + 1];
          yr[q + s * (radix * p + j)] = sumRe[j] * wr - sumIm[j] * wi;
          yi[q + s * (radix * p + j)] = sumRe[j] * wi + sumIm[j] * wr;
        }
      }
    }
  }
}
