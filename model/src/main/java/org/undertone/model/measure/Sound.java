// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.io.IOException;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.audio.ResampledSource;

/** A whole recording in memory: mono samples, nominally in [-1, 1], at a rate in Hz. */
public final class Sound {
  private final float[] samples;
  private final int rate;

  /** Wraps samples, which are not copied and must not be changed any more. */
  public Sound(float[] samples, int rate) {
    this.samples = samples;
    this.rate = rate;
  }

  /**
   * Reads a source to its end. The source is not closed.
   *
   * @throws IOException if the source fails
   */
  public static Sound read(AudioSource source) throws IOException {
    return new Sound(AudioFiles.readAll(source), source.sampleRate());
  }

  /** Returns the samples, which are not to be changed. */
  public float[] samples() {
    return samples;
  }

  /** Returns the sample rate in Hz. */
  public int rate() {
    return rate;
  }

  /** Returns the length in seconds. */
  public double seconds() {
    return (double) samples.length / rate;
  }

  /** Returns the same sound at another rate. */
  public Sound at(int otherRate) throws IOException {
    if (otherRate == rate) {
      return this;
    }
    try (AudioSource resampled = new ResampledSource(open(), otherRate)) {
      return read(resampled);
    }
  }

  /** Opens the sound from its start. */
  public AudioSource open() {
    return new Source();
  }

  /** Hands out the samples in order. */
  private final class Source implements AudioSource {
    private int next;

    @Override
    public int sampleRate() {
      return rate;
    }

    @Override
    public int read(float[] target, int offset, int length) {
      if (next == samples.length) {
        return -1;
      }
      int count = Math.min(length, samples.length - next);
      System.arraycopy(samples, next, target, offset, count);
      next += count;
      return count;
    }

    @Override
    public void close() {}
  }
}
