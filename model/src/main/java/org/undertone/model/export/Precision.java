// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

/** How weights are stored; the network computes in float32 either way. */
public enum Precision {
  /** Four bytes a weight. */
  FLOAT32,
  /**
   * Two bytes a weight, widened when the model is loaded. Biases too: XNNPACK does not take an operator
   * that mixes the two.
   */
  FLOAT16,
  /**
   * One byte a weight, with a scale for each output channel, widened when the model is loaded; biases
   * stay in float32. The runtime's other way, which computes with bytes too, is slightly less accurate,
   * and the XNNPACK of the phone's release does not take its convolutions: on x86-64 an inference takes
   * 80 times as long there.
   */
  INT8
}
