// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Random;

/**
 * Dropout by random numbers of its own. The engine has one generator for all threads, so that two trainings at the same
 * time would draw from each other's. Source: N. Srivastava et al., "Dropout", 2014.
 */
final class SeededDropout extends AbstractBlock {
  private final double rate;
  private final Random random;

  SeededDropout(double rate, Random random) {
    this.rate = rate;
    this.random = random;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray input = inputs.singletonOrThrow();
    if (!training || rate == 0) {
      return inputs;
    }
    float[] mask = new float[(int) input.size()];
    float kept = (float) (1 / (1 - rate));
    for (int i = 0; i < mask.length; i++) {
      mask[i] = random.nextFloat() < rate ? 0 : kept;
    }
    return new NDList(input.mul(input.getManager().create(mask, input.getShape())));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes.clone();
  }
}
