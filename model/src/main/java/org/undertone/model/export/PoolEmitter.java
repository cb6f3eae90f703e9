// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import org.tensorflow.lite.schema.BuiltinOperator;

/** Turns layers that pool frames into operators. */
final class PoolEmitter {
  private final Operators operators;

  PoolEmitter(Operators operators) {
    this.operators = operators;
  }

  int emit(MaxPool1d pool, int input, Shape shape) {
    int output = operators.image(operators.name("max_pool"), pool.output(shape));
    return operators.maxPool(output, pool, input);
  }

  int emit(GlobalPool pool, int input, Shape shape) {
    String name = operators.name("pool");
    int statistics =
        switch (pool.kind()) {
          case MEAN -> operators.mean(name + "/mean", input, shape);
          case MAX -> max(name + "/max", input, shape);
          case MEAN_MAX ->
              operators.concatenate(
                  name,
                  shape,
                  operators.mean(name + "/mean", input, shape),
                  max(name + "/max", input, shape));
          case MEAN_STD -> {
            int mean = operators.mean(name + "/mean", input, shape);
            int squares = operators.squaredDifference(name + "/squares", input, mean, shape);
            int deviation = deviation(name, squares, shape, pool.epsilon());
            yield operators.concatenate(name, shape, mean, deviation);
          }
        };
    return operators.vector(name, statistics, pool.output(shape).channels());
  }

  /**
   * The softmax of TensorFlow Lite works along the last axis, so time is brought there and back. Times
   * the number of frames, the weights are 1 on average, and a weighted mean is a mean of products.
   */
  int emit(AttentivePool pool, int input, Shape shape) {
    String name = operators.name("attention");
    int hidden = operators.conv(pool.hidden(), input, shape);
    Shape wide = pool.hidden().output(shape);
    int tanh = operators.unary(BuiltinOperator.TANH, name + "/tanh", hidden, wide);
    int scores = operators.conv(pool.scores(), tanh, wide);
    Shape turned = new Shape(/* frames= */ shape.channels(), /* channels= */ shape.frames());
    int over = operators.transpose(name + "/scores", scores, turned);
    int softmax = operators.softmax(operators.image(name + "/softmax", turned), over);
    int back = operators.transpose(name + "/weights", softmax, shape);
    int frames = operators.scalar(name + "/frames", shape.frames());
    int weights = operators.multiply(name + "/scaled", back, frames, shape);

    int products = operators.multiply(name + "/weighted", input, weights, shape);
    int mean = operators.mean(name + "/mean", products, shape);
    int squares = operators.squaredDifference(name + "/squares", input, mean, shape);
    int weighted = operators.multiply(name + "/weighted_squares", squares, weights, shape);
    int deviation = deviation(name, weighted, shape, pool.epsilon());
    int statistics = operators.concatenate(name, shape, mean, deviation);
    return operators.vector(name, statistics, pool.output(shape).channels());
  }

  private int max(String name, int input, Shape shape) {
    int output = operators.image(name, new Shape(1, shape.channels()));
    return operators.maxPool(output, new MaxPool1d(shape.frames(), shape.frames()), input);
  }

  private int deviation(String name, int squares, Shape shape, float epsilon) {
    Shape one = new Shape(1, shape.channels());
    int sum = operators.image(name + "/variance_epsilon", one);
    int variance = operators.mean(name + "/variance", squares, shape);
    operators.add(sum, false, variance, operators.scalar(name + "/epsilon", epsilon));
    return operators.unary(BuiltinOperator.SQRT, name + "/std", sum, one);
  }
}
