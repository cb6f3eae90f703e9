// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import static org.undertone.model.export.NetworkTensors.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.lite.schema.AddOptions;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.undertone.model.export.NetworkTensors.Node;
import org.undertone.model.export.NetworkTensors.NotOursException;
import org.undertone.model.export.OperatorReader.Found;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelFileException;
import org.undertone.ser.infer.ModelFileException.Kind;

/**
 * Reads back what {@link TfliteWriter} wrote. Batch normalisations stay folded into the convolutions
 * before them.
 */
public final class NetworkReader {
  private final NetworkTensors tensors;
  private final OperatorReader operators;
  private final PoolReader pools;
  private final Map<Integer, ReadStep> steps = new HashMap<>();

  private NetworkReader(NetworkTensors tensors) throws NotOursException {
    this.tensors = tensors;
    operators = new OperatorReader(tensors);
    pools = new PoolReader(tensors, operators);
    steps.put(tensors.input(), ReadStep.input(tensors.shape(tensors.input())));
  }

  /**
   * Returns the file's network, its weights widened to float32.
   *
   * @throws ModelFileException if {@link TfliteWriter} does not write such files; the message says where
   *     it differs
   */
  public static Network read(ModelFile file) throws ModelFileException {
    try {
      NetworkReader reader = new NetworkReader(new NetworkTensors(file.network()));
      return reader.network();
    } catch (NotOursException e) {
      throw refusal(e.getMessage(), e);
    } catch (RuntimeException e) {
      // An offset that leads out of the file, or layers that do not fit together.
      throw refusal(e.toString(), e);
    }
  }

  private static ModelFileException refusal(String what, Exception cause) {
    return new ModelFileException(
        Kind.UNSUPPORTED_NETWORK,
        "The model's network cannot be read back into layers ("
            + what
            + "): take a file that `ser train` wrote.",
        cause);
  }

  private Network network() throws NotOursException {
    ReadStep input = step(tensors.input());
    List<Layer> layers = step(tensors.output()).layersFrom(input);
    return new Network(input.shape().frames(), input.shape().channels(), layers);
  }

  /** Returns the layer that ends in a tensor, after those before it. */
  private ReadStep step(int tensor) throws NotOursException {
    ReadStep known = steps.get(tensor);
    if (known != null) {
      return known;
    }
    ReadStep step = read(tensor);
    require(
        step.shape().equals(tensors.shape(tensor)),
        "'" + tensors.name(tensor) + "' is not of the shape that its layer makes");
    steps.put(tensor, step);
    return step;
  }

  private ReadStep read(int tensor) throws NotOursException {
    Node node = tensors.producer(tensor);
    return switch (node.builtin()) {
      case BuiltinOperator.CONV_2D -> after(operators.conv(tensor));
      case BuiltinOperator.FULLY_CONNECTED -> after(operators.dense(tensor));
      case BuiltinOperator.MAX_POOL_2D -> after(pools.maxPool(tensor));
      case BuiltinOperator.RESHAPE -> after(pools.pool(tensor));
      case BuiltinOperator.MUL -> after(excitation(node));
      case BuiltinOperator.ADD -> add(node);
      case BuiltinOperator.SOFTMAX -> step(node.input(0)).then(new Softmax());
      default -> throw new NotOursException("no layer ends in " + node);
    };
  }

  private ReadStep after(Found<? extends Layer> found) throws NotOursException {
    return step(found.source()).then(found.layer());
  }

  private Found<SqueezeExcitation> excitation(Node node) throws NotOursException {
    Node gate = tensors.producer(node.input(1), BuiltinOperator.LOGISTIC);
    Found<Conv1d> expand = operators.conv(gate.input(0));
    Found<Conv1d> reduce = operators.conv(expand.source());
    int source = pools.meanOf(reduce.source());
    require(source == node.input(0), node + " does not scale what it squeezes");
    require(
        reduce.layer().relu() && reduce.layer().kernel() == 1 && expand.layer().kernel() == 1,
        node + " is not by dense layers, the first one rectified");
    return new Found<>(source, new SqueezeExcitation(dense(reduce.layer()), dense(expand.layer())));
  }

  private static Dense dense(Conv1d conv) {
    Dense dense = Dense.of(conv.weights(), conv.bias(), conv.outputs(), conv.inputs());
    return conv.relu() ? dense.withRelu() : dense;
  }

  private ReadStep add(Node node) throws NotOursException {
    ReadStep left = step(node.input(0));
    ReadStep right = step(node.input(1));
    ReadStep fork = ReadStep.fork(left, right);
    boolean relu =
        OperatorReader.relu(node, node.options(new AddOptions()).fusedActivationFunction());
    // Both add; only the name tells which of the two it was.
    if (!node.name().startsWith(LayerEmitter.SUM)) {
      return fork.then(new Residual(left.layersFrom(fork), right.layersFrom(fork), relu));
    }
    require(!relu, node + " is rectified");
    List<List<Layer>> branches = new ArrayList<>();
    if (left.layer() instanceof Sum sum && left.before() == fork) {
      // The sum of the branches before the last.
      branches.addAll(sum.branches());
    } else {
      branches.add(left.layersFrom(fork));
    }
    branches.add(right.layersFrom(fork));
    return fork.then(new Sum(branches));
  }
}
