// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a WAV file as a stream, from front to back: PCM of 8, 16, 24 and 32 bits and IEEE floating
 * point of 32 and 64 bits, with one to eight channels, as RIFF, RF64 or BW64, plain or extensible.
 *
 * <p>Samples are scaled to [-1, 1]. Floating-point samples beyond are clipped; NaN and infinities
 * read as silence. A declared size of 0 or 0xFFFFFFFF, as writers leave it who cannot go back, means
 * up to the end of the stream; otherwise chunks after the samples are ignored. A file that ends
 * before its declared size is read as far as it goes: see {@link #truncated}.
 *
 * <p>For one thread at a time. Memory does not depend on what the header declares, and reading does
 * not allocate.
 */
public final class WavReader implements AudioSource {
  private static final int BLOCK_FRAMES = 512;

  private final InputStream stream;
  private final WavInput in;
  private final WavFormat format;
  private final byte[] bytes;
  private final float[] frames;
  private long left;
  private boolean ended;
  private boolean truncated;

  /**
   * Reads the header.
   *
   * @param stream the file from its first byte on; not closed if this fails
   * @throws WavFormatException if it is not a WAV file that can be read
   * @throws IOException if the stream fails
   */
  public WavReader(InputStream stream) throws IOException {
    this.stream = stream;
    this.in = new WavInput(stream);
    this.format = WavHeaderParser.parse(in);
    this.bytes = new byte[BLOCK_FRAMES * format.frameBytes()];
    this.frames = new float[BLOCK_FRAMES * format.channels()];
    this.left = format.dataBytes() == WavFormat.UNKNOWN ? Long.MAX_VALUE : format.dataBytes();
  }

  /** Returns what the header says. */
  public WavFormat format() {
    return format;
  }

  @Override
  public int sampleRate() {
    return format.sampleRate();
  }

  /** Reads mono samples: the mean of all channels. */
  @Override
  public int read(float[] samples, int offset, int length) throws IOException {
    int count = fill(length);
    int channels = format.channels();
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += frames[i * channels + channel];
      }
      samples[offset + i] = (float) (sum / channels);
    }
    return count;
  }

  /**
   * Reads up to {@code count} frames of all channels, blocking until at least one is there.
   *
   * @param interleaved receives {@code [frame][channel]}, row-major
   * @param offset index of the first sample in {@code interleaved}
   * @return the number of frames read, or -1 at the end
   * @throws IOException if the stream fails
   */
  public int readFrames(float[] interleaved, int offset, int count) throws IOException {
    int read = fill(count);
    if (read > 0) {
      System.arraycopy(frames, 0, interleaved, offset, read * format.channels());
    }
    return read;
  }

  /**
   * Returns whether the file ended before its declared size, or within a frame, which is dropped.
   * Known when a read has returned -1.
   */
  public boolean truncated() {
    return truncated;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  /** Reads frames to the start of {@link #frames}. */
  private int fill(int wanted) throws IOException {
    if (wanted == 0) {
      return 0;
    }
    int frameBytes = format.frameBytes();
    int want = Math.min(wanted, BLOCK_FRAMES) * frameBytes;
    int have = 0;
    // On a live stream, take what is there as soon as it ends with a whole frame.
    while (!ended && (have == 0 || have % frameBytes != 0)) {
      int count = left == 0 ? -1 : in.read(bytes, have, (int) Math.min(want - have, left));
      if (count < 0) {
        ended = true;
        boolean declared = format.dataBytes() != WavFormat.UNKNOWN;
        truncated = have % frameBytes != 0 || (declared && left > 0);
      } else {
        have += count;
        left -= count;
      }
    }
    int whole = have / frameBytes;
    if (whole == 0) {
      return -1;
    }
    SampleCodec.decode(format.encoding(), bytes, frames, whole * format.channels());
    return whole;
  }
}
