// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained network in the engine that trained it, for checking what was exported. For one thread at
 * a time.
 */
final class DjlNetwork implements AutoCloseable {
  private final NDManager manager;
  private final List<TrainedNetwork.Net> nets;
  private final List<SequentialBlock> blocks = new ArrayList<>();
  private final int frames;
  private final int coefficients;

  DjlNetwork(TrainedNetwork trained) {
    Engines.configure();
    manager = NDManager.newBaseManager();
    frames = trained.spec().windowFrames();
    coefficients = trained.spec().mfcc().nMfcc();
    nets = trained.nets();
    for (TrainedNetwork.Net net : nets) {
      SequentialBlock block = NetworkBlocks.create(net.shape(), trained.spec().labels().size());
      block.initialize(manager, DataType.FLOAT32, new Shape(1, coefficients, frames));
      block
          .getParameters()
          .forEach(pair -> pair.getValue().getArray().set(net.parameters().get(pair.getKey())));
      blocks.add(block);
    }
  }

  /** Returns the probabilities for a window, {@code [frame][coefficient]} row by row. */
  float[] probabilities(float[] window) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray input = scope.create(window, new Shape(1, frames, coefficients)).transpose(0, 2, 1);
      NDArray sum = null;
      for (int i = 0; i < blocks.size(); i++) {
        NDArray logits =
            blocks
                .get(i)
                .forward(new ParameterStore(scope, false), new NDList(input), false)
                .singletonOrThrow()
                .mul(nets.get(i).weight());
        sum = sum == null ? logits : sum.add(logits);
      }
      return sum.softmax(1).toFloatArray();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
