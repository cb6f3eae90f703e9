// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Networks with random weights, scaled so that signals keep their size from layer to layer. */
public final class RandomNetworks {
  private final Random random;

  /** A source of networks that repeats itself. */
  public RandomNetworks(long seed) {
    random = new Random(seed);
  }

  /** Returns the shape of network that training makes: about 170 000 parameters. */
  public Network typical(int frames, int coefficients, int labels, Layer pool) {
    List<Layer> layers = new ArrayList<>();
    int[] channels = {coefficients, 64, 96, 128, 160};
    for (int i = 1; i < channels.length; i++) {
      layers.add(normalised(conv(channels[i], channels[i - 1], i <= 2 ? 5 : 3)).withRelu());
      layers.add(new MaxPool1d(2, 2));
    }
    layers.add(pool);
    layers.add(dense(96, 320).withRelu());
    layers.add(dense(labels, 96));
    layers.add(new Softmax());
    return new Network(frames, coefficients, layers);
  }

  /** Returns a network of some layers, then a mean over time and a dense layer for four labels. */
  public Network around(int frames, int coefficients, Layer... body) {
    return ending(frames, coefficients, GlobalPool.mean(), body);
  }

  /** Returns a network of some layers, then a pooling over time and a dense layer for four labels. */
  public Network ending(int frames, int coefficients, Layer pool, Layer... body) {
    List<Layer> layers = new ArrayList<>(List.of(body));
    layers.add(pool);
    Shape pooled = Network.output(new Shape(frames, coefficients), layers);
    layers.add(dense(4, pooled.channels()));
    layers.add(new Softmax());
    return new Network(frames, coefficients, layers);
  }

  /** Returns a convolution. */
  public Conv1d conv(int outputs, int inputs, int kernel) {
    double scale = Math.sqrt(2.0 / (inputs * kernel));
    return Conv1d.ofPyTorch(
        gaussian(outputs * inputs * kernel, scale),
        gaussian(outputs, 0.1),
        outputs,
        inputs,
        kernel);
  }

  /** Returns a convolution with a random batch normalisation folded in. */
  public Conv1d normalised(Conv1d conv) {
    int n = conv.outputs();
    float[] variance = gaussian(n, 1);
    for (int i = 0; i < n; i++) {
      variance[i] = 0.5f + variance[i] * variance[i];
    }
    return conv.withBatchNorm(gaussian(n, 1), gaussian(n, 0.5), gaussian(n, 0.5), variance, 1e-5);
  }

  /** Returns a dense layer. */
  public Dense dense(int outputs, int inputs) {
    return Dense.of(
        gaussian(outputs * inputs, Math.sqrt(1.0 / inputs)),
        gaussian(outputs, 0.1),
        outputs,
        inputs);
  }

  /** Returns a pooling with attention, whose scores are far from zero. */
  public AttentivePool attentivePool(int channels, int hidden) {
    Conv1d scores =
        Conv1d.ofPyTorch(
            gaussian(channels * hidden, 1), gaussian(channels, 30), channels, hidden, 1);
    return new AttentivePool(conv(hidden, channels, 1), scores, 1e-5f);
  }

  /** Returns a layer that scales channels. */
  public SqueezeExcitation excitation(int channels, int reduced) {
    return new SqueezeExcitation(dense(reduced, channels), dense(channels, reduced));
  }

  /** Returns several networks in one, whose logits are averaged before the softmax. */
  public Network ensemble(int members, int frames, int coefficients) {
    List<List<Layer>> branches = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      float[] weights = gaussian(4 * 8, 1.0 / members);
      Dense logits = Dense.of(weights, gaussian(4, 0.1), 4, 8);
      branches.add(List.of(conv(8, coefficients, 3).withRelu(), GlobalPool.mean(), logits));
    }
    return new Network(frames, coefficients, List.of(new Sum(branches), new Softmax()));
  }

  /** Returns normally distributed values. */
  public float[] gaussian(int count, double scale) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (random.nextGaussian() * scale);
    }
    return values;
  }
}
