// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.undertone.model.export.AttentivePool;
import org.undertone.model.export.Conv1d;
import org.undertone.model.export.Dense;
import org.undertone.model.export.GlobalPool;
import org.undertone.model.export.Layer;
import org.undertone.model.export.MaxPool1d;
import org.undertone.model.export.Network;
import org.undertone.model.export.Residual;
import org.undertone.model.export.Softmax;
import org.undertone.model.export.SqueezeExcitation;
import org.undertone.model.export.Sum;

/**
 * A network of a model file in the training engine, where all its weights can be moved. Its batch
 * normalisations stay folded into the convolutions. For one thread at a time.
 */
final class TunableNetwork implements AutoCloseable {
  private static final int[] TIME = {2};

  private record Weights(NDArray weights, NDArray bias) {}

  private final NDManager manager;
  private final Network network;
  private final double dropout;
  private final IdentityHashMap<Layer, Weights> ofLayer = new IdentityHashMap<>();
  private final List<NDArray> all = new ArrayList<>();

  /**
   * Copies the weights.
   *
   * @param dropout probability of dropout before each dense layer that follows the pooling over time
   */
  TunableNetwork(Network network, double dropout) {
    Engines.configure();
    manager = NDManager.newBaseManager();
    this.network = network;
    this.dropout = dropout;
    network.layers().forEach(this::load);
  }

  private void load(Layer layer) {
    if (layer instanceof Conv1d conv) {
      Shape shape = new Shape(conv.outputs(), conv.inputs(), conv.kernel());
      keep(conv, manager.create(conv.weightsOfPyTorch(), shape), conv.bias());
    } else if (layer instanceof Dense dense) {
      Shape shape = new Shape(dense.outputs(), dense.inputs());
      keep(dense, manager.create(dense.weights(), shape), dense.bias());
    } else if (layer instanceof Residual residual) {
      residual.body().forEach(this::load);
      residual.shortcut().forEach(this::load);
    } else if (layer instanceof Sum sum) {
      sum.branches().forEach(branch -> branch.forEach(this::load));
    } else if (layer instanceof SqueezeExcitation excitation) {
      load(excitation.reduce());
      load(excitation.expand());
    } else if (layer instanceof AttentivePool pool) {
      load(pool.hidden());
      load(pool.scores());
    }
  }

  private void keep(Layer layer, NDArray weights, float[] bias) {
    Weights both = new Weights(weights, manager.create(bias));
    ofLayer.put(layer, both);
    all.add(both.weights());
    all.add(both.bias());
  }

  NDManager manager() {
    return manager;
  }

  /** Returns all weights and biases; what changes them changes the network. */
  List<NDArray> weights() {
    return List.copyOf(all);
  }

  /**
   * Returns the logits {@code [clip][label]}, which belong to the manager of the input.
   *
   * @param input {@code [clip][coefficient][frame]}
   * @param training whether units are dropped
   */
  NDArray logits(NDArray input, boolean training) {
    return forward(network.layers(), input, training);
  }

  /** Returns the probabilities for a window, {@code [frame][coefficient]} row by row. */
  float[] probabilities(float[] window) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray input =
          scope
              .create(window, new Shape(1, network.frames(), network.coefficients()))
              .transpose(0, 2, 1);
      return logits(input, false).softmax(1).toFloatArray();
    }
  }

  private NDArray forward(List<Layer> layers, NDArray input, boolean training) {
    NDArray x = input;
    for (Layer layer : layers) {
      x = forward(layer, x, training);
    }
    return x;
  }

  private NDArray forward(Layer layer, NDArray x, boolean training) {
    if (layer instanceof Conv1d conv) {
      return convolve(conv, x);
    } else if (layer instanceof Dense dense) {
      boolean drops = training && dropout > 0;
      NDArray kept = drops ? Dropout.dropout(x, (float) dropout, true).singletonOrThrow() : x;
      return connect(dense, kept);
    } else if (layer instanceof MaxPool1d pool) {
      Shape kernel = new Shape(pool.kernel());
      return Pool.maxPool1d(x, kernel, new Shape(pool.stride()), new Shape(0), false);
    } else if (layer instanceof Residual residual) {
      NDArray sum =
          forward(residual.body(), x, training).add(forward(residual.shortcut(), x, training));
      return residual.relu() ? Activation.relu(sum) : sum;
    } else if (layer instanceof Sum sum) {
      NDArray total = forward(sum.branches().get(0), x, training);
      for (List<Layer> branch : sum.branches().subList(1, sum.branches().size())) {
        total = total.add(forward(branch, x, training));
      }
      return total;
    } else if (layer instanceof SqueezeExcitation excitation) {
      NDArray squeezed = connect(excitation.reduce(), x.mean(TIME));
      return x.mul(Activation.sigmoid(connect(excitation.expand(), squeezed)).expandDims(2));
    } else if (layer instanceof GlobalPool pool) {
      return pool(pool, x);
    } else if (layer instanceof AttentivePool pool) {
      NDArray share = convolve(pool.scores(), convolve(pool.hidden(), x).tanh()).softmax(2);
      NDArray mean = x.mul(share).sum(TIME, true);
      NDArray variance = x.sub(mean).square().mul(share).sum(TIME);
      return mean.squeeze(2).concat(variance.add(pool.epsilon()).sqrt(), 1);
    } else if (layer instanceof Softmax) {
      // What is trained are the logits before it.
      return x;
    }
    throw new IllegalStateException("cannot train " + layer);
  }

  private NDArray convolve(Conv1d conv, NDArray x) {
    Weights own = ofLayer.get(conv);
    NDArray y =
        ai.djl.nn.convolutional.Conv1d.conv1d(
                x,
                own.weights(),
                own.bias(),
                new Shape(conv.stride()),
                new Shape(conv.padding()),
                new Shape(1))
            .singletonOrThrow();
    return conv.relu() ? Activation.relu(y) : y;
  }

  private NDArray connect(Dense dense, NDArray x) {
    Weights own = ofLayer.get(dense);
    NDArray y = Linear.linear(x, own.weights(), own.bias()).singletonOrThrow();
    return dense.relu() ? Activation.relu(y) : y;
  }

  private static NDArray pool(GlobalPool pool, NDArray x) {
    return switch (pool.kind()) {
      case MEAN -> x.mean(TIME);
      case MAX -> x.max(TIME);
      case MEAN_MAX -> x.mean(TIME).concat(x.max(TIME), 1);
      case MEAN_STD -> {
        NDArray mean = x.mean(TIME, true);
        NDArray variance = x.sub(mean).square().mean(TIME);
        yield mean.squeeze(2).concat(variance.add(pool.epsilon()).sqrt(), 1);
      }
    };
  }

  /**
   * Returns the network for export, with the weights as they are now.
   *
   * @throws IllegalArgumentException if one is not finite: the training diverged
   */
  Network toNetwork() {
    return new Network(network.frames(), network.coefficients(), tuned(network.layers()));
  }

  private List<Layer> tuned(List<Layer> layers) {
    return layers.stream().map(this::tuned).toList();
  }

  private Layer tuned(Layer layer) {
    if (layer instanceof Conv1d conv) {
      return tuned(conv);
    } else if (layer instanceof Dense dense) {
      return tuned(dense);
    } else if (layer instanceof Residual residual) {
      return new Residual(tuned(residual.body()), tuned(residual.shortcut()), residual.relu());
    } else if (layer instanceof Sum sum) {
      return new Sum(sum.branches().stream().map(this::tuned).toList());
    } else if (layer instanceof SqueezeExcitation excitation) {
      return new SqueezeExcitation(tuned(excitation.reduce()), tuned(excitation.expand()));
    } else if (layer instanceof AttentivePool pool) {
      return new AttentivePool(tuned(pool.hidden()), tuned(pool.scores()), pool.epsilon());
    }
    return layer;
  }

  private Conv1d tuned(Conv1d conv) {
    Weights own = ofLayer.get(conv);
    Conv1d tuned =
        Conv1d.ofPyTorch(
                own.weights().toFloatArray(),
                own.bias().toFloatArray(),
                conv.outputs(),
                conv.inputs(),
                conv.kernel())
            .withStride(conv.stride())
            .withPadding(conv.padding());
    return conv.relu() ? tuned.withRelu() : tuned;
  }

  private Dense tuned(Dense dense) {
    Weights own = ofLayer.get(dense);
    float[] weights = own.weights().toFloatArray();
    Dense tuned = Dense.of(weights, own.bias().toFloatArray(), dense.outputs(), dense.inputs());
    return dense.relu() ? tuned.withRelu() : tuned;
  }

  @Override
  public void close() {
    manager.close();
  }
}
