// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import java.util.List;
import java.util.Random;

/**
 * Fully connected layers with ReLU and dropout.
 *
 * @param name for people
 * @param hidden units of each hidden layer
 * @param dropout share of the units dropped while training
 */
public record DenseLayers(String name, List<Integer> hidden, double dropout)
    implements Architecture {

  public DenseLayers {
    hidden = List.copyOf(hidden);
  }

  @Override
  public String settings() {
    return "dense " + hidden + ", dropout " + dropout;
  }

  @Override
  public SequentialBlock layers(int classes, Random random) {
    SequentialBlock block = new SequentialBlock();
    for (int units : hidden) {
      block.add(Linear.builder().setUnits(units).build());
      block.add(Activation.reluBlock());
      block.add(new SeededDropout(dropout, random));
    }
    block.add(Linear.builder().setUnits(classes).build());
    return block;
  }

  @Override
  public Shape input(int rows, int width) {
    return new Shape(rows, width);
  }
}
