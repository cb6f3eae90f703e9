// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

/** IEEE 754 binary16. Java has the conversion from version 20 on. */
final class HalfFloat {
  private static final int MAX = 0x7bff;

  private HalfFloat() {}

  /**
   * Returns the bits of the nearest binary16, of two the even one.
   *
   * @throws IllegalArgumentException if the value is too large to have one
   */
  static short fromFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> 16) & 0x8000;
    double magnitude = Math.abs((double) value);
    // The distance of neighbouring binary16 at this magnitude: 11 significant bits, at least 2^-24.
    int exponent = Math.max(Math.getExponent(magnitude), -14);
    long steps = (long) Math.rint(Math.scalb(magnitude, 10 - exponent));
    // Rounding up to 2048 steps carries into the exponent, as it must.
    long half = ((long) (exponent + 14) << 10) + steps;
    if (!(half >= 0 && half <= MAX) || !Float.isFinite(value)) {
      throw new IllegalArgumentException(value + " is too large for a 16-bit float");
    }
    return (short) (sign | (int) half);
  }

  /** Returns the value of finite binary16 bits. */
  static float toFloat(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    float magnitude =
        exponent == 0
            ? Math.scalb((float) fraction, -24)
            : Math.scalb((float) (fraction + 1024), exponent - 25);
    return bits < 0 ? -magnitude : magnitude;
  }
}
