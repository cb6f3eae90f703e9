// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Blocks of samples on their way from the thread that reads the microphone to the one that judges. One
 * thread writes, one reads; neither ever waits, locks or allocates. When it is full the new block is
 * dropped, and the next one that fits says how many samples are missing before it.
 */
final class SampleRing {
  /** Takes a block, on the reading thread; the array belongs to the ring. */
  @FunctionalInterface
  interface BlockSink {
    /**
     * Takes a block.
     *
     * @param samples mono, in [-1, 1], from index 0 on
     * @param length number of samples
     * @param readNanos when they were read, as {@link System#nanoTime()} has it
     * @param lost number of samples dropped right before these
     */
    void accept(float[] samples, int length, long readNanos, int lost);
  }

  private final float[][] blocks;
  private final int[] lengths;
  private final long[] nanos;
  private final int[] lost;
  private final int blockSamples;

  /** Blocks written and taken so far; both only grow, each by one thread. */
  private final AtomicLong written = new AtomicLong();

  private final AtomicLong taken = new AtomicLong();

  /** Samples dropped since the last block that fitted; of the writing thread. */
  private int missing;

  /** Makes room for some blocks of at most so many samples. */
  SampleRing(int blocks, int blockSamples) {
    this.blocks = new float[blocks][blockSamples];
    this.blockSamples = blockSamples;
    lengths = new int[blocks];
    nanos = new long[blocks];
    lost = new int[blocks];
  }

  /** Writes samples, in several blocks if there are more than a block holds. */
  void write(float[] samples, int offset, int length, long readNanos) {
    int done = 0;
    while (done < length) {
      int part = Math.min(blockSamples, length - done);
      writeBlock(samples, offset + done, part, readNanos);
      done += part;
    }
  }

  private void writeBlock(float[] samples, int offset, int length, long readNanos) {
    long position = written.get();
    if (position - taken.get() == blocks.length) {
      missing += length;
      return;
    }
    int slot = (int) (position % blocks.length);
    System.arraycopy(samples, offset, blocks[slot], 0, length);
    lengths[slot] = length;
    nanos[slot] = readNanos;
    lost[slot] = missing;
    missing = 0;
    written.set(position + 1);
  }

  /**
   * Hands the oldest block to a sink, and frees its place when that returns.
   *
   * @return whether there was one
   */
  boolean poll(BlockSink sink) {
    long position = taken.get();
    if (position == written.get()) {
      return false;
    }
    int slot = (int) (position % blocks.length);
    try {
      sink.accept(blocks[slot], lengths[slot], nanos[slot], lost[slot]);
    } finally {
      taken.set(position + 1);
    }
    return true;
  }
}
