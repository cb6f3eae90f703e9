// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.List;

/** A net with its weights. For one thread at a time. */
final class FittedNet implements Fitted {
  private static final int ROWS_AT_ONCE = 128;

  private final Architecture layers;
  private final SequentialBlock block;
  private final int classes;
  private final NDManager manager;
  private final List<CurvePoint> curve;

  FittedNet(Architecture layers, SequentialBlock block, int classes, NDManager manager) {
    this(layers, block, classes, manager, List.of());
  }

  private FittedNet(
      Architecture layers,
      SequentialBlock block,
      int classes,
      NDManager manager,
      List<CurvePoint> curve) {
    this.layers = layers;
    this.block = block;
    this.classes = classes;
    this.manager = manager;
    this.curve = List.copyOf(curve);
  }

  FittedNet withCurve(List<CurvePoint> points) {
    return new FittedNet(layers, block, classes, manager, points);
  }

  NDManager manager() {
    return manager;
  }

  /** Returns logits {@code [row][class]}, which belong to the scope. */
  NDArray logits(float[][] rows, NDManager scope, boolean training) {
    int width = rows[0].length;
    float[] flat = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * width, width);
    }
    NDArray input = scope.create(flat, layers.input(rows.length, width));
    return block
        .forward(new ParameterStore(scope, false), new NDList(input), training)
        .singletonOrThrow();
  }

  @Override
  public double[][] probabilities(float[][] rows) {
    double[][] probabilities = new double[rows.length][classes];
    for (int from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      int to = Math.min(rows.length, from + ROWS_AT_ONCE);
      try (NDManager scope = manager.newSubManager()) {
        float[] values =
            logits(Arrays.copyOfRange(rows, from, to), scope, false).softmax(1).toFloatArray();
        for (int i = 0; i < values.length; i++) {
          probabilities[from + i / classes][i % classes] = values[i];
        }
      }
    }
    return probabilities;
  }

  /** Four bytes a weight. */
  @Override
  public long bytes() {
    return block.getParameters().stream()
        .mapToLong(pair -> Float.BYTES * pair.getValue().getArray().size())
        .sum();
  }

  @Override
  public List<CurvePoint> curve() {
    return curve;
  }

  @Override
  public void close() {
    manager.close();
  }
}
