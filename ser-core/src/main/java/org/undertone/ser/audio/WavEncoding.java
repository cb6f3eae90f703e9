// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

/** How a WAV file stores a sample; all little-endian. */
public enum WavEncoding {
  /** Unsigned bytes, silence at 128. */
  PCM_8(8, false),
  /** Signed 16-bit integers. */
  PCM_16(16, false),
  /** Signed 24-bit integers. */
  PCM_24(24, false),
  /** Signed 32-bit integers. */
  PCM_32(32, false),
  /** IEEE single precision. */
  FLOAT_32(32, true),
  /** IEEE double precision. */
  FLOAT_64(64, true);

  private final int bits;
  private final boolean floating;

  WavEncoding(int bits, boolean floating) {
    this.bits = bits;
    this.floating = floating;
  }

  /** Returns the bits of one sample. */
  public int bits() {
    return bits;
  }

  /** Returns the bytes of one sample. */
  public int bytes() {
    return bits / 8;
  }

  /** Returns whether samples are floating-point numbers, not integers. */
  public boolean isFloat() {
    return floating;
  }
}
