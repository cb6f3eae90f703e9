// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Builds the bytes before the samples: a plain {@code fmt} chunk, or an extensible one for more than
 * two channels, and for floating point the {@code fact} chunk that goes with it. How many bytes does
 * not depend on the size declared.
 */
final class WavHeader {
  private static final long OPEN_SIZE = 0xFFFFFFFFL;

  /** The speakers of 1 to 8 channels, in the bits of WAVEFORMATEXTENSIBLE's channel mask. */
  private static final int[] SPEAKERS = {0, 0x4, 0x3, 0x7, 0x33, 0x37, 0x3F, 0x13F, 0x63F};

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);

  private WavHeader() {}

  static byte[] of(WavFormat format) {
    return new WavHeader().build(format);
  }

  private byte[] build(WavFormat format) {
    boolean extensible = format.channels() > 2;
    boolean floating = format.encoding().isFloat();
    int fmtBytes = extensible ? 40 : floating ? 18 : 16;
    int headerBytes = 12 + 8 + fmtBytes + (floating ? 12 : 0) + 8;
    long dataBytes = format.dataBytes();
    boolean open = dataBytes == WavFormat.UNKNOWN;
    long riffBytes = headerBytes - 8 + dataBytes + (dataBytes & 1);
    if (!open && riffBytes >= OPEN_SIZE) {
      throw new IllegalArgumentException(
          dataBytes + " bytes of samples are too many for a WAV file; leave the size open");
    }
    id("RIFF");
    number(open ? OPEN_SIZE : riffBytes, 4);
    id("WAVE");
    id("fmt ");
    number(fmtBytes, 4);
    int tag = floating ? WavFormatChunk.IEEE_FLOAT : WavFormatChunk.PCM;
    number(extensible ? WavFormatChunk.EXTENSIBLE : tag, 2);
    number(format.channels(), 2);
    number(format.sampleRate(), 4);
    // What a 32-bit field cannot hold wraps around; readers go by the block alignment.
    number((long) format.sampleRate() * format.frameBytes(), 4);
    number(format.frameBytes(), 2);
    number(format.bits(), 2);
    if (extensible) {
      number(22, 2);
      number(format.bits(), 2);
      number(SPEAKERS[format.channels()], 4);
      number(tag, 2);
      byte[] tail = WavFormatChunk.guidTail();
      bytes.write(tail, 0, tail.length);
    } else if (floating) {
      number(0, 2);
    }
    if (floating) {
      id("fact");
      number(4, 4);
      number(open ? OPEN_SIZE : dataBytes / format.frameBytes(), 4);
    }
    id("data");
    number(open ? OPEN_SIZE : dataBytes, 4);
    return bytes.toByteArray();
  }

  private void id(String id) {
    byte[] ascii = id.getBytes(StandardCharsets.US_ASCII);
    bytes.write(ascii, 0, ascii.length);
  }

  private void number(long value, int width) {
    byte[] buffer = new byte[width];
    SampleCodec.littleEndian(value, width, buffer, 0);
    bytes.write(buffer, 0, width);
  }
}
