// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

/**
 * What the header of a WAV file says.
 *
 * @param sampleRate frames a second, in Hz
 * @param channels samples in a frame, 1 to {@value #MAX_CHANNELS}
 * @param encoding how a sample is stored
 * @param dataBytes the declared size of all samples in bytes, or {@link #UNKNOWN} where the writer
 *     left it open
 */
public record WavFormat(int sampleRate, int channels, WavEncoding encoding, long dataBytes) {
  /** The most channels read or written. */
  public static final int MAX_CHANNELS = 8;

  /** The size of a recording whose writer could not know it. */
  public static final long UNKNOWN = -1;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public WavFormat {
    if (sampleRate <= 0) {
      throw new IllegalArgumentException("sample rate of " + sampleRate + " Hz");
    }
    if (channels < 1 || channels > MAX_CHANNELS) {
      throw new IllegalArgumentException(channels + " channels; 1 to " + MAX_CHANNELS + " can be");
    }
    if (dataBytes < UNKNOWN) {
      throw new IllegalArgumentException("data of " + dataBytes + " bytes");
    }
  }

  /** Returns a format whose size is left open. */
  public static WavFormat of(int sampleRate, int channels, WavEncoding encoding) {
    return new WavFormat(sampleRate, channels, encoding, UNKNOWN);
  }

  /** Returns this format with the size of so many frames. */
  public WavFormat withFrames(long frames) {
    return new WavFormat(sampleRate, channels, encoding, frames * frameBytes());
  }

  /** Returns the bits of one sample. */
  public int bits() {
    return encoding.bits();
  }

  /** Returns the bytes of one frame, a sample for each channel. */
  public int frameBytes() {
    return channels * encoding.bytes();
  }
}
