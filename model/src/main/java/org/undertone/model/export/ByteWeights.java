// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

/**
 * Weights of a byte each, as TensorFlow Lite's quantization specification has them: symmetric, with a
 * scale for each output channel, {@code weight = scale · value}, and values from -127 to 127; row-major,
 * output channels first.
 */
final class ByteWeights {
  private static final int LARGEST = 127;

  private final byte[] values;
  private final float[] scales;

  /** Takes the arrays as they are. */
  ByteWeights(byte[] values, float[] scales) {
    this.values = values;
    this.scales = scales;
  }

  /** Returns the nearest; the largest weight of each channel becomes 127 or -127. */
  static ByteWeights of(float[] weights, int channels) {
    int perChannel = weights.length / channels;
    byte[] values = new byte[weights.length];
    float[] scales = new float[channels];
    for (int c = 0; c < channels; c++) {
      float largest = 0;
      for (int i = c * perChannel; i < (c + 1) * perChannel; i++) {
        largest = Math.max(largest, Math.abs(weights[i]));
      }
      // A scale of nothing but zeros may be anything above 0. One below the normal floats would be
      // lost where a processor takes those for 0.
      scales[c] = largest == 0 ? 1 : Math.max(largest / LARGEST, Float.MIN_NORMAL);
      for (int i = c * perChannel; i < (c + 1) * perChannel; i++) {
        int value = Math.round(weights[i] / scales[c]);
        values[i] = (byte) Math.max(-LARGEST, Math.min(LARGEST, value));
      }
    }
    return new ByteWeights(values, scales);
  }

  byte[] values() {
    return values.clone();
  }

  /** Returns the scale of each output channel. */
  float[] scales() {
    return scales.clone();
  }

  /** Returns the weights that the bytes stand for. */
  float[] toFloats() {
    int perChannel = values.length / scales.length;
    float[] weights = new float[values.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = values[i] * scales[i / perChannel];
    }
    return weights;
  }
}
