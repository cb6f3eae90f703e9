// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import java.util.List;
import org.tensorflow.lite.schema.BuiltinOperator;

/** Turns layers into operators. */
final class LayerEmitter {
  /** What the names of sums begin with. */
  static final String SUM = "sum";

  private final Operators operators;
  private final PoolEmitter pools;

  LayerEmitter(TfliteGraph graph) {
    operators = new Operators(graph);
    pools = new PoolEmitter(operators);
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
      return operators.conv(conv, input, shape);
    } else if (layer instanceof Dense dense) {
      return operators.dense(dense, input);
    } else if (layer instanceof MaxPool1d pool) {
      return pools.emit(pool, input, shape);
    } else if (layer instanceof GlobalPool pool) {
      return pools.emit(pool, input, shape);
    } else if (layer instanceof AttentivePool pool) {
      return pools.emit(pool, input, shape);
    } else if (layer instanceof Residual residual) {
      return residual(residual, input, shape);
    } else if (layer instanceof Sum sum) {
      return sum(sum, input, shape);
    } else if (layer instanceof SqueezeExcitation excitation) {
      return excitation(excitation, input, shape);
    } else if (layer instanceof Softmax) {
      return operators.softmax(operators.tensor(operators.name("softmax"), shape), input);
    }
    throw new AssertionError("a layer without operators: " + layer);
  }

  private int residual(Residual residual, int input, Shape shape) {
    int left = emit(residual.body(), input, shape);
    int right = emit(residual.shortcut(), input, shape);
    int output = operators.image(operators.name("residual"), residual.output(shape));
    operators.add(output, residual.relu(), left, right);
    return output;
  }

  private int sum(Sum sum, int input, Shape shape) {
    Shape outputShape = sum.output(shape);
    int total = emit(sum.branches().get(0), input, shape);
    for (List<Layer> branch : sum.branches().subList(1, sum.branches().size())) {
      int next = emit(branch, input, shape);
      int output = operators.tensor(operators.name(SUM), outputShape);
      operators.add(output, false, total, next);
      total = output;
    }
    return total;
  }

  /** The vector of channels stays an image of one frame, which needs no reshaping. */
  private int excitation(SqueezeExcitation excitation, int input, Shape shape) {
    String name = operators.name("excitation");
    Shape frame = new Shape(1, shape.channels());
    int mean = operators.mean(name + "/mean", input, shape);
    Conv1d reduce = pointwise(excitation.reduce()).withRelu();
    int reduced = operators.conv(reduce, mean, frame);
    int expanded =
        operators.conv(pointwise(excitation.expand()), reduced, new Shape(1, reduce.outputs()));
    int gate = operators.unary(BuiltinOperator.LOGISTIC, name + "/gate", expanded, frame);
    return operators.multiply(name, input, gate, shape);
  }

  private static Conv1d pointwise(Dense dense) {
    return Conv1d.ofPyTorch(dense.weights(), dense.bias(), dense.outputs(), dense.inputs(), 1);
  }
}
