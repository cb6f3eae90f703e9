// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The frames of a FLAC stream whose check sums hold (RFC 9639, 9.1 and 9.3). A frame ends where the sum over it, its own stored
 * sum included, is zero and the next frame or the end of the file follows. Nothing damaged gets through to the decoder, which
 * would print to standard output about some of it.
 */
final class FlacFrames extends InputStream {
  // Room for 65535 samples in 8 channels of 32 bits.
  private static final int MAX_FRAME = 2_200_000;
  private static final int MIN_FRAME = 8;
  private static final int[] CRC16 = table(0x8005, 16);
  private static final int[] CRC8 = table(0x07, 8);

  private final InputStream in;
  private byte[] data = new byte[1 << 14];
  private int limit;
  private int frameEnd;
  private int position;

  /**
   * @param in stands at the first frame
   */
  FlacFrames(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    return position < frameEnd || nextFrame() ? data[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position == frameEnd && !nextFrame()) {
      return -1;
    }
    int count = Math.min(length, frameEnd - position);
    System.arraycopy(data, position, bytes, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Finds the next frame and puts it at the start of the buffer. */
  private boolean nextFrame() throws IOException {
    System.arraycopy(data, frameEnd, data, 0, limit - frameEnd);
    limit -= frameEnd;
    frameEnd = 0;
    position = 0;
    if (!has(1) || tagAt(0)) {
      return false;
    }
    if (!headerAt(0)) {
      throw new IOException("no frame begins where one should");
    }
    int sum = 0;
    for (int length = 1; length <= MAX_FRAME && has(length); length++) {
      sum = (sum << 8 ^ CRC16[(sum >> 8 ^ data[length - 1]) & 0xFF]) & 0xFFFF;
      if (sum == 0 && length >= MIN_FRAME && endsAt(length)) {
        frameEnd = length;
        return true;
      }
    }
    throw new IOException("a frame whose check sum does not hold");
  }

  private boolean endsAt(int at) throws IOException {
    return !has(at + 1) || headerAt(at) || tagAt(at);
  }

  /** Some programs put an ID3v1 tag after the last frame. */
  private boolean tagAt(int at) throws IOException {
    return has(at + 3) && data[at] == 'T' && data[at + 1] == 'A' && data[at + 2] == 'G';
  }

  private boolean headerAt(int at) throws IOException {
    if (!has(at + 5) || data[at] != (byte) 0xFF || (data[at + 1] & 0xFE) != 0xF8) {
      return false;
    }
    int blockSize = data[at + 2] >> 4 & 0xF;
    int rate = data[at + 2] & 0xF;
    // The frame's number is coded as UTF-8 codes characters: leading ones tell its length.
    int ones = Integer.numberOfLeadingZeros(~(data[at + 4] << 24));
    int length = 4 + Math.max(1, ones) + 1;
    length += blockSize == 6 ? 1 : blockSize == 7 ? 2 : 0;
    length += rate == 12 ? 1 : rate == 13 || rate == 14 ? 2 : 0;
    if (!has(at + length)) {
      return false;
    }
    int sum = 0;
    for (int i = at; i < at + length; i++) {
      sum = CRC8[(sum ^ data[i]) & 0xFF];
    }
    return sum == 0;
  }

  /** Reads on until the buffer holds so many bytes; false if the file ends before. */
  private boolean has(int count) throws IOException {
    while (limit < count) {
      if (limit == data.length) {
        data = Arrays.copyOf(data, 2 * data.length);
      }
      int read = in.read(data, limit, data.length - limit);
      if (read < 0) {
        return false;
      }
      limit += read;
    }
    return true;
  }

  private static int[] table(int polynomial, int width) {
    int[] table = new int[256];
    for (int value = 0; value < table.length; value++) {
      int sum = value << (width - 8);
      for (int bit = 0; bit < 8; bit++) {
        sum = sum << 1 ^ ((sum >> (width - 1) & 1) == 1 ? polynomial : 0);
      }
      table[value] = sum & ((1 << width) - 1);
    }
    return table;
  }
}
