// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

/** A fully connected layer: {@code y = W·x + b}, rectified if wanted. */
public final class Dense implements Layer {
  private final int outputs;
  private final int inputs;
  private final float[] weights;
  private final float[] bias;
  private final boolean relu;

  private Dense(int outputs, int inputs, float[] weights, float[] bias, boolean relu) {
    this.outputs = outputs;
    this.inputs = inputs;
    this.weights = weights;
    this.bias = bias;
    this.relu = relu;
  }

  /**
   * Returns a layer without activation; copies the arrays.
   *
   * @param weights row-major {@code [output][input]}, as PyTorch and DJL have it
   * @param bias {@code [output]}
   * @throws IllegalArgumentException if the lengths disagree or a value is not finite
   */
  public static Dense of(float[] weights, float[] bias, int outputs, int inputs) {
    return new Dense(
        outputs,
        inputs,
        Weights.copy("dense weights", weights, outputs, inputs),
        Weights.copy("dense bias", bias, outputs),
        false);
  }

  /** Returns this layer followed by a rectifier. */
  public Dense withRelu() {
    return new Dense(outputs, inputs, weights, bias, true);
  }

  @Override
  public Shape output(Shape input) {
    input.requireVector("a dense layer").requireChannels("a dense layer", inputs);
    return Shape.vector(outputs);
  }

  @Override
  public int parameters() {
    return weights.length + bias.length;
  }

  /** Returns the number of values that come out. */
  public int outputs() {
    return outputs;
  }

  /** Returns the number of values that go in. */
  public int inputs() {
    return inputs;
  }

  float weight(int output, int input) {
    return weights[output * inputs + input];
  }

  /** Returns a copy, row-major {@code [output][input]}. */
  public float[] weights() {
    return weights.clone();
  }

  /** Returns a copy, {@code [output]}. */
  public float[] bias() {
    return bias.clone();
  }

  /** Returns whether the output is rectified. */
  public boolean relu() {
    return relu;
  }
}
