// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import java.util.Arrays;

/**
 * Changes the sample rate of a stream by a polyphase filter: flat to 0.85 of the lower Nyquist
 * frequency, and at least 80 dB down for what would fold or image from the lower Nyquist frequency
 * on (see {@link KaiserSinc}).
 *
 * <p>Output {@code k} is the signal at {@code k / outRate} seconds: the filter's delay is made up
 * for, with silence assumed before the first and after the last sample. The output is the same, bit
 * for bit, however the input is cut into blocks; equal rates pass through unchanged. The output may
 * overshoot the input's range a little, as any filter does.
 *
 * <p>For one thread at a time. Only the constructor allocates.
 */
public final class Resampler {
  /** The lowest rate taken, in Hz. */
  public static final int MIN_RATE = 4_000;

  /** The highest rate taken, in Hz. */
  public static final int MAX_RATE = 384_000;

  private static final int BLOCK = 2048;

  private final int up;
  private final int down;
  private final PolyphaseTable table;
  private final float[] history;
  private final float[] output = new float[BLOCK];

  private int filled;
  private int start;
  private int phase;
  private long received;
  private long produced;
  private int pending;

  /**
   * Prepares to resample.
   *
   * @param inRate rate of the samples to come, in Hz
   * @param outRate rate wanted, in Hz
   * @throws IllegalArgumentException if a rate is not within {@link #MIN_RATE} to {@link #MAX_RATE}
   */
  public Resampler(int inRate, int outRate) {
    checkRate(inRate, "input");
    checkRate(outRate, "output");
    int divisor = gcd(inRate, outRate);
    this.up = outRate / divisor;
    this.down = inRate / divisor;
    this.table = new PolyphaseTable(up, down);
    this.history = new float[table.taps() + BLOCK];
    reset();
  }

  /** Takes samples, and hands on what can be computed from those that are there. */
  public void accept(float[] samples, int offset, int length, SampleSink sink) {
    if (up == down) {
      sink.accept(samples, offset, length);
      return;
    }
    int next = offset;
    int left = length;
    while (left > 0) {
      int taken = Math.min(left, history.length - filled);
      System.arraycopy(samples, next, history, filled, taken);
      filled += taken;
      received += taken;
      next += taken;
      left -= taken;
      produce(Long.MAX_VALUE, sink);
    }
    flush(sink);
  }

  /**
   * Hands on the rest, so that all output together is {@link #outputLength} of all input long, and
   * makes ready for another recording.
   */
  public void finish(SampleSink sink) {
    long total = outputLength(received);
    while (produced < total) {
      Arrays.fill(history, filled, history.length, 0f);
      filled = history.length;
      produce(total, sink);
    }
    flush(sink);
    reset();
  }

  /**
   * Returns how many samples come out in all for {@code inputSamples}: {@code inputSamples × outRate
   * / inRate}, rounded up, which is every {@code k} with {@code k / outRate} before the input's end.
   */
  public long outputLength(long inputSamples) {
    return (inputSamples * up + down - 1) / down;
  }

  /** Returns the most samples that one call with {@code inputSamples}, or the finish, hands on. */
  int maxOutput(int inputSamples) {
    return (int) outputLength((long) inputSamples + table.taps()) + 1;
  }

  private void produce(long total, SampleSink sink) {
    int taps = table.taps();
    while (start + taps <= filled && produced < total) {
      if (pending == output.length) {
        flush(sink);
      }
      output[pending++] = table.apply(history, start, phase);
      produced++;
      phase += down;
      start += phase / up;
      phase %= up;
    }
    System.arraycopy(history, start, history, 0, filled - start);
    filled -= start;
    start = 0;
  }

  private void flush(SampleSink sink) {
    if (pending > 0) {
      sink.accept(output, 0, pending);
      pending = 0;
    }
  }

  private void reset() {
    // Silence before the beginning puts the first output on the first input.
    filled = table.taps() / 2 - 1;
    Arrays.fill(history, 0, filled, 0f);
    start = 0;
    phase = 0;
    received = 0;
    produced = 0;
  }

  private static void checkRate(int rate, String which) {
    if (rate < MIN_RATE || rate > MAX_RATE) {
      throw new IllegalArgumentException(
          "The "
              + which
              + " rate is "
              + rate
              + " Hz; it must be from "
              + MIN_RATE
              + " to "
              + MAX_RATE
              + " Hz.");
    }
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
