// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import java.util.Locale;
import org.undertone.ser.audio.WavFormatException.Kind;

/**
 * Understands a {@code fmt} chunk: WAVEFORMAT, WAVEFORMATEX and WAVEFORMATEXTENSIBLE, as of
 * Microsoft's mmreg.h. The bytes a second, which many writers get wrong, are not looked at.
 */
final class WavFormatChunk {
  /** As much of the chunk as is of interest. */
  static final int MAX_BYTES = 40;

  static final int PCM = 1;
  static final int IEEE_FLOAT = 3;
  static final int EXTENSIBLE = 0xFFFE;

  private static final int MIN_BYTES = 16;

  /** Where in an extensible chunk the GUID stands whose first two bytes are the encoding. */
  static final int GUID_AT = 24;

  /** The rest of KSDATAFORMAT_SUBTYPE_PCM and its relatives: 0000-0000-1000-8000-00AA00389B71. */
  static byte[] guidTail() {
    return new byte[] {
      0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
    };
  }

  private WavFormatChunk() {}

  /**
   * Returns the format, without a size.
   *
   * @param at where in the stream the chunk's content begins
   */
  static WavFormat parse(byte[] chunk, int length, long at) throws WavFormatException {
    if (length < MIN_BYTES) {
      throw tooShort(length, MIN_BYTES, at);
    }
    int tag = WavInput.uint16(chunk, 0);
    long tagAt = at;
    if (tag == EXTENSIBLE) {
      if (length < MAX_BYTES) {
        throw tooShort(length, MAX_BYTES, at);
      }
      tag = subFormat(chunk, at);
      tagAt = at + GUID_AT;
    }
    int channels = WavInput.uint16(chunk, 2);
    long rate = WavInput.uint32(chunk, 4);
    int blockAlign = WavInput.uint16(chunk, 12);
    WavEncoding encoding = encoding(tag, tagAt, WavInput.uint16(chunk, 14), at + 14);
    if (channels == 0) {
      throw new WavFormatException(Kind.NO_CHANNELS, at + 2, "it declares no channels");
    }
    if (channels > WavFormat.MAX_CHANNELS) {
      throw new WavFormatException(
          Kind.TOO_MANY_CHANNELS,
          at + 2,
          "it declares "
              + channels
              + " channels; at most "
              + WavFormat.MAX_CHANNELS
              + " can be read");
    }
    if (rate == 0 || rate > Integer.MAX_VALUE) {
      throw new WavFormatException(
          Kind.BAD_SAMPLE_RATE, at + 4, "it declares a sample rate of " + rate + " Hz");
    }
    int expected = channels * encoding.bytes();
    if (blockAlign != expected) {
      throw new WavFormatException(
          Kind.BLOCK_ALIGN_MISMATCH,
          at + 12,
          "it declares frames of "
              + blockAlign
              + " bytes, but "
              + channels
              + " channels of "
              + encoding.bits()
              + " bits take "
              + expected);
    }
    return new WavFormat((int) rate, channels, encoding, WavFormat.UNKNOWN);
  }

  private static int subFormat(byte[] chunk, long at) throws WavFormatException {
    byte[] tail = guidTail();
    for (int i = 0; i < tail.length; i++) {
      if (chunk[GUID_AT + 2 + i] != tail[i]) {
        StringBuilder guid = new StringBuilder();
        for (int k = GUID_AT; k < MAX_BYTES; k++) {
          guid.append(String.format(Locale.ROOT, "%02X", chunk[k]));
        }
        throw new WavFormatException(
            Kind.UNSUPPORTED_ENCODING,
            at + GUID_AT,
            "its samples are encoded as of the unknown GUID with bytes " + guid);
      }
    }
    return WavInput.uint16(chunk, GUID_AT);
  }

  private static WavEncoding encoding(int tag, long tagAt, int bits, long bitsAt)
      throws WavFormatException {
    if (tag != PCM && tag != IEEE_FLOAT) {
      throw new WavFormatException(
          Kind.UNSUPPORTED_ENCODING,
          tagAt,
          String.format(
              Locale.ROOT,
              "its samples are encoded as 0x%04X (%s); convert it to PCM first",
              tag,
              name(tag)));
    }
    for (WavEncoding encoding : WavEncoding.values()) {
      if (encoding.bits() == bits && encoding.isFloat() == (tag == IEEE_FLOAT)) {
        return encoding;
      }
    }
    throw new WavFormatException(
        Kind.UNSUPPORTED_BITS,
        bitsAt,
        tag == PCM
            ? "its PCM samples have " + bits + " bits; 8, 16, 24 or 32 can be read"
            : "its floating-point samples have " + bits + " bits; 32 or 64 can be read");
  }

  /** Names of the encodings most often met, as of mmreg.h. */
  private static String name(int tag) {
    switch (tag) {
      case 0x0002:
        return "Microsoft ADPCM";
      case 0x0006:
        return "A-law";
      case 0x0007:
        return "mu-law";
      case 0x0011:
        return "IMA ADPCM";
      case 0x0031:
        return "GSM 6.10";
      case 0x0040:
      case 0x0045:
      case 0x0064:
      case 0x0065:
        return "G.72x ADPCM";
      case 0x0050:
        return "MPEG layer 1 or 2";
      case 0x0055:
        return "MP3";
      case 0x00FF:
        return "AAC";
      case 0x0161:
      case 0x0162:
        return "Windows Media Audio";
      case 0xF1AC:
        return "FLAC";
      case EXTENSIBLE:
        return "extensible within extensible";
      default:
        return "unknown to this reader";
    }
  }

  private static WavFormatException tooShort(int length, int needed, long at) {
    return new WavFormatException(
        Kind.FORMAT_TOO_SHORT,
        at,
        "the fmt chunk has " + length + " bytes where it needs at least " + needed);
  }
}
