// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import java.io.IOException;

/** A WAV file that cannot be read: what was found, and at which byte. */
public final class WavFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Kind {
    /** The file does not begin with RIFF, RF64 or BW64. */
    NOT_RIFF,
    /** A RIFF file of another form, such as AVI. */
    NOT_WAVE,
    /** The stream ends within the header. */
    HEADER_ENDS_EARLY,
    /** A chunk's name is not made of printable ASCII characters. */
    BAD_CHUNK_ID,
    /** There is no {@code fmt} chunk. */
    NO_FORMAT,
    /** The {@code data} chunk comes before the {@code fmt} chunk. */
    DATA_BEFORE_FORMAT,
    /** The {@code fmt} chunk is too short for what it holds. */
    FORMAT_TOO_SHORT,
    /** There is more than one {@code fmt} chunk. */
    SECOND_FORMAT,
    /** There is no {@code data} chunk. */
    NO_DATA,
    /** Samples are neither PCM nor IEEE floating point. */
    UNSUPPORTED_ENCODING,
    /** The bits of a sample are none of those supported. */
    UNSUPPORTED_BITS,
    /** There are no channels. */
    NO_CHANNELS,
    /** There are more channels than supported. */
    TOO_MANY_CHANNELS,
    /** The sample rate is zero or beyond what an int holds. */
    BAD_SAMPLE_RATE,
    /** The declared size of a frame is not that of its samples. */
    BLOCK_ALIGN_MISMATCH,
    /** A 64-bit file lacks its {@code ds64} chunk, or that chunk makes no sense. */
    BAD_DS64
  }

  private final Kind kind;
  private final long offset;

  WavFormatException(Kind kind, long offset, String found) {
    super("Not a readable WAV file: " + found + " (at byte " + offset + ").");
    this.kind = kind;
    this.offset = offset;
  }

  /** Returns what is wrong. */
  public Kind kind() {
    return kind;
  }

  /** Returns where in the stream it was found, in bytes from the first one read. */
  public long offset() {
    return offset;
  }
}
