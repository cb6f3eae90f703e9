// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import java.util.List;

/**
 * The 1-D CNN: convolution blocks over time, mean and standard deviation over time, one dense layer.
 * Input {@code [batch][coefficient][frame]}, output {@code [batch][label]} before softmax.
 */
final class NetworkBlocks {
  /** Added to variances before the root, here and in the exported network. */
  static final float EPSILON = 1e-5f;

  private NetworkBlocks() {}

  static SequentialBlock create(Recipe.NetworkShape shape, int labels) {
    SequentialBlock network = new SequentialBlock();
    for (int i = 0; i < shape.channels().size(); i++) {
      int kernel = shape.kernels().get(i);
      network.add(
          Conv1d.builder()
              .setKernelShape(new Shape(kernel))
              .setFilters(shape.channels().get(i))
              .optPadding(new Shape(kernel / 2))
              .optBias(false)
              .build());
      network.add(BatchNorm.builder().optEpsilon(EPSILON).optMomentum(0.9f).build());
      network.add(Activation.reluBlock());
      int pool = shape.pools().get(i);
      if (pool > 1) {
        network.add(Pool.maxPool1dBlock(new Shape(pool), new Shape(pool)));
      }
    }
    network.add(new LambdaBlock(NetworkBlocks::meanAndDeviation, "meanAndDeviation"));
    network.add(Dropout.builder().optRate((float) shape.dropout()).build());
    network.add(Linear.builder().setUnits(labels).build());
    return network;
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
