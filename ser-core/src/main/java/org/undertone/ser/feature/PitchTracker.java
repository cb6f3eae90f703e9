// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import be.tarsos.dsp.pitch.FastYin;

/**
 * Fundamental frequency by YIN (TarsosDSP's, whose difference function is computed by FFT), in frames that are centred
 * as the other descriptors' are. A frame is voiced where YIN finds a period with a normalised difference below 0.2 and the
 * frequency is that of a voice. For one thread at a time.
 *
 * <p>Source: A. de Cheveigné and H. Kawahara, "YIN, a fundamental frequency estimator for speech and
 * music", JASA 111 (2002).
 */
public final class PitchTracker {
  /** Lowest pitch in Hz: a creaky male voice. */
  public static final double MIN_HZ = 50;

  /** Highest pitch in Hz: a scream, or a soprano's song. */
  public static final double MAX_HZ = 1000;

  private static final double THRESHOLD = 0.2;
  // Mean square of one step of 16 bits: a periodic sound below it is rounding, not voice.
  private static final double LEAST_POWER = 1.0 / (32768.0 * 32768.0);

  private final FastYin yin;
  private final FrameCutter cutter;
  private final float[] centered;
  private FrameSink target;
  private final float[] pitch = new float[1];

  /**
   * Prepares to track samples at a rate in Hz; the first handed in are the start of the signal.
   *
   * @param hop samples from one frame to the next
   */
  public PitchTracker(int sampleRate, int hop) {
    // YIN compares half a frame with the other, so half a frame holds the longest period.
    int longest = (int) Math.ceil(sampleRate / MIN_HZ) + 1;
    int length = 4 * Integer.highestOneBit(longest - 1);
    yin = new FastYin(sampleRate, length, THRESHOLD);
    centered = new float[length];
    cutter = new FrameCutter(length, hop, true, this::emit);
  }

  /** Takes the next samples and hands on the pitch of every frame that they complete: Hz, 0 if unvoiced. */
  public void accept(float[] samples, int offset, int length, FrameSink sink) {
    target = sink;
    cutter.accept(samples, offset, length);
  }

  /** Ends the signal, hands on the last frames, and is as new afterwards. */
  public void finish(FrameSink sink) {
    target = sink;
    cutter.finish();
  }

  /** Forgets all samples; the next are the start of a new signal. */
  public void reset() {
    cutter.reset();
  }

  private void emit(float[] samples, int from, int to) {
    pitch[0] =
        removeMean(samples, from, to) < LEAST_POWER ? 0 : voiced(yin.getPitch(centered).getPitch());
    target.accept(pitch);
  }

  /** An offset would drown the difference function in rounding. Returns the mean square without it. */
  private double removeMean(float[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += samples[i];
    }
    float mean = (float) (sum / (to - from));
    double power = 0;
    for (int i = 0; i < centered.length; i++) {
      centered[i] = i < from || i >= to ? 0 : samples[i] - mean;
      power += (double) centered[i] * centered[i];
    }
    return power / centered.length;
  }

  private static float voiced(float hz) {
    return hz >= MIN_HZ && hz <= MAX_HZ ? hz : 0;
  }
}
