// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import static org.undertone.model.export.NetworkTensors.require;

import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.Pool2DOptions;
import org.undertone.model.export.NetworkTensors.Node;
import org.undertone.model.export.NetworkTensors.NotOursException;
import org.undertone.model.export.OperatorReader.Found;

/** Reads back what {@link PoolEmitter} makes of layers. */
final class PoolReader {
  private final NetworkTensors tensors;
  private final OperatorReader operators;

  PoolReader(NetworkTensors tensors, OperatorReader operators) {
    this.tensors = tensors;
    this.operators = operators;
  }

  /** Returns the maximum over neighbouring frames that computes a tensor. */
  Found<MaxPool1d> maxPool(int tensor) throws NotOursException {
    Node node = tensors.producer(tensor, BuiltinOperator.MAX_POOL_2D);
    Pool2DOptions options = node.options(new Pool2DOptions());
    return new Found<>(node.input(0), new MaxPool1d(options.filterWidth(), options.strideW()));
  }

  /** Returns the tensor of whose frames a tensor is the mean. */
  int meanOf(int tensor) throws NotOursException {
    return tensors.producer(tensor, BuiltinOperator.MEAN).input(0);
  }

  /** Returns the pooling that computes a vector. */
  Found<? extends Layer> pool(int vector) throws NotOursException {
    int statistics = tensors.producer(vector, BuiltinOperator.RESHAPE).input(0);
    Node node = tensors.producer(statistics);
    return switch (node.builtin()) {
      case BuiltinOperator.MEAN -> new Found<>(meanOf(statistics), GlobalPool.mean());
      case BuiltinOperator.MAX_POOL_2D -> new Found<>(maxOf(statistics), GlobalPool.max());
      case BuiltinOperator.CONCATENATION -> two(node.input(0), node.input(1));
      default -> throw new NotOursException("no pooling ends in " + node);
    };
  }

  private int maxOf(int tensor) throws NotOursException {
    int source = maxPool(tensor).source();
    require(
        maxPool(tensor).layer().kernel() == tensors.shape(source).frames(),
        "'" + tensors.name(tensor) + "' is not the maximum of all frames");
    return source;
  }

  private Found<? extends Layer> two(int first, int second) throws NotOursException {
    if (tensors.isOf(second, BuiltinOperator.MAX_POOL_2D)) {
      requireSame(meanOf(first), maxOf(second));
      return new Found<>(meanOf(first), GlobalPool.meanMax());
    }
    int sum = tensors.producer(second, BuiltinOperator.SQRT).input(0);
    Node add = tensors.producer(sum, BuiltinOperator.ADD);
    float[] epsilon = tensors.floats(add.input(1));
    require(epsilon.length == 1, add + " adds " + epsilon.length + " values");
    int squares = meanOf(add.input(0));
    if (tensors.isOf(squares, BuiltinOperator.MUL)) {
      return attention(first, tensors.producer(squares), epsilon[0]);
    }
    Node difference = tensors.producer(squares, BuiltinOperator.SQUARED_DIFFERENCE);
    requireSame(difference.input(0), meanOf(first));
    requireSame(difference.input(1), first);
    return new Found<>(meanOf(first), GlobalPool.meanStd(epsilon[0]));
  }

  private Found<AttentivePool> attention(int mean, Node weighted, float epsilon)
      throws NotOursException {
    Node squares = tensors.producer(weighted.input(0), BuiltinOperator.SQUARED_DIFFERENCE);
    Node products = tensors.producer(meanOf(mean), BuiltinOperator.MUL);
    requireSame(squares.input(0), products.input(0));
    requireSame(squares.input(1), mean);
    requireSame(weighted.input(1), products.input(1));

    Node scaled = tensors.producer(products.input(1), BuiltinOperator.MUL);
    Node back = tensors.producer(scaled.input(0), BuiltinOperator.TRANSPOSE);
    Node softmax = tensors.producer(back.input(0), BuiltinOperator.SOFTMAX);
    Node over = tensors.producer(softmax.input(0), BuiltinOperator.TRANSPOSE);
    Found<Conv1d> scores = operators.conv(over.input(0));
    Node tanh = tensors.producer(scores.source(), BuiltinOperator.TANH);
    Found<Conv1d> hidden = operators.conv(tanh.input(0));
    requireSame(hidden.source(), products.input(0));
    float[] scale = tensors.floats(scaled.input(1));
    require(
        scale.length == 1 && scale[0] == tensors.shape(hidden.source()).frames(),
        scaled + " does not scale by the number of frames");
    return new Found<>(hidden.source(), new AttentivePool(hidden.layer(), scores.layer(), epsilon));
  }

  private void requireSame(int one, int other) throws NotOursException {
    require(
        one == other, "'" + tensors.name(one) + "' in the place of '" + tensors.name(other) + "'");
  }
}
