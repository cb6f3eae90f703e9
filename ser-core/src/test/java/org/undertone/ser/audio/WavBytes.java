// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds WAV files byte by byte, right ones and wrong ones, independently of the writer. */
final class WavBytes {
  static final long OPEN = 0xFFFFFFFFL;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static WavBytes riff() {
    return form("RIFF", "WAVE");
  }

  static WavBytes form(String riff, String wave) {
    return new WavBytes().text(riff).int32(OPEN).text(wave);
  }

  /** Adds a chunk with its right size and, where that is odd, its pad byte. */
  WavBytes chunk(String id, byte... content) {
    chunkOfSize(id, content.length, content);
    return content.length % 2 == 0 ? this : raw((byte) 0);
  }

  /** Adds a chunk that declares any size. */
  WavBytes chunkOfSize(String id, long size, byte... content) {
    return text(id).int32(size).raw(content);
  }

  WavBytes fmt(int tag, int channels, int rate, int bits) {
    return chunk("fmt ", fmtContent(tag, channels, rate, channels * bits / 8, bits));
  }

  static byte[] fmtContent(int tag, int channels, int rate, int blockAlign, int bits) {
    return content(
        little(16)
            .putShort((short) tag)
            .putShort((short) channels)
            .putInt(rate)
            .putInt(rate * blockAlign)
            .putShort((short) blockAlign)
            .putShort((short) bits));
  }

  WavBytes extensible(int tag, int channels, int rate, int bits) {
    byte[] plain = fmtContent(0xFFFE, channels, rate, channels * bits / 8, bits);
    ByteBuffer all = little(40).put(plain).putShort((short) 22).putShort((short) bits).putInt(0);
    // {tag}-0000-0010-8000-00AA00389B71
    all.putInt(tag).putShort((short) 0).putShort((short) 0x10);
    all.put(new byte[] {(byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71});
    return chunk("fmt ", content(all));
  }

  WavBytes ds64(long dataBytes) {
    return chunk("ds64", content(little(28).putLong(-1).putLong(dataBytes).putLong(0).putInt(0)));
  }

  WavBytes text(String text) {
    return raw(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  WavBytes int32(long value) {
    return raw(content(little(4).putInt((int) value)));
  }

  WavBytes raw(byte... bytes) {
    out.write(bytes, 0, bytes.length);
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  InputStream stream() {
    return new ByteArrayInputStream(bytes());
  }

  WavReader reader() throws IOException {
    return new WavReader(stream());
  }

  /** Returns 16-bit samples as bytes. */
  static byte[] int16(int... samples) {
    ByteBuffer buffer = little(2 * samples.length);
    for (int sample : samples) {
      buffer.putShort((short) sample);
    }
    return content(buffer);
  }

  /** Returns what has been put into a buffer. */
  static byte[] content(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.position()];
    buffer.flip();
    buffer.get(bytes);
    return bytes;
  }

  static ByteBuffer little(int capacity) {
    return ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
  }
}
