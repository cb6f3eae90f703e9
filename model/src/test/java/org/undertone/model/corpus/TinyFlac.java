// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes FLAC of 16 bits without compression (verbatim subframes), one frame a block, as RFC 9639 lays it out. */
final class TinyFlac {
  static final int BLOCK = 64;

  private TinyFlac() {}

  /**
   * @param samples {@code [channel][sample]}, one or two channels
   * @param statedTotal what the header says of the number of samples; 0 stands for unknown
   */
  static byte[] of(int rate, short[][] samples, long statedTotal) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("fLaC".getBytes(StandardCharsets.US_ASCII));
    ByteBuffer info = ByteBuffer.allocate(4 + 34);
    info.putInt(34).putShort((short) BLOCK).putShort((short) BLOCK).position(4 + 10);
    info.putLong((long) rate << 44 | (long) (samples.length - 1) << 41 | 15L << 36 | statedTotal);
    out.writeBytes(info.array());
    // Padding, so that a block must be skipped.
    out.writeBytes(new byte[] {(byte) 0x81, 0, 0, 3, 9, 9, 9});
    int total = samples[0].length;
    for (int start = 0, number = 0; start < total; start += BLOCK, number++) {
      out.writeBytes(frame(samples, start, Math.min(BLOCK, total - start), number));
    }
    return out.toByteArray();
  }

  private static byte[] frame(short[][] samples, int start, int size, int number) {
    ByteBuffer frame = ByteBuffer.allocate(10 + samples.length * (1 + 2 * size));
    frame.put((byte) 0xFF).put((byte) 0xF8).put((byte) 0x70);
    frame.put((byte) ((samples.length - 1) << 4 | 0x08)).put((byte) number);
    frame.putShort((short) (size - 1));
    frame.put((byte) crc(frame.array(), frame.position(), 0x07, 8));
    for (short[] channel : samples) {
      frame.put((byte) 0x02);
      for (int i = 0; i < size; i++) {
        frame.putShort(channel[start + i]);
      }
    }
    frame.putShort((short) crc(frame.array(), frame.position(), 0x8005, 16));
    return frame.array();
  }

  private static int crc(byte[] bytes, int length, int polynomial, int width) {
    int crc = 0;
    for (int i = 0; i < length; i++) {
      crc ^= (bytes[i] & 0xFF) << (width - 8);
      for (int bit = 0; bit < 8; bit++) {
        boolean high = (crc >> (width - 1) & 1) == 1;
        crc = (crc << 1 ^ (high ? polynomial : 0)) & ((1 << width) - 1);
      }
    }
    return crc;
  }
}
