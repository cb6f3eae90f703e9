// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.tflite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;
import org.tensorflow.lite.schema.TensorType;

/** Lists what is in a TensorFlow Lite flatbuffer that the runtime has accepted. */
final class NetworkListing {
  private NetworkListing() {}

  /** Returns a line for the input, for each operator's output, and for the output. */
  static String of(ByteBuffer network) {
    Model model = Model.getRootAsModel(network.duplicate().order(ByteOrder.LITTLE_ENDIAN));
    SubGraph graph = model.subgraphs(0);
    StringBuilder text = new StringBuilder();
    line(text, "input", graph.tensors(graph.inputs(0)), 0);
    for (int i = 0; i < graph.operatorsLength(); i++) {
      Operator operator = graph.operators(i);
      int code = model.operatorCodes((int) operator.opcodeIndex()).builtinCode();
      long constants = 0;
      for (int j = 0; j < operator.inputsLength(); j++) {
        constants += constantBytes(model, graph.tensors(operator.inputs(j)));
      }
      line(text, BuiltinOperator.name(code), graph.tensors(operator.outputs(0)), constants);
    }
    line(text, "output", graph.tensors(graph.outputs(0)), 0);
    return text.toString();
  }

  private static long constantBytes(Model model, Tensor tensor) {
    return model.buffers((int) tensor.buffer()).dataLength();
  }

  private static void line(StringBuilder text, String operator, Tensor tensor, long constants) {
    int[] shape = new int[tensor.shapeLength()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = tensor.shape(i);
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%-20s %-28s %-8s %-18s%s%n",
            operator,
            tensor.name(),
            TensorType.name(tensor.type()),
            Arrays.toString(shape),
            constants == 0 ? "" : " " + constants + " bytes of weights"));
  }
}
