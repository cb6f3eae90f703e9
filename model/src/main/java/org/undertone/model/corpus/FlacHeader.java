// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * What a FLAC file says of itself at its start (RFC 9639, 8.2). All other metadata is skipped unread: pictures and comments
 * state lengths that nobody should trust.
 *
 * @param sampleRate in Hz
 * @param channels 1 to 8
 * @param bits per sample, 4 to 24
 * @param totalSamples per channel, 0 if not stated
 * @param streamInfo the 34 bytes of the STREAMINFO block
 */
record FlacHeader(
    int sampleRate, int channels, int bits, long totalSamples, ByteBuffer streamInfo) {
  private static final int MARKER = 0x664C6143;
  private static final int STREAMINFO_LENGTH = 34;
  private static final int STREAMINFO_TYPE = 0;
  private static final int LAST_BLOCK = 0x80;
  private static final int MAX_BITS = 24;

  /** Reads up to the first frame. */
  static FlacHeader read(InputStream in) throws IOException {
    try {
      DataInputStream data = new DataInputStream(in);
      if (data.readInt() != MARKER) {
        throw new IOException("not FLAC: \"fLaC\" is missing at its start");
      }
      int type = data.readUnsignedByte();
      int length = data.readUnsignedShort() << 8 | data.readUnsignedByte();
      if ((type & ~LAST_BLOCK) != STREAMINFO_TYPE || length != STREAMINFO_LENGTH) {
        throw new IOException("damaged FLAC: its first block is not STREAMINFO");
      }
      byte[] info = new byte[STREAMINFO_LENGTH];
      data.readFully(info);
      boolean last = (type & LAST_BLOCK) != 0;
      while (!last) {
        last = (data.readUnsignedByte() & LAST_BLOCK) != 0;
        data.skipNBytes(data.readUnsignedShort() << 8 | data.readUnsignedByte());
      }
      return parse(ByteBuffer.wrap(info).asReadOnlyBuffer());
    } catch (EOFException e) {
      throw new IOException("damaged FLAC: it ends within its header", e);
    }
  }

  private static FlacHeader parse(ByteBuffer info) throws IOException {
    // 20 bits rate, 3 bits channels - 1, 5 bits bits - 1, 36 bits total samples.
    long packed = info.getLong(10);
    int rate = (int) (packed >>> 44);
    int channels = (int) (packed >>> 41 & 7) + 1;
    int bits = (int) (packed >>> 36 & 31) + 1;
    if (rate == 0) {
      throw new IOException("damaged FLAC: a sample rate of 0 Hz");
    }
    if (bits < 4 || bits > MAX_BITS) {
      throw new IOException(
          "FLAC with " + bits + " bits per sample; 4 to " + MAX_BITS + " are read");
    }
    return new FlacHeader(rate, channels, bits, packed & 0xFFFFFFFFFL, info);
  }

  /** Returns the start of a file that holds these facts and nothing else. */
  byte[] bare() {
    ByteBuffer bare = ByteBuffer.allocate(8 + STREAMINFO_LENGTH);
    bare.putInt(MARKER).putInt((LAST_BLOCK | STREAMINFO_TYPE) << 24 | STREAMINFO_LENGTH);
    bare.put(streamInfo.duplicate());
    return bare.array();
  }
}
