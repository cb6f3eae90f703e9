// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import static org.undertone.model.export.NetworkTensors.require;

import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.Conv2DOptions;
import org.tensorflow.lite.schema.FullyConnectedOptions;
import org.tensorflow.lite.schema.Padding;
import org.undertone.model.export.NetworkTensors.Node;
import org.undertone.model.export.NetworkTensors.NotOursException;

/** Reads back the operators that have weights. */
final class OperatorReader {
  private final NetworkTensors tensors;

  OperatorReader(NetworkTensors tensors) {
    this.tensors = tensors;
  }

  /** A layer, and the tensor that it works on. */
  record Found<L extends Layer>(int source, L layer) {}

  /** Returns the convolution that computes a tensor, with the zeros around its input. */
  Found<Conv1d> conv(int tensor) throws NotOursException {
    Node node = tensors.producer(tensor, BuiltinOperator.CONV_2D);
    Conv2DOptions options = node.options(new Conv2DOptions());
    int[] sizes = tensors.sizes(node.input(1));
    require(
        sizes.length == 4
            && sizes[1] == 1
            && options.dilationWFactor() == 1
            && options.dilationHFactor() == 1,
        node + " is not over neighbouring frames");
    int kernel = sizes[2];
    int source = node.input(0);
    int padding = 0;
    if (options.padding() == Padding.SAME) {
      int frames = tensors.shape(tensor).frames();
      int before = tensors.shape(source).frames();
      require(
          frames == (before - 1) / options.strideW() + 1,
          node + " is not of the shape that its padding makes");
      padding = Math.max((frames - 1) * options.strideW() + kernel - before, 0) / 2;
    } else if (tensors.isOf(source, BuiltinOperator.PAD)) {
      Node pad = tensors.producer(source);
      padding = tensors.integer(pad.input(1), 4);
      require(tensors.integer(pad.input(1), 5) == padding, pad + " is not the same at both ends");
      source = pad.input(0);
    }
    Conv1d conv =
        Conv1d.ofTensorFlow(
                tensors.floats(node.input(1)),
                tensors.floats(node.input(2)),
                sizes[0],
                sizes[3],
                kernel)
            .withStride(options.strideW())
            .withPadding(padding);
    boolean relu = relu(node, options.fusedActivationFunction());
    return new Found<>(source, relu ? conv.withRelu() : conv);
  }

  /** Returns the fully connected layer that computes a tensor. */
  Found<Dense> dense(int tensor) throws NotOursException {
    Node node = tensors.producer(tensor, BuiltinOperator.FULLY_CONNECTED);
    FullyConnectedOptions options = node.options(new FullyConnectedOptions());
    int[] sizes = tensors.sizes(node.input(1));
    require(sizes.length == 2, node + " has weights with " + sizes.length + " axes");
    Dense dense =
        Dense.of(tensors.floats(node.input(1)), tensors.floats(node.input(2)), sizes[0], sizes[1]);
    boolean relu = relu(node, options.fusedActivationFunction());
    return new Found<>(node.input(0), relu ? dense.withRelu() : dense);
  }

  /** Returns whether an operator rectifies; throws if it does something else to its output. */
  static boolean relu(Node node, byte function) throws NotOursException {
    boolean relu = function == ActivationFunctionType.RELU;
    require(
        relu || function == ActivationFunctionType.NONE,
        node + " has an activation that is no rectifier");
    return relu;
  }
}
