// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import java.util.List;

/**
 * The 1-D CNN: a convolution, residual blocks over time, mean and standard deviation over time, one
 * dense layer. Source of the blocks: K. He et al., "Deep Residual Learning for Image Recognition",
 * 2016. Input {@code [batch][coefficient][frame]}, output {@code [batch][label]} before softmax.
 */
final class NetworkBlocks {
  /** Added to variances before the root, here and in the exported network. */
  static final float EPSILON = 1e-5f;

  private NetworkBlocks() {}

  static SequentialBlock create(Recipe.NetworkShape shape, int labels) {
    SequentialBlock network = new SequentialBlock();
    int inputs = shape.channels().get(0);
    addConvolution(network, inputs, shape.stemKernel(), shape.stemStride());
    network.add(Activation.reluBlock());
    for (int i = 0; i < shape.channels().size(); i++) {
      int outputs = shape.channels().get(i);
      network.add(residual(inputs, outputs, shape.kernels().get(i)));
      int pool = shape.pools().get(i);
      if (pool > 1) {
        network.add(Pool.maxPool1dBlock(new Shape(pool), new Shape(pool)));
      }
      inputs = outputs;
    }
    network.add(new LambdaBlock(NetworkBlocks::meanAndDeviation, "meanAndDeviation"));
    network.add(Dropout.builder().optRate((float) shape.dropout()).build());
    network.add(Linear.builder().setUnits(labels).build());
    return network;
  }

  private static Block residual(int inputs, int outputs, int kernel) {
    SequentialBlock body = new SequentialBlock();
    addConvolution(body, outputs, kernel, 1);
    body.add(Activation.reluBlock());
    addConvolution(body, outputs, kernel, 1);
    SequentialBlock shortcut = new SequentialBlock();
    if (inputs == outputs) {
      shortcut.add(Blocks.identityBlock());
    } else {
      addConvolution(shortcut, outputs, 1, 1);
    }
    ParallelBlock block =
        new ParallelBlock(
            branches -> {
              NDArray sum =
                  branches.get(0).singletonOrThrow().add(branches.get(1).singletonOrThrow());
              return new NDList(Activation.relu(sum));
            });
    block.add(body);
    block.add(shortcut);
    return block;
  }

  private static void addConvolution(SequentialBlock block, int outputs, int kernel, int stride) {
    block.add(
        Conv1d.builder()
            .setKernelShape(new Shape(kernel))
            .setFilters(outputs)
            .optStride(new Shape(stride))
            .optPadding(new Shape(kernel / 2))
            .optBias(false)
            .build());
    block.add(BatchNorm.builder().optEpsilon(EPSILON).optMomentum(0.9f).build());
  }

  private static NDList meanAndDeviation(NDList list) {
    NDArray x = list.singletonOrThrow();
    NDArray mean = x.mean(new int[] {2}, true);
    NDArray variance = x.sub(mean).square().mean(new int[] {2});
    NDArray deviation = variance.add(EPSILON).sqrt();
    return new NDList(mean.squeeze(2).concat(deviation, 1));
  }

  /** Returns the shape of the input for one clip. */
  static Shape inputShape(Recipe recipe, int batch) {
    return new Shape(batch, recipe.mfcc().nMfcc(), recipe.windowFrames());
  }

  /** Returns the names of the parameters that training moves; batch statistics are not among them. */
  static boolean isTrained(String parameterName) {
    return List.of("runningMean", "runningVar").stream().noneMatch(parameterName::endsWith);
  }
}
