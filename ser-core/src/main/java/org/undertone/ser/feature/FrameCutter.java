// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.feature;

import java.util.Arrays;

/**
 * Cuts a stream of samples into overlapping frames. Centred frames reach half a frame past either end
 * of the signal, where there are zeros. The frames do not depend on the size of the blocks handed in.
 * No allocation after construction; for one thread at a time.
 */
final class FrameCutter {

  /** Takes frames in order. */
  @FunctionalInterface
  interface Target {
    /**
     * Takes the next frame.
     *
     * @param frame the samples; the array is reused
     * @param from the first index that is of the signal, not padding
     * @param to one past the last index that is of the signal
     */
    void accept(float[] frame, int from, int to);
  }

  private final int hop;
  private final int margin;
  private final float[] pending;
  private final float[] padding;
  private final Target target;
  private int filled;
  private int skip;
  private long start;
  private long seen;

  /** Prepares to cut frames of {@code length} samples, one every {@code hop}. */
  FrameCutter(int length, int hop, boolean center, Target target) {
    this.hop = hop;
    this.target = target;
    margin = center ? length / 2 : 0;
    pending = new float[length];
    padding = new float[margin];
    reset();
  }

  /** Takes the next samples and hands on every frame that they complete. */
  void accept(float[] samples, int offset, int length) {
    feed(samples, offset, length, true);
  }

  /** Ends the signal: hands on the centred frames that reach past it. Afterwards this is as new. */
  void finish() {
    if (seen > 0) {
      feed(padding, 0, padding.length, false);
    }
    reset();
  }

  /** Forgets all samples; the next are the start of a new signal. */
  void reset() {
    Arrays.fill(pending, 0);
    filled = margin;
    start = -margin;
    skip = 0;
    seen = 0;
  }

  private void feed(float[] samples, int offset, int length, boolean signal) {
    int from = offset;
    int left = length;
    while (left > 0) {
      int taken = Math.min(skip > 0 ? skip : pending.length - filled, left);
      if (skip > 0) {
        skip -= taken;
      } else {
        System.arraycopy(samples, from, pending, filled, taken);
        filled += taken;
      }
      from += taken;
      left -= taken;
      if (signal) {
        seen += taken;
      }
      if (filled == pending.length) {
        int first = (int) Math.max(0, -start);
        target.accept(pending, first, (int) Math.min(pending.length, seen - start));
        advance();
      }
    }
  }

  private void advance() {
    start += hop;
    if (hop < pending.length) {
      System.arraycopy(pending, hop, pending, 0, pending.length - hop);
      filled = pending.length - hop;
    } else {
      filled = 0;
      skip = hop - pending.length;
    }
  }
}
