// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.AddOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptionsT;
import org.tensorflow.lite.schema.Conv2DOptionsT;
import org.tensorflow.lite.schema.FullyConnectedOptionsT;
import org.tensorflow.lite.schema.MulOptionsT;
import org.tensorflow.lite.schema.PadOptionsT;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.Pool2DOptionsT;
import org.tensorflow.lite.schema.ReducerOptionsT;
import org.tensorflow.lite.schema.ReshapeOptionsT;
import org.tensorflow.lite.schema.SoftmaxOptionsT;
import org.tensorflow.lite.schema.SquaredDifferenceOptionsT;
import org.tensorflow.lite.schema.TransposeOptionsT;

/**
 * The operators that layers are made of. Time lies along the width of images of height 1, {@code [1, 1,
 * frames, channels]}: the operators are those that XNNPACK and the GPU delegate know.
 */
final class Operators {
  private static final int CHANNEL_AXIS = 3;
  private static final int[] SWAP_TIME_AND_CHANNELS = {0, 1, 3, 2};

  private final TfliteGraph graph;
  private int count;

  Operators(TfliteGraph graph) {
    this.graph = graph;
  }

  /** Adds a convolution, and zeros before it where TensorFlow's own padding is another. */
  int conv(Conv1d conv, int input, Shape shape) {
    String name = name("conv");
    int output = image(name, conv.output(shape));
    int source = input;
    byte padding = Padding.VALID;
    if (samePadding(conv, shape)) {
      padding = Padding.SAME;
    } else if (conv.padding() > 0) {
      source =
          image(name + "/padded", new Shape(shape.frames() + 2 * conv.padding(), shape.channels()));
      int[] zeros = {0, 0, 0, 0, conv.padding(), conv.padding(), 0, 0};
      int amounts = graph.constant(name + "/padding", zeros, 4, 2);
      graph.operator(
          BuiltinOperator.PAD,
          BuiltinOptions.PadOptions,
          new PadOptionsT(),
          source,
          input,
          amounts);
    }
    Conv2DOptionsT options = new Conv2DOptionsT();
    options.setPadding(padding);
    options.setStrideW(conv.stride());
    options.setStrideH(1);
    options.setDilationWFactor(1);
    options.setDilationHFactor(1);
    options.setFusedActivationFunction(activation(conv.relu()));
    int weights =
        graph.weights(
            name + "/weights", conv.weights(), conv.outputs(), 1, conv.kernel(), conv.inputs());
    int bias = graph.bias(name + "/bias", conv.bias());
    graph.operator(
        BuiltinOperator.CONV_2D,
        BuiltinOptions.Conv2DOptions,
        options,
        output,
        source,
        weights,
        bias);
    return output;
  }

  /**
   * Says whether TensorFlow's SAME padding is the same as PyTorch's: TensorFlow pads no more than it
   * needs, and the smaller half first.
   */
  private static boolean samePadding(Conv1d conv, Shape shape) {
    int frames = conv.output(shape).frames();
    int total = Math.max((frames - 1) * conv.stride() + conv.kernel() - shape.frames(), 0);
    int sameFrames = (shape.frames() + conv.stride() - 1) / conv.stride();
    return frames == sameFrames && total / 2 == conv.padding();
  }

  /** Adds a fully connected layer. */
  int dense(Dense dense, int input) {
    String name = name("dense");
    int output = graph.tensor(name, 1, dense.outputs());
    FullyConnectedOptionsT options = new FullyConnectedOptionsT();
    options.setFusedActivationFunction(activation(dense.relu()));
    int weights =
        graph.weights(name + "/weights", dense.weights(), dense.outputs(), dense.inputs());
    int bias = graph.bias(name + "/bias", dense.bias());
    graph.operator(
        BuiltinOperator.FULLY_CONNECTED,
        BuiltinOptions.FullyConnectedOptions,
        options,
        output,
        input,
        weights,
        bias);
    return output;
  }

  /** Adds a maximum over neighbouring frames. */
  int maxPool(int output, MaxPool1d pool, int input) {
    Pool2DOptionsT options = new Pool2DOptionsT();
    options.setPadding(Padding.VALID);
    options.setFilterWidth(pool.kernel());
    options.setFilterHeight(1);
    options.setStrideW(pool.stride());
    options.setStrideH(1);
    graph.operator(
        BuiltinOperator.MAX_POOL_2D, BuiltinOptions.Pool2DOptions, options, output, input);
    return output;
  }

  /** Adds the mean over time: one frame. */
  int mean(String name, int input, Shape shape) {
    int output = image(name, new Shape(1, shape.channels()));
    ReducerOptionsT options = new ReducerOptionsT();
    options.setKeepDims(true);
    int axes = graph.constant(name + "/axes", new int[] {1, 2}, 2);
    graph.operator(
        BuiltinOperator.MEAN, BuiltinOptions.ReducerOptions, options, output, input, axes);
    return output;
  }

  /** Adds the squares of the distances of each frame from one frame. */
  int squaredDifference(String name, int input, int frame, Shape shape) {
    int squares = image(name, shape);
    graph.operator(
        BuiltinOperator.SQUARED_DIFFERENCE,
        BuiltinOptions.SquaredDifferenceOptions,
        new SquaredDifferenceOptionsT(),
        squares,
        input,
        frame);
    return squares;
  }

  /** Adds a sum. */
  void add(int output, boolean relu, int left, int right) {
    AddOptionsT options = new AddOptionsT();
    options.setFusedActivationFunction(activation(relu));
    graph.operator(BuiltinOperator.ADD, BuiltinOptions.AddOptions, options, output, left, right);
  }

  /** Adds two frames' channels, one after the other. */
  int concatenate(String name, Shape shape, int first, int second) {
    int output = image(name + "/statistics", new Shape(1, 2 * shape.channels()));
    ConcatenationOptionsT options = new ConcatenationOptionsT();
    options.setAxis(CHANNEL_AXIS);
    graph.operator(
        BuiltinOperator.CONCATENATION,
        BuiltinOptions.ConcatenationOptions,
        options,
        output,
        first,
        second);
    return output;
  }

  /** Adds a reshape of one frame to a vector. */
  int vector(String name, int frame, int size) {
    int[] newShape = {1, size};
    int output = graph.tensor(name + "/vector", newShape);
    ReshapeOptionsT options = new ReshapeOptionsT();
    options.setNewShape(newShape);
    graph.operator(
        BuiltinOperator.RESHAPE,
        BuiltinOptions.ReshapeOptions,
        options,
        output,
        frame,
        graph.constant(name + "/shape", newShape, 2));
    return output;
  }

  /** Adds a product of an image and another, one frame, or a scalar. */
  int multiply(String name, int left, int right, Shape shape) {
    int output = image(name, shape);
    graph.operator(
        BuiltinOperator.MUL, BuiltinOptions.MulOptions, new MulOptionsT(), output, left, right);
    return output;
  }

  /** Adds a function of each value: an operator without options. */
  int unary(int builtin, String name, int input, Shape shape) {
    int output = image(name, shape);
    graph.operator(builtin, BuiltinOptions.NONE, null, output, input);
    return output;
  }

  /** Adds a softmax along the last axis. */
  int softmax(int output, int input) {
    SoftmaxOptionsT options = new SoftmaxOptionsT();
    options.setBeta(1);
    graph.operator(BuiltinOperator.SOFTMAX, BuiltinOptions.SoftmaxOptions, options, output, input);
    return output;
  }

  /** Adds a swap of time and channels; the shape is that of the output as it lies. */
  int transpose(String name, int input, Shape shape) {
    int output = image(name, shape);
    graph.operator(
        BuiltinOperator.TRANSPOSE,
        BuiltinOptions.TransposeOptions,
        new TransposeOptionsT(),
        output,
        input,
        graph.constant(name + "/axes", SWAP_TIME_AND_CHANNELS, SWAP_TIME_AND_CHANNELS.length));
    return output;
  }

  /** Adds a constant in full precision. */
  int scalar(String name, float value) {
    return graph.constant(name, new float[] {value}, 1);
  }

  /** Adds a computed tensor of a vector, or of an image if the shape has frames. */
  int tensor(String name, Shape shape) {
    return shape.isVector() ? graph.tensor(name, 1, shape.channels()) : image(name, shape);
  }

  /** Adds a computed tensor of a signal over time. */
  int image(String name, Shape shape) {
    return graph.tensor(name, 1, 1, shape.frames(), shape.channels());
  }

  /** Returns a name that no other layer has. */
  String name(String layer) {
    return layer + "_" + count++;
  }

  private static byte activation(boolean relu) {
    return relu ? ActivationFunctionType.RELU : ActivationFunctionType.NONE;
  }
}
