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
import java.util.function.BiFunction;

/**
 * The 1-D CNN: a convolution, residual blocks over time, mean and standard deviation over time, with
 * or without attention, one dense layer. Source of the blocks: K. He et al., "Deep Residual Learning
 * for Image Recognition", 2016. Input {@code [batch][coefficient][frame]}, output {@code
 * [batch][label]} before softmax.
 */
final class NetworkBlocks {
  /** Added to variances before the root, here and in the exported network. */
  static final float EPSILON = 1e-5f;

  private static final int[] TIME = {2};

  private NetworkBlocks() {}

  static SequentialBlock create(Recipe.NetworkShape shape, int labels) {
    SequentialBlock network = new SequentialBlock();
    int inputs = shape.channels().get(0);
    addConvolution(network, inputs, shape.stemKernel(), shape.stemStride());
    network.add(Activation.reluBlock());
    for (int i = 0; i < shape.channels().size(); i++) {
      int outputs = shape.channels().get(i);
      network.add(residual(inputs, outputs, shape.kernels().get(i), shape.squeeze()));
      int pool = shape.pools().get(i);
      if (pool > 1) {
        network.add(Pool.maxPool1dBlock(new Shape(pool), new Shape(pool)));
      }
      inputs = outputs;
    }
    network.add(shape.attention() == 0 ? pool() : attentivePool(inputs, shape.attention()));
    network.add(Dropout.builder().optRate((float) shape.dropout()).build());
    network.add(Linear.builder().setUnits(labels).build());
    return network;
  }

  private static Block residual(int inputs, int outputs, int kernel, int squeeze) {
    SequentialBlock body = new SequentialBlock();
    addConvolution(body, outputs, kernel, 1);
    body.add(Activation.reluBlock());
    addConvolution(body, outputs, kernel, 1);
    if (squeeze > 0) {
      body.add(excitation(outputs, squeezed(outputs, squeeze)));
    }
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

  /** Returns the units that squeeze and excitation squeezes channels into. */
  static int squeezed(int channels, int squeeze) {
    return Math.max(1, channels / squeeze);
  }

  /** Source: J. Hu et al., "Squeeze-and-Excitation Networks", 2018. */
  private static Block excitation(int channels, int units) {
    SequentialBlock gate = new SequentialBlock();
    gate.add(new LambdaBlock(x -> new NDList(x.singletonOrThrow().mean(TIME)), "meanOverTime"));
    gate.add(Linear.builder().setUnits(units).build());
    gate.add(Activation.reluBlock());
    gate.add(Linear.builder().setUnits(channels).build());
    gate.add(Activation.sigmoidBlock());
    return beside(gate, (x, weights) -> new NDList(x.mul(weights.expandDims(2))));
  }

  private static Block pool() {
    return new LambdaBlock(
        list -> {
          NDArray x = list.singletonOrThrow();
          NDArray mean = x.mean(TIME, true);
          return meanAndDeviation(mean, x.sub(mean).square().mean(TIME));
        },
        "meanAndDeviation");
  }

  /**
   * Source: K. Okabe et al., "Attentive Statistics Pooling for Deep Speaker Embedding", 2018; here each
   * channel has weights of its own.
   */
  private static Block attentivePool(int channels, int hidden) {
    SequentialBlock scores = new SequentialBlock();
    scores.add(pointwise(hidden));
    scores.add(Activation.tanhBlock());
    scores.add(pointwise(channels));
    return beside(
        scores,
        (x, logits) -> {
          NDArray weights = logits.softmax(2);
          NDArray mean = x.mul(weights).sum(TIME, true);
          return meanAndDeviation(mean, x.sub(mean).square().mul(weights).sum(TIME));
        });
  }

  private static Block pointwise(int outputs) {
    return Conv1d.builder().setKernelShape(new Shape(1)).setFilters(outputs).build();
  }

  /** Returns a block that joins its input with what another block makes of it. */
  private static Block beside(Block block, BiFunction<NDArray, NDArray, NDList> join) {
    ParallelBlock both =
        new ParallelBlock(
            branches ->
                join.apply(branches.get(0).singletonOrThrow(), branches.get(1).singletonOrThrow()));
    both.add(Blocks.identityBlock());
    both.add(block);
    return both;
  }

  private static NDList meanAndDeviation(NDArray mean, NDArray variance) {
    return new NDList(mean.squeeze(2).concat(variance.add(EPSILON).sqrt(), 1));
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
