// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import java.util.List;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.AddOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptionsT;
import org.tensorflow.lite.schema.Conv2DOptionsT;
import org.tensorflow.lite.schema.FullyConnectedOptionsT;
import org.tensorflow.lite.schema.PadOptionsT;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.Pool2DOptionsT;
import org.tensorflow.lite.schema.ReducerOptionsT;
import org.tensorflow.lite.schema.ReshapeOptionsT;
import org.tensorflow.lite.schema.SoftmaxOptionsT;
import org.tensorflow.lite.schema.SquaredDifferenceOptionsT;

/**
 * Turns layers into operators. Time lies along the width of images of height 1, {@code [1, 1, frames,
 * channels]}: the operators are those that XNNPACK and the GPU delegate know.
 */
final class LayerEmitter {
  private static final int CHANNEL_AXIS = 3;

  private final TfliteGraph graph;
  private int count;

  LayerEmitter(TfliteGraph graph) {
    this.graph = graph;
  }

  /** Adds the layers, and returns the index of the tensor that holds their output. */
  int emit(List<Layer> layers, int input, Shape inputShape) {
    int tensor = input;
    Shape shape = inputShape;
    for (Layer layer : layers) {
      tensor = emit(layer, tensor, shape);
      shape = layer.output(shape);
    }
    return tensor;
  }

  private int emit(Layer layer, int input, Shape shape) {
    if (layer instanceof Conv1d conv) {
      return conv(conv, input, shape);
    } else if (layer instanceof Dense dense) {
      return dense(dense, input);
    } else if (layer instanceof MaxPool1d pool) {
      return maxPool(pool, input, shape);
    } else if (layer instanceof GlobalPool pool) {
      return globalPool(pool, input, shape);
    } else if (layer instanceof Residual residual) {
      return residual(residual, input, shape);
    } else if (layer instanceof Softmax) {
      return softmax(input, shape);
    }
    throw new AssertionError("a layer without operators: " + layer);
  }

  private int conv(Conv1d conv, int input, Shape shape) {
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
    int bias = graph.weights(name + "/bias", conv.bias(), conv.outputs());
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

  private int dense(Dense dense, int input) {
    String name = name("dense");
    int output = graph.tensor(name, 1, dense.outputs());
    FullyConnectedOptionsT options = new FullyConnectedOptionsT();
    options.setFusedActivationFunction(activation(dense.relu()));
    int weights =
        graph.weights(name + "/weights", dense.weights(), dense.outputs(), dense.inputs());
    int bias = graph.weights(name + "/bias", dense.bias(), dense.outputs());
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

  private int maxPool(MaxPool1d pool, int input, Shape shape) {
    return maxPool(image(name("max_pool"), pool.output(shape)), pool, input);
  }

  private int maxPool(int output, MaxPool1d pool, int input) {
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

  private int globalPool(GlobalPool pool, int input, Shape shape) {
    String name = name("pool");
    int statistics =
        switch (pool.kind()) {
          case MEAN -> mean(name + "/mean", input, shape);
          case MAX -> max(name + "/max", input, shape);
          case MEAN_MAX ->
              concatenate(
                  name,
                  shape,
                  mean(name + "/mean", input, shape),
                  max(name + "/max", input, shape));
          case MEAN_STD -> {
            int mean = mean(name + "/mean", input, shape);
            yield concatenate(
                name, shape, mean, deviation(name, input, mean, shape, pool.epsilon()));
          }
        };
    int size = pool.output(shape).channels();
    int[] newShape = {1, size};
    int output = graph.tensor(name + "/vector", newShape);
    ReshapeOptionsT options = new ReshapeOptionsT();
    options.setNewShape(newShape);
    graph.operator(
        BuiltinOperator.RESHAPE,
        BuiltinOptions.ReshapeOptions,
        options,
        output,
        statistics,
        graph.constant(name + "/shape", newShape, 2));
    return output;
  }

  private int mean(String name, int input, Shape shape) {
    int output = image(name, new Shape(1, shape.channels()));
    ReducerOptionsT options = new ReducerOptionsT();
    options.setKeepDims(true);
    int axes = graph.constant(name + "/axes", new int[] {1, 2}, 2);
    graph.operator(
        BuiltinOperator.MEAN, BuiltinOptions.ReducerOptions, options, output, input, axes);
    return output;
  }

  private int max(String name, int input, Shape shape) {
    int output = image(name, new Shape(1, shape.channels()));
    return maxPool(output, new MaxPool1d(shape.frames(), shape.frames()), input);
  }

  private int deviation(String name, int input, int mean, Shape shape, float epsilon) {
    int squares = image(name + "/squares", shape);
    graph.operator(
        BuiltinOperator.SQUARED_DIFFERENCE,
        BuiltinOptions.SquaredDifferenceOptions,
        new SquaredDifferenceOptionsT(),
        squares,
        input,
        mean);
    Shape one = new Shape(1, shape.channels());
    int sum = image(name + "/variance_epsilon", one);
    int variance = mean(name + "/variance", squares, shape);
    int constant = graph.constant(name + "/epsilon", new float[] {epsilon}, 1);
    add(sum, false, variance, constant);
    int output = image(name + "/std", one);
    graph.operator(BuiltinOperator.SQRT, BuiltinOptions.NONE, null, output, sum);
    return output;
  }

  private int concatenate(String name, Shape shape, int first, int second) {
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

  private int residual(Residual residual, int input, Shape shape) {
    int left = emit(residual.body(), input, shape);
    int right = emit(residual.shortcut(), input, shape);
    int output = image(name("residual"), residual.output(shape));
    add(output, residual.relu(), left, right);
    return output;
  }

  private void add(int output, boolean relu, int left, int right) {
    AddOptionsT options = new AddOptionsT();
    options.setFusedActivationFunction(activation(relu));
    graph.operator(BuiltinOperator.ADD, BuiltinOptions.AddOptions, options, output, left, right);
  }

  private int softmax(int input, Shape shape) {
    int output = graph.tensor(name("softmax"), 1, shape.channels());
    SoftmaxOptionsT options = new SoftmaxOptionsT();
    options.setBeta(1);
    graph.operator(BuiltinOperator.SOFTMAX, BuiltinOptions.SoftmaxOptions, options, output, input);
    return output;
  }

  private int image(String name, Shape shape) {
    return graph.tensor(name, 1, 1, shape.frames(), shape.channels());
  }

  private String name(String layer) {
    return layer + "_" + count++;
  }

  private static byte activation(boolean relu) {
    return relu ? ActivationFunctionType.RELU : ActivationFunctionType.NONE;
  }
}
