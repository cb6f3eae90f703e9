// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.List;
import java.util.Random;

/**
 * A 1-D CNN over time on frames laid out as {@code [coefficient][frame]}: convolutions with batch normalisation and
 * ReLU, each halved by max pooling, then a dense layer.
 *
 * @param coefficients of a frame
 * @param filters of each convolution
 * @param kernel frames that a convolution sees, odd
 * @param dropout share of the units dropped before the last layer while training
 */
public record SequenceLayers(int coefficients, List<Integer> filters, int kernel, double dropout)
    implements Architecture {

  public SequenceLayers {
    filters = List.copyOf(filters);
  }

  @Override
  public String name() {
    return "1-D CNN";
  }

  @Override
  public String settings() {
    return "1-D CNN, "
        + coefficients
        + " coefficients, filters "
        + filters
        + ", kernel "
        + kernel
        + ", dropout "
        + dropout;
  }

  @Override
  public SequentialBlock layers(int classes, Random random) {
    SequentialBlock block = new SequentialBlock();
    for (int count : filters) {
      block.add(
          Conv1d.builder()
              .setKernelShape(new Shape(kernel))
              .optPadding(new Shape(kernel / 2))
              .setFilters(count)
              .optBias(false)
              .build());
      block.add(BatchNorm.builder().optEpsilon(NetTraining.EPSILON).optMomentum(0.9f).build());
      block.add(Activation.reluBlock());
      block.add(Pool.maxPool1dBlock(new Shape(2), new Shape(2)));
    }
    block.add(Blocks.batchFlattenBlock());
    block.add(new SeededDropout(dropout, random));
    block.add(Linear.builder().setUnits(classes).build());
    return block;
  }

  @Override
  public Shape input(int rows, int width) {
    return new Shape(rows, coefficients, width / coefficients);
  }
}
