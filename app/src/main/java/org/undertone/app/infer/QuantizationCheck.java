// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import static org.undertone.app.infer.NetworkCheck.require;

import org.tensorflow.lite.schema.QuantizationDetails;
import org.tensorflow.lite.schema.QuantizationParameters;
import org.tensorflow.lite.schema.Tensor;
import org.tensorflow.lite.schema.TensorType;

/** The scales of weights of int8: symmetric, one for each output channel, the first axis. */
final class QuantizationCheck {
  private QuantizationCheck() {}

  /** Checks the quantization of a tensor with at least one axis; only int8 may and must have one. */
  static void check(Tensor tensor, String where) throws ModelRefusedException {
    QuantizationParameters quantization = tensor.quantization();
    if (tensor.type() != TensorType.INT8) {
      require(quantization == null, where + ": quantized, but not int8");
      return;
    }
    require(quantization != null, where + ": int8 without scales");
    int channels = tensor.shape(0);
    require(
        quantization.quantizedDimension() == 0
            && quantization.scaleLength() == channels
            && quantization.zeroPointLength() == channels
            && quantization.minLength() == 0
            && quantization.maxLength() == 0
            && quantization.detailsType() == QuantizationDetails.NONE,
        where + ": not a scale and a zero for each of " + channels + " channels");
    for (int i = 0; i < channels; i++) {
      float scale = quantization.scale(i);
      require(
          scale >= Float.MIN_NORMAL && scale <= Float.MAX_VALUE,
          where + ": scale of channel " + i + " is " + scale);
      require(quantization.zeroPoint(i) == 0, where + ": zero of channel " + i + " is not 0");
    }
  }
}
