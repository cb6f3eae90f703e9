// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import java.util.List;

/**
 * Adds what several branches make of the same input, frames or vectors. Several networks are exported
 * as one that way: each branch ends in logits times the weight of its network, and a {@link Softmax}
 * follows.
 *
 * @param branches the layers of each, at least two; an empty branch passes the input through
 */
public record Sum(List<List<Layer>> branches) implements Layer {
  /** Copies the lists. */
  public Sum {
    branches = branches.stream().map(List::copyOf).toList();
    if (branches.size() < 2) {
      throw new IllegalArgumentException("a sum of " + branches.size() + " branches, need two");
    }
  }

  @Override
  public Shape output(Shape input) {
    Shape first = Network.output(input, branches.get(0));
    for (int i = 1; i < branches.size(); i++) {
      Shape next = Network.output(input, branches.get(i));
      if (!next.equals(first)) {
        throw new IllegalArgumentException(
            "a sum adds " + first + " and, of branch " + i + ", " + next);
      }
    }
    return first;
  }

  @Override
  public int parameters() {
    return branches.stream().mapToInt(Network::parameters).sum();
  }
}
