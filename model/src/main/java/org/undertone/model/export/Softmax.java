// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

/** Turns logits into probabilities. */
public record Softmax() implements Layer {
  @Override
  public Shape output(Shape input) {
    return input.requireVector("softmax");
  }
}
