// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

/**
 * Turns the bytes of samples into floats in [-1, 1] and back. The integer {@code -2^(bits-1)} is -1,
 * so that an integer of up to 24 bits comes back as it was. Numbers beyond the range are clipped to
 * it; those that are not finite become silence.
 */
final class SampleCodec {
  private SampleCodec() {}

  /** Reads {@code count} samples from the start of {@code bytes} to the start of {@code samples}. */
  static void decode(WavEncoding encoding, byte[] bytes, float[] samples, int count) {
    switch (encoding) {
      case PCM_8:
        for (int i = 0; i < count; i++) {
          samples[i] = ((bytes[i] & 0xFF) - 128) / 128f;
        }
        break;
      case PCM_16:
        for (int i = 0; i < count; i++) {
          samples[i] = (short) WavInput.uint16(bytes, 2 * i) / 0x1p15f;
        }
        break;
      case PCM_24:
        for (int i = 0; i < count; i++) {
          int value = WavInput.uint16(bytes, 3 * i) | bytes[3 * i + 2] << 16;
          samples[i] = value / 0x1p23f;
        }
        break;
      case PCM_32:
        for (int i = 0; i < count; i++) {
          samples[i] = (int) WavInput.uint32(bytes, 4 * i) / 0x1p31f;
        }
        break;
      case FLOAT_32:
        for (int i = 0; i < count; i++) {
          samples[i] = clean(Float.intBitsToFloat((int) WavInput.uint32(bytes, 4 * i)));
        }
        break;
      case FLOAT_64:
        for (int i = 0; i < count; i++) {
          samples[i] = clean(Double.longBitsToDouble(WavInput.int64(bytes, 8 * i)));
        }
        break;
    }
  }

  /** Writes {@code count} samples from {@code offset} to the start of {@code bytes}. */
  static void encode(WavEncoding encoding, float[] samples, int offset, int count, byte[] bytes) {
    int width = encoding.bytes();
    double scale = Math.scalb(1.0, encoding.bits() - 1);
    for (int i = 0; i < count; i++) {
      float sample = clean(samples[offset + i]);
      long value;
      switch (encoding) {
        case FLOAT_32:
          value = Float.floatToIntBits(sample);
          break;
        case FLOAT_64:
          value = Double.doubleToLongBits(sample);
          break;
        case PCM_8:
          value = Math.min(Math.round(sample * scale), (long) scale - 1) + 128;
          break;
        default:
          value = Math.min(Math.round(sample * scale), (long) scale - 1);
          break;
      }
      littleEndian(value, width, bytes, i * width);
    }
  }

  /** Writes the lowest {@code width} bytes of a value. */
  static void littleEndian(long value, int width, byte[] bytes, int at) {
    for (int b = 0; b < width; b++) {
      bytes[at + b] = (byte) (value >>> (8 * b));
    }
  }

  private static float clean(double sample) {
    if (Double.isNaN(sample) || Double.isInfinite(sample)) {
      return 0;
    }
    return (float) Math.max(-1, Math.min(1, sample));
  }
}
