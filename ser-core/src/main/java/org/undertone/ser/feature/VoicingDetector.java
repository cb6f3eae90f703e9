// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

/**
 * Tells whether a frame has the period of a voice, by YIN: a normalised difference below {@value
 * #THRESHOLD} at a period of {@value #MIN_HZ} to {@value #MAX_HZ} Hz. It keeps the last samples and computes
 * when asked, since most frames need no answer. An answer depends on the samples alone, not on the blocks
 * that they come in. No allocation after construction; for one thread at a time.
 *
 * <p>Source: A. de Cheveigné and H. Kawahara, "YIN, a fundamental frequency estimator for speech and
 * music", JASA 111 (2002), steps 1 to 4; {@link PitchTracker} measures the pitch, too.
 */
public final class VoicingDetector {
  /** The most samples to hand in at once. */
  public static final int MAX_BLOCK = 1024;

  private static final double MIN_HZ = PitchTracker.MIN_HZ;
  private static final double MAX_HZ = PitchTracker.MAX_HZ;
  // Above the 0.2 of PitchTracker, which wants the pitch itself: shouts are rough.
  private static final double THRESHOLD = 0.25;
  // Mean square of one step of 16 bits: a periodic sound below it is rounding, not voice.
  private static final double LEAST_POWER = 1.0 / (32768.0 * 32768.0);

  private final int sampleRate;
  private final int hop;
  private final int firstEnd;
  private final int half;
  private final Fft fft;
  private final double[] frame;
  private final double[] re;
  private final double[] im;
  private final double[] productRe;
  private final double[] productIm;
  private final float[] recent;
  private long seen;

  /** Prepares for samples at the rate of a spec, in frames as {@link LogMelExtractor} counts them. */
  public VoicingDetector(MfccSpec spec) {
    sampleRate = spec.sampleRate();
    hop = spec.hopLength();
    // Two of the longest periods; in a longer frame the glides of an excited voice would be lost.
    half = (int) Math.ceil(sampleRate / MIN_HZ) + 1;
    int length = 2 * half;
    // Both frames have one middle, but where that of the spec is shorter, no more than it has is
    // there.
    int middle = spec.center() ? 0 : spec.nFft() / 2;
    firstEnd = middle + Math.min(length, spec.nFft()) / 2;
    int size = Integer.highestOneBit(length - 1) << 1;
    fft = new Fft(size);
    frame = new double[length];
    re = new double[size];
    im = new double[size];
    productRe = new double[size];
    productIm = new double[size];
    recent = new float[Integer.highestOneBit(MAX_BLOCK + spec.nFft() + length - 1) << 1];
  }

  /**
   * Takes the next samples, in [-1, 1], at most {@value #MAX_BLOCK}. The frames that they complete are to be
   * asked for before the next ones.
   */
  public void accept(float[] samples, int offset, int length) {
    if (length > MAX_BLOCK) {
      throw new IllegalArgumentException(length + " samples at once, more than " + MAX_BLOCK);
    }
    int at = (int) (seen & (recent.length - 1));
    int first = Math.min(length, recent.length - at);
    System.arraycopy(samples, offset, recent, at, first);
    System.arraycopy(samples, offset + first, recent, 0, length - first);
    seen += length;
  }

  /**
   * Returns whether a frame that the last samples completed, or the end of the signal, is voiced.
   *
   * @param index number of the frame, from 0
   */
  public boolean isVoiced(long index) {
    return read(index * hop + firstEnd - frame.length) && hasPeriod();
  }

  /** Reads the frame without its offset, in which the differences would drown; says if there is any sound. */
  private boolean read(long start) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < frame.length; i++) {
      long at = start + i;
      boolean signal = at >= 0 && at < seen;
      frame[i] = signal ? recent[(int) (at & (recent.length - 1))] : 0;
      sum += frame[i];
      count += signal ? 1 : 0;
    }
    double mean = count == 0 ? 0 : sum / count;
    double power = 0;
    for (int i = 0; i < frame.length; i++) {
      long at = start + i;
      if (at >= 0 && at < seen) {
        frame[i] -= mean;
      }
      power += frame[i] * frame[i];
    }
    return power >= LEAST_POWER * frame.length;
  }

  private boolean hasPeriod() {
    correlate();
    double left = 0;
    for (int i = 0; i < half; i++) {
      left += frame[i] * frame[i];
    }
    double right = left;
    double sum = 0;
    double below = Double.NaN;
    for (int lag = 1; lag < half; lag++) {
      double in = frame[lag + half - 1];
      double out = frame[lag - 1];
      right += in * in - out * out;
      double difference = Math.max(0, left + right - 2 * re[lag]);
      sum += difference;
      double normalised = sum == 0 ? 1 : difference * lag / sum;
      if (below <= normalised) {
        // The lag before was the first dip's deepest.
        return isVoice(lag - 1);
      }
      below = normalised < THRESHOLD ? normalised : below;
    }
    return below < THRESHOLD && isVoice(half - 1);
  }

  private boolean isVoice(int period) {
    return period * MIN_HZ <= sampleRate && period * MAX_HZ >= sampleRate;
  }

  /** Leaves the sums of the frame's first half times the frame, shifted by each lag, in {@code re}. */
  private void correlate() {
    int size = re.length;
    for (int i = 0; i < size; i++) {
      re[i] = i < half ? frame[i] : 0;
      im[i] = i < frame.length ? frame[i] : 0;
    }
    fft.transform(re, im);
    for (int k = 0; k < size; k++) {
      int mirror = (size - k) & (size - 1);
      // The spectra of the real part and of the imaginary part.
      double aRe = (re[k] + re[mirror]) / 2;
      double aIm = (im[k] - im[mirror]) / 2;
      double bRe = (im[k] + im[mirror]) / 2;
      double bIm = (re[mirror] - re[k]) / 2;
      productRe[k] = (aRe * bRe + aIm * bIm) / size;
      // Conjugated: of that a forward transform is the inverse.
      productIm[k] = -(aRe * bIm - aIm * bRe) / size;
    }
    fft.transform(productRe, productIm);
    System.arraycopy(productRe, 0, re, 0, size);
  }
}
