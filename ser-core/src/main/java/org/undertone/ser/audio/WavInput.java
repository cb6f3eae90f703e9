// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import java.io.IOException;
import java.io.InputStream;

/** A stream of little-endian values that knows how far it has come. */
final class WavInput {
  private final InputStream in;
  private final byte[] scratch = new byte[4096];
  private long position;

  WavInput(InputStream in) {
    this.in = in;
  }

  /** Returns how many bytes have been read. */
  long position() {
    return position;
  }

  /**
   * Reads up to {@code length} bytes, blocking until at least one is there.
   *
   * @return the number of bytes, or -1 at the end
   */
  int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    if (count == 0 && length > 0) {
      // Some streams break InputStream's promise to block; waiting for one byte keeps it.
      int one = in.read();
      if (one < 0) {
        return -1;
      }
      bytes[offset] = (byte) one;
      count = 1;
    }
    position += Math.max(count, 0);
    return count;
  }

  /** Reads bytes until {@code length} are there or the stream ends; returns how many there are. */
  int readUpTo(byte[] bytes, int length) throws IOException {
    int have = 0;
    while (have < length) {
      int count = read(bytes, have, length - have);
      if (count < 0) {
        break;
      }
      have += count;
    }
    return have;
  }

  /** Reads past {@code length} bytes; what is being skipped is named in the error. */
  void skip(long length, String what) throws IOException {
    long left = length;
    while (left > 0) {
      int count = read(scratch, 0, (int) Math.min(left, scratch.length));
      if (count < 0) {
        throw endsEarly(what);
      }
      left -= count;
    }
  }

  /** Reads exactly {@code length} bytes into the start of {@code bytes}. */
  void readFully(byte[] bytes, int length, String what) throws IOException {
    if (readUpTo(bytes, length) < length) {
      throw endsEarly(what);
    }
  }

  private WavFormatException endsEarly(String what) {
    return new WavFormatException(
        WavFormatException.Kind.HEADER_ENDS_EARLY, position, "the stream ends within " + what);
  }

  static int uint16(byte[] b, int at) {
    return (b[at] & 0xFF) | (b[at + 1] & 0xFF) << 8;
  }

  static long uint32(byte[] b, int at) {
    return uint16(b, at) | (long) uint16(b, at + 2) << 16;
  }

  static long int64(byte[] b, int at) {
    return uint32(b, at) | uint32(b, at + 4) << 32;
  }
}
