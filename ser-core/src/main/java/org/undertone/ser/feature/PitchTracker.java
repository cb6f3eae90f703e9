// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import be.tarsos.dsp.pitch.FastYin;
import java.util.Random;

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
  // 46 dB below the sound: the normalised difference rises by 2.5e-5.
  private static final double NOISE = 5e-3;
  // Mean square of one step of 16 bits: a periodic sound below it is rounding, not voice.
  private static final double LEAST_POWER = 1.0 / (32768.0 * 32768.0);

  private final FastYin yin;
  private final FrameCutter cutter;
  private final float[] prepared;
  private final float[] noise;
  private final float[] pitch = new float[1];
  private FrameSink target;

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
    prepared = new float[length];
    noise = noise(length);
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

  private static float[] noise(int length) {
    Random random = new Random(1);
    float[] noise = new float[length];
    for (int i = 0; i < length; i++) {
      noise[i] = (float) (NOISE * random.nextGaussian());
    }
    return noise;
  }

  private void emit(float[] samples, int from, int to) {
    pitch[0] = prepare(samples, from, to) ? voiced(yin.getPitch(prepared).getPitch()) : 0;
    target.accept(pitch);
  }

  /**
   * Takes the offset out, in which the difference function would drown, and adds a little noise: TarsosDSP takes a sound that
   * is so periodic that the difference is rounded to below 0 for one without pitch. Returns whether there is anything to hear.
   */
  private boolean prepare(float[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += samples[i];
    }
    float mean = (float) (sum / (to - from));
    double squares = 0;
    for (int i = 0; i < prepared.length; i++) {
      prepared[i] = i < from || i >= to ? 0 : samples[i] - mean;
      squares += (double) prepared[i] * prepared[i];
    }
    double power = squares / prepared.length;
    float level = (float) Math.sqrt(power);
    for (int i = 0; i < prepared.length; i++) {
      prepared[i] += level * noise[i];
    }
    return power >= LEAST_POWER;
  }

  private static float voiced(float hz) {
    return hz >= MIN_HZ && hz <= MAX_HZ ? hz : 0;
  }
}
