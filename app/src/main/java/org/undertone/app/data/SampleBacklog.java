// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.undertone.ser.audio.WavWriter;

/**
 * Samples on their way from the thread that judges to the one that writes. Memory is taken once; one
 * thread adds, one drains, neither waits or allocates.
 */
final class SampleBacklog {
  private final float[] samples;
  private final AtomicLong added = new AtomicLong();
  private final AtomicLong drained = new AtomicLong();

  /** Makes room for so many samples. */
  SampleBacklog(int capacity) {
    samples = new float[capacity];
  }

  /** Adds samples, all or, where there is no room for them, none; returns whether it did. */
  boolean add(float[] source, int offset, int length) {
    long start = added.get();
    if (start + length - drained.get() > samples.length) {
      return false;
    }
    int place = (int) (start % samples.length);
    int first = Math.min(length, samples.length - place);
    System.arraycopy(source, offset, samples, place, first);
    System.arraycopy(source, offset + first, samples, 0, length - first);
    added.set(start + length);
    return true;
  }

  /** Writes what was added. */
  void drain(WavWriter out) throws IOException {
    long end = added.get();
    long next = drained.get();
    while (next < end) {
      int place = (int) (next % samples.length);
      int count = (int) Math.min(end - next, samples.length - place);
      out.write(samples, place, count);
      next += count;
      drained.set(next);
    }
  }
}
