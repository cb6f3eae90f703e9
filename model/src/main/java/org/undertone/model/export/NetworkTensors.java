// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import com.google.flatbuffers.Table;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.QuantizationParameters;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;
import org.tensorflow.lite.schema.TensorType;

/** The tensors of a TensorFlow Lite flatbuffer, what computes them and what they hold. */
final class NetworkTensors {
  // Far more than any of ours; keeps the recursion over layers flat.
  private static final int MOST_OPERATORS = 1_000;

  private final Model model;
  private final SubGraph graph;
  private final Map<Integer, Node> producers = new HashMap<>();

  /** An operator: its kind, its options, and the tensors that it reads. */
  record Node(int builtin, Operator operator, String name) {
    int input(int index) throws NotOursException {
      if (index >= operator.inputsLength()) {
        throw new NotOursException(this + " has " + operator.inputsLength() + " inputs");
      }
      return operator.inputs(index);
    }

    /** Returns the options, into which an empty table is made. */
    <T extends Table> T options(T empty) throws NotOursException {
      require(operator.builtinOptions(empty) != null, this + " without options");
      return empty;
    }

    @Override
    public String toString() {
      return BuiltinOperator.name(builtin) + " for '" + name + "'";
    }
  }

  /** The network is not as our exporter writes them; the message says where. */
  static final class NotOursException extends Exception {
    private static final long serialVersionUID = 1L;

    NotOursException(String message) {
      super(message);
    }
  }

  /** Indexes a flatbuffer's operators by what they compute. */
  NetworkTensors(ByteBuffer network) throws NotOursException {
    model = Model.getRootAsModel(network.order(ByteOrder.LITTLE_ENDIAN));
    graph = model.subgraphs(0);
    require(
        model.subgraphsLength() == 1 && graph.operatorsLength() <= MOST_OPERATORS,
        model.subgraphsLength() + " graphs, " + graph.operatorsLength() + " operators");
    for (int i = 0; i < graph.operatorsLength(); i++) {
      Operator operator = graph.operators(i);
      Node node =
          new Node(
              model.operatorCodes((int) operator.opcodeIndex()).builtinCode(),
              operator,
              name(operator.outputs(0)));
      for (int j = 0; j < operator.inputsLength(); j++) {
        // So no tensor follows from itself.
        boolean known = isComputed(operator.inputs(j)) || isConstant(operator.inputs(j));
        require(known || operator.inputs(j) == input(), node + " reads what comes later");
      }
      require(
          operator.outputsLength() == 1 && producers.put(operator.outputs(0), node) == null,
          node + " computes what is there already");
    }
  }

  static void require(boolean condition, String what) throws NotOursException {
    if (!condition) {
      throw new NotOursException(what);
    }
  }

  int input() {
    return graph.inputs(0);
  }

  int output() {
    return graph.outputs(0);
  }

  String name(int tensor) {
    return graph.tensors(tensor).name();
  }

  private boolean isComputed(int tensor) {
    return producers.containsKey(tensor);
  }

  private boolean isConstant(int tensor) {
    return graph.tensors(tensor).buffer() != 0;
  }

  /** Returns the shape of a signal, {@code [1, 1, frames, channels]}, or vector, {@code [1, size]}. */
  Shape shape(int tensor) throws NotOursException {
    int[] sizes = sizes(tensor);
    boolean image = sizes.length == 4 && sizes[0] == 1 && sizes[1] == 1;
    boolean vector = sizes.length == 2 && sizes[0] == 1;
    require(image || vector, "tensor '" + name(tensor) + "' is neither a signal nor a vector");
    return image ? new Shape(sizes[2], sizes[3]) : Shape.vector(sizes[1]);
  }

  /** Returns the sizes along all axes. */
  int[] sizes(int tensor) {
    Tensor of = graph.tensors(tensor);
    int[] sizes = new int[of.shapeLength()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = of.shape(i);
    }
    return sizes;
  }

  /** Returns the operator that computes a tensor. */
  Node producer(int tensor) throws NotOursException {
    Node node = producers.get(tensor);
    require(node != null, "nothing computes tensor '" + name(tensor) + "'");
    return node;
  }

  /** Returns the operator that computes a tensor, which must be of this kind. */
  Node producer(int tensor, int builtin) throws NotOursException {
    Node node = producer(tensor);
    require(node.builtin() == builtin, node + ", not " + BuiltinOperator.name(builtin));
    return node;
  }

  /** Returns whether a tensor is computed by an operator of this kind. */
  boolean isOf(int tensor, int builtin) {
    Node node = producers.get(tensor);
    return node != null && node.builtin() == builtin;
  }

  /** Returns constants of float32, or those of float16 or int8 that are widened to it. */
  float[] floats(int tensor) throws NotOursException {
    int stored =
        isComputed(tensor) ? producer(tensor, BuiltinOperator.DEQUANTIZE).input(0) : tensor;
    ByteBuffer data = data(stored);
    switch (graph.tensors(stored).type()) {
      case TensorType.FLOAT32 -> {
        float[] values = new float[data.remaining() / Float.BYTES];
        data.asFloatBuffer().get(values);
        return values;
      }
      case TensorType.FLOAT16 -> {
        float[] values = new float[data.remaining() / Short.BYTES];
        for (int i = 0; i < values.length; i++) {
          values[i] = HalfFloat.toFloat(data.getShort());
        }
        return values;
      }
      case TensorType.INT8 -> {
        byte[] values = new byte[data.remaining()];
        data.get(values);
        return new ByteWeights(values, scales(stored, values.length)).toFloats();
      }
      default -> throw new NotOursException("tensor '" + name(stored) + "' is of another type");
    }
  }

  private float[] scales(int tensor, int values) throws NotOursException {
    QuantizationParameters quantization = graph.tensors(tensor).quantization();
    int channels = graph.tensors(tensor).shape(0);
    require(
        quantization != null
            && quantization.quantizedDimension() == 0
            && quantization.scaleLength() == channels
            && values % channels == 0,
        "tensor '" + name(tensor) + "' is without a scale for each channel");
    float[] scales = new float[channels];
    for (int i = 0; i < channels; i++) {
      scales[i] = quantization.scale(i);
    }
    return scales;
  }

  /** Returns a constant integer. */
  int integer(int tensor, int index) throws NotOursException {
    ByteBuffer data = data(tensor);
    require(
        graph.tensors(tensor).type() == TensorType.INT32 && data.remaining() > 4 * index,
        "tensor '" + name(tensor) + "' holds no integers");
    return data.getInt(data.position() + Integer.BYTES * index);
  }

  private ByteBuffer data(int tensor) throws NotOursException {
    ByteBuffer data = model.buffers((int) graph.tensors(tensor).buffer()).dataAsByteBuffer();
    require(data != null, "tensor '" + name(tensor) + "' is not constant");
    // A view of its own, for the one above shares its position with all others.
    return data.slice().order(ByteOrder.LITTLE_ENDIAN);
  }
}
