// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.List;
import java.util.Random;

/**
 * A 2-D CNN on images laid out as {@code [channel][row][frame]}: 3×3 convolutions with batch normalisation and ReLU,
 * each halved by max pooling, then a dense layer.
 *
 * @param channels images in the stack
 * @param height rows of an image
 * @param filters of each convolution
 * @param dropout share of the units dropped before the last layer while training
 */
public record ImageLayers(int channels, int height, List<Integer> filters, double dropout)
    implements Architecture {
  private static final int UNITS = 64;

  public ImageLayers {
    filters = List.copyOf(filters);
  }

  @Override
  public String name() {
    return "2-D CNN";
  }

  @Override
  public String settings() {
    return "2-D CNN, "
        + channels
        + " x "
        + height
        + " rows, filters "
        + filters
        + ", dense "
        + UNITS
        + ", dropout "
        + dropout;
  }

  @Override
  public SequentialBlock layers(int classes, Random random) {
    SequentialBlock block = new SequentialBlock();
    for (int count : filters) {
      block.add(
          Conv2d.builder()
              .setKernelShape(new Shape(3, 3))
              .optPadding(new Shape(1, 1))
              .setFilters(count)
              .optBias(false)
              .build());
      block.add(BatchNorm.builder().optEpsilon(NetTraining.EPSILON).optMomentum(0.9f).build());
      block.add(Activation.reluBlock());
      block.add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)));
    }
    block.add(Blocks.batchFlattenBlock());
    block.add(Linear.builder().setUnits(UNITS).build());
    block.add(Activation.reluBlock());
    block.add(new SeededDropout(dropout, random));
    block.add(Linear.builder().setUnits(classes).build());
    return block;
  }

  @Override
  public Shape input(int rows, int width) {
    return new Shape(rows, channels, height, width / (channels * height));
  }
}
