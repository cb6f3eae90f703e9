// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.SequentialBlock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undertone.model.export.Conv1d;
import org.undertone.model.export.Dense;
import org.undertone.model.export.GlobalPool;
import org.undertone.model.export.Layer;
import org.undertone.model.export.MaxPool1d;
import org.undertone.model.export.Network;
import org.undertone.model.export.Softmax;
import org.undertone.ser.infer.ModelSpec;

/** A trained network as plain arrays, free of DJL; immutable, the arrays are not to be changed. */
public final class TrainedNetwork {
  private final ModelSpec spec;
  private final Recipe.NetworkShape shape;
  private final Map<String, float[]> parameters;

  private TrainedNetwork(
      ModelSpec spec, Recipe.NetworkShape shape, Map<String, float[]> parameters) {
    this.spec = spec;
    this.shape = shape;
    this.parameters = parameters;
  }

  static TrainedNetwork of(ModelSpec spec, Recipe.NetworkShape shape, SequentialBlock network) {
    Map<String, float[]> parameters = new LinkedHashMap<>();
    for (var pair : network.getParameters()) {
      NDArray array = pair.getValue().getArray();
      parameters.put(pair.getKey(), array.toFloatArray());
    }
    return new TrainedNetwork(spec, shape, parameters);
  }

  /** Returns what the model will say of itself. */
  public ModelSpec spec() {
    return spec;
  }

  /** Returns this network with another spec. */
  public TrainedNetwork withSpec(ModelSpec other) {
    return new TrainedNetwork(other, shape, parameters);
  }

  Recipe.NetworkShape shape() {
    return shape;
  }

  Map<String, float[]> parameters() {
    return parameters;
  }

  /** Returns the network for export, with its batch normalisation folded in. */
  public Network toNetwork() {
    List<Layer> layers = new ArrayList<>();
    Iterator<float[]> arrays = parameters.values().iterator();
    int inputs = spec.mfcc().nMfcc();
    for (int i = 0; i < shape.channels().size(); i++) {
      int outputs = shape.channels().get(i);
      Conv1d convolution =
          Conv1d.ofPyTorch(arrays.next(), null, outputs, inputs, shape.kernels().get(i));
      layers.add(
          convolution
              .withBatchNorm(
                  arrays.next(), arrays.next(), arrays.next(), arrays.next(), NetworkBlocks.EPSILON)
              .withRelu());
      int pool = shape.pools().get(i);
      if (pool > 1) {
        layers.add(new MaxPool1d(pool, pool));
      }
      inputs = outputs;
    }
    layers.add(GlobalPool.meanStd(NetworkBlocks.EPSILON));
    layers.add(Dense.of(arrays.next(), arrays.next(), spec.labels().size(), 2 * inputs));
    layers.add(new Softmax());
    return new Network(spec.windowFrames(), spec.mfcc().nMfcc(), layers);
  }
}
