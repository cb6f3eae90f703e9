// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;
import org.tensorflow.lite.schema.TensorType;

/**
 * What a network is made of; immutable.
 *
 * @param parameters weights and biases: the trained values
 * @param precision how most of them are stored
 * @param operators how many there are of each kind
 */
record NetworkFacts(long parameters, String precision, Map<String, Integer> operators) {

  /** Reads a flatbuffer that the runtime has accepted. */
  static NetworkFacts of(ByteBuffer network) {
    Model model = Model.getRootAsModel(network.duplicate().order(ByteOrder.LITTLE_ENDIAN));
    SubGraph graph = model.subgraphs(0);
    long bytes8 = 0;
    long half = 0;
    long full = 0;
    for (int i = 0; i < graph.tensorsLength(); i++) {
      Tensor tensor = graph.tensors(i);
      int bytes = model.buffers((int) tensor.buffer()).dataLength();
      if (tensor.type() == TensorType.INT8) {
        bytes8 += bytes;
      } else if (tensor.type() == TensorType.FLOAT16) {
        half += bytes / 2;
      } else if (tensor.type() == TensorType.FLOAT32) {
        full += bytes / 4;
      }
    }
    Map<String, Integer> operators = new TreeMap<>();
    for (int i = 0; i < graph.operatorsLength(); i++) {
      int code = model.operatorCodes((int) graph.operators(i).opcodeIndex()).builtinCode();
      operators.merge(BuiltinOperator.name(code), 1, Integer::sum);
    }
    String precision = bytes8 > half + full ? "int8" : half > full ? "float16" : "float32";
    return new NetworkFacts(bytes8 + half + full, precision, operators);
  }
}
