// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

/** One step of a {@link Network}; immutable. */
public sealed interface Layer
    permits AttentivePool,
        Conv1d,
        Dense,
        GlobalPool,
        MaxPool1d,
        Residual,
        Softmax,
        SqueezeExcitation,
        Sum {

  /**
   * Returns the shape of this layer's output.
   *
   * @throws IllegalArgumentException if the layer does not take such an input
   */
  Shape output(Shape input);

  /** Returns the number of trained values. */
  default int parameters() {
    return 0;
  }
}
