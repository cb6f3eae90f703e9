// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.SequentialBlock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.undertone.ser.infer.ModelSpec;

/**
 * A trained network, of one or more nets, as plain arrays, free of DJL; immutable, the arrays are not to
 * be changed.
 */
public final class TrainedNetwork {
  /**
   * One of its nets.
   *
   * @param parameters weights and batch statistics, by name, in the order of the layers
   * @param weight of its logits; all together have 1
   */
  record Net(Recipe.NetworkShape shape, Map<String, float[]> parameters, double weight) {
    /** Returns this net as part of a group that has a weight together. */
    Net weighted(double share) {
      return new Net(shape, parameters, share * weight);
    }

    private Net alone() {
      return new Net(shape, parameters, 1);
    }
  }

  private final ModelSpec spec;
  private final List<Net> nets;

  TrainedNetwork(ModelSpec spec, List<Net> nets) {
    this.spec = spec;
    this.nets = List.copyOf(nets);
  }

  /** Returns a net's weights and batch statistics, by name, in the order of its layers. */
  static Map<String, float[]> parameters(SequentialBlock network) {
    Map<String, float[]> parameters = new LinkedHashMap<>();
    for (var pair : network.getParameters()) {
      NDArray array = pair.getValue().getArray();
      parameters.put(pair.getKey(), array.toFloatArray());
    }
    return parameters;
  }

  /** Returns what the model will say of itself. */
  public ModelSpec spec() {
    return spec;
  }

  /** Returns this network with another spec. */
  public TrainedNetwork withSpec(ModelSpec other) {
    return new TrainedNetwork(other, nets);
  }

  List<Net> nets() {
    return nets;
  }

  /** Returns every net as a network of its own. */
  public List<TrainedNetwork> alone() {
    return nets.stream().map(net -> new TrainedNetwork(spec, List.of(net.alone()))).toList();
  }

  /**
   * Returns the network for export, with its batch normalisation folded in. Of several nets the logits
   * are averaged by weight: the geometric mean of their probabilities.
   */
  public Network toNetwork() {
    List<List<Layer>> branches = nets.stream().map(this::layers).toList();
    List<Layer> layers =
        new ArrayList<>(branches.size() == 1 ? branches.get(0) : List.of(new Sum(branches)));
    layers.add(new Softmax());
    return new Network(spec.windowFrames(), spec.mfcc().nMfcc(), layers);
  }

  private List<Layer> layers(Net net) {
    Recipe.NetworkShape shape = net.shape();
    List<Layer> layers = new ArrayList<>();
    Iterator<float[]> arrays = net.parameters().values().iterator();
    int inputs = shape.channels().get(0);
    layers.add(
        convolution(arrays, inputs, spec.mfcc().nMfcc(), shape.stemKernel())
            .withStride(shape.stemStride())
            .withRelu());
    for (int i = 0; i < shape.channels().size(); i++) {
      int outputs = shape.channels().get(i);
      int kernel = shape.kernels().get(i);
      List<Layer> body = new ArrayList<>();
      body.add(convolution(arrays, outputs, inputs, kernel).withRelu());
      body.add(convolution(arrays, outputs, outputs, kernel));
      if (shape.squeeze() > 0) {
        int units = NetworkBlocks.squeezed(outputs, shape.squeeze());
        Dense reduce = Dense.of(arrays.next(), arrays.next(), units, outputs);
        Dense expand = Dense.of(arrays.next(), arrays.next(), outputs, units);
        body.add(new SqueezeExcitation(reduce, expand));
      }
      List<Layer> shortcut =
          inputs == outputs ? List.of() : List.of(convolution(arrays, outputs, inputs, 1));
      layers.add(new Residual(body, shortcut, true));
      int pool = shape.pools().get(i);
      if (pool > 1) {
        layers.add(new MaxPool1d(pool, pool));
      }
      inputs = outputs;
    }
    layers.add(pool(arrays, inputs, shape.attention()));
    layers.add(
        Dense.of(
            share(arrays.next(), net),
            share(arrays.next(), net),
            spec.labels().size(),
            2 * inputs));
    return layers;
  }

  private static Layer pool(Iterator<float[]> arrays, int channels, int hidden) {
    return hidden == 0
        ? GlobalPool.meanStd(NetworkBlocks.EPSILON)
        : new AttentivePool(
            Conv1d.ofPyTorch(arrays.next(), arrays.next(), hidden, channels, 1),
            Conv1d.ofPyTorch(arrays.next(), arrays.next(), channels, hidden, 1),
            NetworkBlocks.EPSILON);
  }

  private static Conv1d convolution(Iterator<float[]> arrays, int outputs, int inputs, int kernel) {
    return Conv1d.ofPyTorch(arrays.next(), null, outputs, inputs, kernel)
        .withBatchNorm(
            arrays.next(), arrays.next(), arrays.next(), arrays.next(), NetworkBlocks.EPSILON);
  }

  private static float[] share(float[] values, Net net) {
    float[] shared = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      shared[i] = (float) (net.weight() * values[i]);
    }
    return shared;
  }
}
