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
  FLOAT16
}
