// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.undertone.ser.audio.AudioSource;

/**
 * Raw signed 16-bit little-endian samples out of a stream; several channels are averaged. What has
 * arrived is handed on without waiting for more. A part of a sample at the end is dropped. For one
 * thread at a time.
 */
final class PcmSource implements AudioSource {
  private static final float SCALE = 1 / 32768f;

  private final InputStream in;
  private final Closeable owner;
  private final int sampleRate;
  private final int channels;
  private final byte[] bytes;
  private int filled;

  /**
   * Wraps a stream.
   *
   * @param blockFrames most samples of a channel that are asked for at once
   * @param owner closed with this source
   */
  PcmSource(InputStream in, int sampleRate, int channels, int blockFrames, Closeable owner) {
    this.in = in;
    this.owner = owner;
    this.sampleRate = sampleRate;
    this.channels = channels;
    bytes = new byte[blockFrames * 2 * channels];
  }

  @Override
  public int sampleRate() {
    return sampleRate;
  }

  @Override
  public int read(float[] samples, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int frameBytes = 2 * channels;
    int wanted = (int) Math.min(bytes.length, (long) length * frameBytes);
    while (filled < frameBytes) {
      int count = in.read(bytes, filled, wanted - filled);
      if (count < 0) {
        return -1;
      }
      filled += count;
    }
    int frames = filled / frameBytes;
    for (int frame = 0; frame < frames; frame++) {
      int sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        int at = frame * frameBytes + 2 * channel;
        sum += (bytes[at] & 0xff) | (bytes[at + 1] << 8);
      }
      samples[offset + frame] = sum * SCALE / channels;
    }
    int used = frames * frameBytes;
    System.arraycopy(bytes, used, bytes, 0, filled - used);
    filled -= used;
    return frames;
  }

  @Override
  public void close() throws IOException {
    owner.close();
  }
}
