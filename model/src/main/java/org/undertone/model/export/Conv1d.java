// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

/**
 * A convolution over time with zero padding at both ends, as PyTorch's {@code Conv1d}, rectified if
 * wanted.
 */
public final class Conv1d implements Layer {
  private final int outputs;
  private final int inputs;
  private final int kernel;
  private final int stride;
  private final int padding;
  private final float[] weights;
  private final float[] bias;
  private final boolean relu;

  private Conv1d(
      Conv1d sizes, int stride, int padding, float[] weights, float[] bias, boolean relu) {
    this(sizes.outputs, sizes.inputs, sizes.kernel, stride, padding, weights, bias, relu);
  }

  private Conv1d(
      int outputs,
      int inputs,
      int kernel,
      int stride,
      int padding,
      float[] weights,
      float[] bias,
      boolean relu) {
    this.outputs = outputs;
    this.inputs = inputs;
    this.kernel = kernel;
    this.stride = stride;
    this.padding = padding;
    this.weights = weights;
    this.bias = bias;
    this.relu = relu;
  }

  /**
   * Returns a convolution of stride 1, padded with {@code kernel / 2} zeros at either end, without
   * activation; copies the arrays.
   *
   * @param weights row-major {@code [output][input][kernel]}, as PyTorch and DJL have it
   * @param bias {@code [output]}, or null for none
   * @throws IllegalArgumentException if the lengths disagree or a value is not finite
   */
  public static Conv1d ofPyTorch(
      float[] weights, float[] bias, int outputs, int inputs, int kernel) {
    float[] checked = Weights.copy("convolution weights", weights, outputs, inputs, kernel);
    float[] ordered = new float[checked.length];
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        for (int k = 0; k < kernel; k++) {
          ordered[(o * kernel + k) * inputs + i] = checked[(o * inputs + i) * kernel + k];
        }
      }
    }
    float[] offset = bias == null ? new float[outputs] : bias;
    return ofTensorFlow(ordered, offset, outputs, inputs, kernel);
  }

  /**
   * Returns the same of weights in the order {@code [output][kernel][input]}, that of TensorFlow Lite.
   */
  static Conv1d ofTensorFlow(float[] weights, float[] bias, int outputs, int inputs, int kernel) {
    return new Conv1d(
        outputs,
        inputs,
        kernel,
        1,
        kernel / 2,
        Weights.copy("convolution weights", weights, outputs, kernel, inputs),
        Weights.copy("convolution bias", bias, outputs),
        false);
  }

  /** Returns this convolution with another step between outputs, in frames. */
  public Conv1d withStride(int frames) {
    if (frames < 1) {
      throw new IllegalArgumentException("stride " + frames);
    }
    return new Conv1d(this, frames, padding, weights, bias, relu);
  }

  /** Returns this convolution with another number of zeros before and after the input. */
  public Conv1d withPadding(int frames) {
    if (frames < 0) {
      throw new IllegalArgumentException("padding " + frames);
    }
    return new Conv1d(this, stride, frames, weights, bias, relu);
  }

  /**
   * Returns this convolution with the batch normalisation that follows it folded in: {@code y = gamma ·
   * (x - mean) / sqrt(variance + epsilon) + beta}, each {@code [output]}. PyTorch's and DJL's epsilon is
   * 1e-5.
   *
   * @throws IllegalArgumentException if a length is wrong, a value not finite, or a variance negative
   * @throws IllegalStateException if this convolution is rectified already
   */
  public Conv1d withBatchNorm(
      float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon) {
    if (relu) {
      throw new IllegalStateException("the batch normalisation comes after the rectifier");
    }
    Weights.copy("batch norm gamma", gamma, outputs);
    Weights.copy("batch norm beta", beta, outputs);
    Weights.copy("batch norm mean", mean, outputs);
    Weights.copy("batch norm variance", variance, outputs);
    float[] foldedWeights = new float[weights.length];
    float[] foldedBias = new float[outputs];
    int perOutput = kernel * inputs;
    for (int o = 0; o < outputs; o++) {
      if (variance[o] < 0) {
        throw new IllegalArgumentException("batch norm variance " + o + " is " + variance[o]);
      }
      double scale = gamma[o] / Math.sqrt(variance[o] + epsilon);
      for (int i = o * perOutput; i < (o + 1) * perOutput; i++) {
        foldedWeights[i] = (float) (weights[i] * scale);
      }
      foldedBias[o] = (float) ((bias[o] - mean[o]) * scale + beta[o]);
    }
    return new Conv1d(
        this,
        stride,
        padding,
        Weights.copy("folded weights", foldedWeights, foldedWeights.length),
        Weights.copy("folded bias", foldedBias, outputs),
        false);
  }

  /** Returns this convolution followed by a rectifier. */
  public Conv1d withRelu() {
    return new Conv1d(this, stride, padding, weights, bias, true);
  }

  @Override
  public Shape output(Shape input) {
    input.requireFrames("a convolution").requireChannels("a convolution", inputs);
    int padded = input.frames() + 2 * padding;
    if (padded < kernel) {
      throw new IllegalArgumentException(
          "a convolution over " + kernel + " frames gets " + padded + ", padding included");
    }
    return new Shape((padded - kernel) / stride + 1, outputs);
  }

  @Override
  public int parameters() {
    return weights.length + bias.length;
  }

  /** Returns the number of channels that come out. */
  public int outputs() {
    return outputs;
  }

  /** Returns the number of channels that go in. */
  public int inputs() {
    return inputs;
  }

  /** Returns the length of the kernel, frames. */
  public int kernel() {
    return kernel;
  }

  /** Returns the step between outputs, frames. */
  public int stride() {
    return stride;
  }

  /** Returns the number of zeros before and after the input. */
  public int padding() {
    return padding;
  }

  float weight(int output, int tap, int input) {
    return weights[(output * kernel + tap) * inputs + input];
  }

  /** Returns a copy, row-major {@code [output][kernel][input]}, the order of TensorFlow Lite. */
  float[] weights() {
    return weights.clone();
  }

  /** Returns a copy, row-major {@code [output][input][kernel]}, the order of PyTorch. */
  public float[] weightsOfPyTorch() {
    float[] ordered = new float[weights.length];
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        for (int k = 0; k < kernel; k++) {
          ordered[(o * inputs + i) * kernel + k] = weight(o, k, i);
        }
      }
    }
    return ordered;
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
