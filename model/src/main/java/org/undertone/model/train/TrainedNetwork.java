package org.undertone.model.train;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.SequentialBlock;
import java.util.LinkedHashMap;
import java.util.Map;
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
}
