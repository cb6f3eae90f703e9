// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.undertone.ser.audio.WavFormatException.Kind;

/**
 * Reads a WAV file's chunks up to its samples. RIFF as of Microsoft and IBM, Multimedia Programming
 * Interface and Data Specifications 1.0; RF64 and BW64 as of EBU Tech 3306 and ITU-R BS.2088. The
 * size of the whole file, which many writers get wrong, is not looked at.
 */
final class WavHeaderParser {
  private static final long OPEN_SIZE = 0xFFFFFFFFL;
  private static final int DS64_BYTES = 28;

  private final WavInput in;
  private final byte[] bytes = new byte[WavFormatChunk.MAX_BYTES];
  private WavFormat format;

  private WavHeaderParser(WavInput in) {
    this.in = in;
  }

  /** Reads up to the first byte of the samples. */
  static WavFormat parse(WavInput in) throws IOException {
    return new WavHeaderParser(in).parse();
  }

  private WavFormat parse() throws IOException {
    in.readFully(bytes, 12, "the RIFF header");
    String riff = id(0);
    boolean is64Bit = riff.equals("RF64") || riff.equals("BW64");
    if (!is64Bit && !riff.equals("RIFF")) {
      String hint = riff.equals("RIFX") ? ", the big-endian form, which is not supported" : "";
      throw new WavFormatException(
          Kind.NOT_RIFF, 0, "it begins with " + quoted(0) + hint + ", not with \"RIFF\"");
    }
    if (!id(8).equals("WAVE")) {
      throw new WavFormatException(Kind.NOT_WAVE, 8, "its form is " + quoted(8) + ", not \"WAVE\"");
    }
    long dataBytes64 = is64Bit ? readDs64() : WavFormat.UNKNOWN;
    while (nextChunk()) {
      long size = WavInput.uint32(bytes, 4);
      switch (id(0)) {
        case "data":
          return atData(size, is64Bit, dataBytes64);
        case "fmt ":
          readFormat(size);
          break;
        default:
          in.skip(padded(size), "chunk " + quoted(0) + " of " + size + " bytes");
          break;
      }
    }
    throw format == null
        ? new WavFormatException(Kind.NO_FORMAT, in.position(), "it ends without a fmt chunk")
        : new WavFormatException(Kind.NO_DATA, in.position(), "it ends without a data chunk");
  }

  /** Reads a chunk's name and size; returns whether there is one. */
  private boolean nextChunk() throws IOException {
    long at = in.position();
    int have = in.readUpTo(bytes, 8);
    if (have == 0) {
      return false;
    }
    if (have < 8) {
      throw new WavFormatException(
          Kind.HEADER_ENDS_EARLY, in.position(), "the stream ends within a chunk's name and size");
    }
    for (int i = 0; i < 4; i++) {
      if (bytes[i] < 0x20 || bytes[i] > 0x7E) {
        throw new WavFormatException(
            Kind.BAD_CHUNK_ID,
            at,
            "a chunk is named "
                + quoted(0)
                + "; is the size of the chunk before it wrong, or its pad byte missing?");
      }
    }
    return true;
  }

  private long readDs64() throws IOException {
    long at = in.position();
    in.readFully(bytes, 8, "the ds64 chunk");
    long size = WavInput.uint32(bytes, 4);
    if (!id(0).equals("ds64") || size < DS64_BYTES) {
      throw new WavFormatException(
          Kind.BAD_DS64,
          at,
          "a 64-bit file must go on with a ds64 chunk of 28 bytes or more, but here is "
              + quoted(0)
              + " of "
              + size
              + " bytes");
    }
    in.readFully(bytes, DS64_BYTES, "the ds64 chunk");
    long dataBytes = WavInput.int64(bytes, 8);
    in.skip(padded(size) - DS64_BYTES, "the ds64 chunk");
    if (dataBytes < WavFormat.UNKNOWN) {
      throw new WavFormatException(
          Kind.BAD_DS64,
          at + 16,
          "the ds64 chunk declares " + Long.toUnsignedString(dataBytes) + " bytes of data");
    }
    return dataBytes;
  }

  private void readFormat(long size) throws IOException {
    if (format != null) {
      throw new WavFormatException(
          Kind.SECOND_FORMAT, in.position() - 8, "there is a second fmt chunk");
    }
    long at = in.position();
    int kept = (int) Math.min(size, bytes.length);
    in.readFully(bytes, kept, "the fmt chunk of " + size + " bytes");
    in.skip(padded(size) - kept, "the fmt chunk of " + size + " bytes");
    format = WavFormatChunk.parse(bytes, kept, at);
  }

  private WavFormat atData(long size, boolean is64Bit, long dataBytes64) throws IOException {
    if (format == null) {
      throw new WavFormatException(
          Kind.DATA_BEFORE_FORMAT,
          in.position() - 8,
          "the data chunk comes before the fmt chunk, so that a stream of it cannot be read");
    }
    long dataBytes = size;
    if (size == OPEN_SIZE) {
      dataBytes = is64Bit ? dataBytes64 : WavFormat.UNKNOWN;
    }
    return new WavFormat(
        format.sampleRate(),
        format.channels(),
        format.encoding(),
        dataBytes == 0 ? WavFormat.UNKNOWN : dataBytes);
  }

  private static long padded(long size) {
    return size + (size & 1);
  }

  private String id(int at) {
    return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
  }

  /** Returns a name as text if it can be printed, else as hexadecimal bytes. */
  private String quoted(int at) {
    StringBuilder hex = new StringBuilder("bytes");
    for (int i = at; i < at + 4; i++) {
      if (bytes[i] < 0x20 || bytes[i] > 0x7E) {
        for (int k = at; k < at + 4; k++) {
          hex.append(String.format(Locale.ROOT, " %02X", bytes[k]));
        }
        return hex.toString();
      }
    }
    return "\"" + id(at) + "\"";
  }
}
