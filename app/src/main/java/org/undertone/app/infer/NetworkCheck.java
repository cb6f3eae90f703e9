// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;
import org.tensorflow.lite.schema.TensorType;
import org.undertone.app.infer.ModelRefusedException.Reason;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelFileException;

/**
 * Takes networks of the kind that {@code ser train} writes, and no others. TensorFlow Lite checks much of
 * what a file says of itself, but it is native code with many operators and delegates, and was not made
 * for files of strangers: what it gets wrong ends the process. So everything that it will believe is
 * compared here with what must be so, before it sees the file.
 */
final class NetworkCheck {
  private static final int SCHEMA_VERSION = 3;
  private static final int MOST_PARTS = 1_000;
  // Some twenty times the largest tensor of our models; keeps all products below in an int.
  private static final int MOST_ELEMENTS = 1 << 22;
  private static final String METADATA = "TFLITE_METADATA";
  // schema.fbs: table Model, table Buffer.
  private static final int BUFFERS_FIELD = 4;
  private static final int BUFFER_OFFSET_FIELD = 1;
  private static final int BUFFER_SIZE_FIELD = 2;

  private final ModelFile file;
  private final ByteBuffer bytes;
  private final Model model;

  private NetworkCheck(ModelFile file) {
    this.file = file;
    bytes = file.network().order(ByteOrder.LITTLE_ENDIAN);
    model = Model.getRootAsModel(bytes);
  }

  /**
   * Checks a network.
   *
   * @throws ModelRefusedException if it is not as {@code ser train} writes them; the message says where
   */
  static void check(ModelFile file) throws ModelRefusedException {
    try {
      new NetworkCheck(file).check();
    } catch (ModelFileException e) {
      throw ModelRefusedException.of(e);
    } catch (RuntimeException e) {
      // An offset that leads out of the file, or a vector of negative length.
      throw unsafe("its structure is broken: " + e, e);
    }
  }

  private static ModelRefusedException unsafe(String what, Throwable cause) {
    return new ModelRefusedException(
        Reason.UNSAFE_NETWORK,
        "The network is not as `ser train` writes them (" + what + "): export it again.",
        cause);
  }

  static void require(boolean condition, String what) throws ModelRefusedException {
    if (!condition) {
      throw unsafe(what, null);
    }
  }

  private void check() throws ModelRefusedException, ModelFileException {
    require(model.version() == SCHEMA_VERSION, "schema version " + model.version());
    require(model.subgraphsLength() == 1, model.subgraphsLength() + " graphs");
    requireCount("operator codes", model.operatorCodesLength());
    requireCount("buffers", model.buffersLength());
    require(
        model.signatureDefsLength() == 0 && model.metadataBufferLength() == 0,
        "it has signatures or old metadata");
    checkMetadata();
    SubGraph graph = model.subgraphs(0);
    requireCount("tensors", graph.tensorsLength());
    requireCount("operators", graph.operatorsLength());
    require(graph.inputsLength() == 1 && graph.outputsLength() == 1, "inputs or outputs");
    List<CheckedTensor> tensors = new ArrayList<>();
    for (int i = 0; i < graph.tensorsLength(); i++) {
      tensors.add(tensor(graph.tensors(i), "tensor " + i));
    }
    CheckedTensor input = at(tensors, graph.inputs(0), "input");
    CheckedTensor output = at(tensors, graph.outputs(0), "output");
    file.checkShapes(input.shape(), output.shape());
    require(input.isImage() && output.isVector(), "input and output must be float32");
    input.setComputed();
    for (int i = 0; i < graph.operatorsLength(); i++) {
      checkOperator(graph.operators(i), tensors, "operator " + i);
    }
    require(output.isKnown() && output != input, "nothing computes the output");
  }

  private static void requireCount(String what, int count) throws ModelRefusedException {
    require(count >= 1 && count <= MOST_PARTS, count + " " + what);
  }

  private void checkMetadata() throws ModelRefusedException {
    require(
        model.metadataLength() == 1 && METADATA.equals(model.metadata(0).name()),
        "metadata other than " + METADATA);
    buffer(model.metadata(0).buffer(), METADATA);
  }

  /** Returns a buffer's content, or null if it is empty. */
  private ByteBuffer buffer(long index, String where) throws ModelRefusedException {
    require(index >= 0 && index < model.buffersLength(), where + ": buffer " + index);
    FlatTable fields = FlatTable.root(bytes).element(BUFFERS_FIELD, (int) index);
    require(
        !fields.has(BUFFER_OFFSET_FIELD) && !fields.has(BUFFER_SIZE_FIELD),
        where + ": data outside of the flatbuffer");
    return model.buffers((int) index).dataAsByteBuffer();
  }

  private CheckedTensor tensor(Tensor tensor, String where) throws ModelRefusedException {
    int[] shape = new int[checkedRank(tensor.shapeLength(), where)];
    long elements = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = tensor.shape(axis);
      require(shape[axis] >= 1 && shape[axis] <= MOST_ELEMENTS, where + ": axis of " + shape[axis]);
      elements *= shape[axis];
      require(elements <= MOST_ELEMENTS, where + ": more than " + MOST_ELEMENTS + " elements");
    }
    require(
        !tensor.isVariable() && tensor.sparsity() == null && tensor.shapeSignatureLength() == 0,
        where + ": variable, sparse or of changing shape");
    QuantizationCheck.check(tensor, where);
    ByteBuffer data = buffer(tensor.buffer(), where);
    int size = data == null ? 0 : data.remaining();
    if (size == 0) {
      // Buffer 0 stands for "computed"; another that is empty would be a constant without content.
      require(tensor.buffer() == 0, where + ": constant without content");
      return new CheckedTensor(tensor.type(), shape, null);
    }
    long expected = elements * elementBytes(tensor.type(), where);
    require(size == expected, where + ": " + size + " bytes of data, need " + expected);
    return new CheckedTensor(tensor.type(), shape, data.slice());
  }

  private static int checkedRank(int rank, String where) throws ModelRefusedException {
    require(rank >= 1 && rank <= 4, where + ": " + rank + " axes");
    return rank;
  }

  private static int elementBytes(byte type, String where) throws ModelRefusedException {
    return switch (type) {
      case TensorType.FLOAT32, TensorType.INT32 -> 4;
      case TensorType.FLOAT16 -> 2;
      case TensorType.INT8 -> 1;
      default -> throw unsafe(where + ": type " + type, null);
    };
  }

  private static CheckedTensor at(List<CheckedTensor> tensors, int index, String where)
      throws ModelRefusedException {
    require(index >= 0 && index < tensors.size(), where + ": tensor " + index);
    return tensors.get(index);
  }

  private void checkOperator(Operator operator, List<CheckedTensor> tensors, String where)
      throws ModelRefusedException {
    long codeIndex = operator.opcodeIndex();
    require(codeIndex >= 0 && codeIndex < model.operatorCodesLength(), where + ": code");
    OperatorCode code = model.operatorCodes((int) codeIndex);
    require(
        code.customCode() == null && code.builtinCode() == code.deprecatedBuiltinCode(),
        where + ": custom or contradictory code");
    require(
        operator.mutatingVariableInputsLength() == 0
            && operator.intermediatesLength() == 0
            && operator.customOptionsLength() == 0,
        where + ": parts that no operator of ours has");
    require(operator.inputsLength() >= 1 && operator.inputsLength() <= 4, where + ": inputs");
    require(operator.outputsLength() == 1, where + ": outputs");
    List<CheckedTensor> inputs = new ArrayList<>();
    for (int i = 0; i < operator.inputsLength(); i++) {
      CheckedTensor input = at(tensors, operator.inputs(i), where + " input");
      require(
          input.isKnown(), where + ": reads tensor " + operator.inputs(i) + " before it is set");
      inputs.add(input);
    }
    CheckedTensor output = at(tensors, operator.outputs(0), where + " output");
    require(!output.isKnown(), where + ": writes tensor " + operator.outputs(0) + " once more");
    OperatorCheck.check(code, operator, inputs, output, where);
    output.setComputed();
  }
}
