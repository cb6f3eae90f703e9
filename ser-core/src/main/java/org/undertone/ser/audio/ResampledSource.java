// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import java.io.IOException;

/**
 * Another source, heard at another rate. Closing it closes the other. For one thread at a time;
 * {@link #read} does not allocate.
 */
public final class ResampledSource implements AudioSource {
  private static final int BLOCK = 1024;

  private final AudioSource source;
  private final int rate;
  private final Resampler resampler;
  private final SampleSink keep = this::keep;
  private final float[] input = new float[BLOCK];
  private final float[] ready;

  private int readyFrom;
  private int readyTo;
  private boolean finished;

  /**
   * Wraps a source.
   *
   * @param rate the rate wanted, in Hz
   * @throws IllegalArgumentException if {@link Resampler} does not take one of the rates
   */
  public ResampledSource(AudioSource source, int rate) {
    this.source = source;
    this.rate = rate;
    this.resampler = new Resampler(source.sampleRate(), rate);
    this.ready = new float[resampler.maxOutput(BLOCK)];
  }

  @Override
  public int sampleRate() {
    return rate;
  }

  @Override
  public int read(float[] samples, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (readyFrom == readyTo) {
      if (finished) {
        return -1;
      }
      readyFrom = 0;
      readyTo = 0;
      int count = source.read(input, 0, BLOCK);
      if (count < 0) {
        resampler.finish(keep);
        finished = true;
      } else {
        resampler.accept(input, 0, count, keep);
      }
    }
    int count = Math.min(length, readyTo - readyFrom);
    System.arraycopy(ready, readyFrom, samples, offset, count);
    readyFrom += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private void keep(float[] samples, int offset, int length) {
    System.arraycopy(samples, offset, ready, readyTo, length);
    readyTo += length;
  }
}
