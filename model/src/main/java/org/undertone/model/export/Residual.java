// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import java.util.List;

/**
 * Adds what two branches make of the same input.
 *
 * @param body the layers of one branch
 * @param shortcut the layers of the other; none pass the input through
 * @param relu whether the sum is rectified
 */
public record Residual(List<Layer> body, List<Layer> shortcut, boolean relu) implements Layer {
  /** Copies the lists. */
  public Residual {
    body = List.copyOf(body);
    shortcut = List.copyOf(shortcut);
  }

  @Override
  public Shape output(Shape input) {
    input.requireFrames("a residual block");
    Shape left = Network.output(input, body);
    Shape right = Network.output(input, shortcut);
    if (!left.equals(right)) {
      throw new IllegalArgumentException("a residual block adds " + left + " and " + right);
    }
    return left;
  }

  @Override
  public int parameters() {
    return Network.parameters(body) + Network.parameters(shortcut);
  }
}
