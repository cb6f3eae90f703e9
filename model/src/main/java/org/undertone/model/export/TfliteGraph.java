// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.lite.schema.Buffer;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.Metadata;
import org.tensorflow.lite.schema.MetadataT;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.OperatorCodeT;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.QuantizationParametersT;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.SubGraphT;
import org.tensorflow.lite.schema.TensorT;
import org.tensorflow.lite.schema.TensorType;

/** Gathers the tensors, buffers and operators of a TensorFlow Lite flatbuffer (schema version 3). */
final class TfliteGraph {
  private static final int SCHEMA_VERSION = 3;
  // The schema's force_align of Buffer.data, so that weights are used where they lie.
  private static final int BUFFER_ALIGNMENT = 16;
  private static final int NO_BUFFER = 0;
  // The first versions of the operator that read float16, and int8 with a scale for each channel.
  private static final int DEQUANTIZE_FLOAT16 = 2;
  private static final int DEQUANTIZE_CHANNELS = 5;

  private final Precision precision;
  private final List<TensorT> tensors = new ArrayList<>();
  private final List<byte[]> buffers = new ArrayList<>();
  private final List<OperatorT> operators = new ArrayList<>();
  private final Map<Integer, OperatorCodeT> codes = new LinkedHashMap<>();
  private final Map<Integer, Integer> codeIndex = new LinkedHashMap<>();

  TfliteGraph(Precision precision) {
    this.precision = precision;
    buffers.add(new byte[0]);
  }

  /** Adds a tensor that is computed, and returns its index. */
  int tensor(String name, int... shape) {
    return tensor(name, TensorType.FLOAT32, NO_BUFFER, shape);
  }

  /** Gives a tensor another name. */
  void rename(int tensor, String name) {
    tensors.get(tensor).setName(name);
  }

  /** Adds constant floats in full precision. */
  int constant(String name, float[] values, int... shape) {
    ByteBuffer data = littleEndian(values.length * Float.BYTES);
    data.asFloatBuffer().put(values);
    return tensor(name, TensorType.FLOAT32, buffer(data), shape);
  }

  /** Adds constant integers. */
  int constant(String name, int[] values, int... shape) {
    ByteBuffer data = littleEndian(values.length * Integer.BYTES);
    data.asIntBuffer().put(values);
    return tensor(name, TensorType.INT32, buffer(data), shape);
  }

  /**
   * Adds weights in the graph's precision, output channels along the first axis, and returns the index of
   * a tensor of float32.
   */
  int weights(String name, float[] values, int... shape) {
    return switch (precision) {
      case FLOAT32 -> constant(name, values, shape);
      case FLOAT16 -> half(name, values, shape);
      case INT8 -> bytes(name, ByteWeights.of(values, shape[0]), shape);
    };
  }

  /** Adds what is added to the channels. */
  int bias(String name, float[] values) {
    return precision == Precision.FLOAT16
        ? half(name, values, values.length)
        : constant(name, values, values.length);
  }

  private int half(String name, float[] values, int... shape) {
    ByteBuffer data = littleEndian(values.length * Short.BYTES);
    for (float value : values) {
      data.putShort(HalfFloat.fromFloat(value));
    }
    return dequantized(name, tensor(name + "/float16", TensorType.FLOAT16, buffer(data), shape));
  }

  private int bytes(String name, ByteWeights weights, int... shape) {
    int tensor =
        tensor(name + "/int8", TensorType.INT8, buffer(ByteBuffer.wrap(weights.values())), shape);
    QuantizationParametersT quantization = new QuantizationParametersT();
    quantization.setScale(weights.scales());
    quantization.setZeroPoint(new long[weights.scales().length]);
    tensors.get(tensor).setQuantization(quantization);
    return dequantized(name, tensor);
  }

  private int dequantized(String name, int compact) {
    int full = tensor(name, tensors.get(compact).getShape());
    operator(BuiltinOperator.DEQUANTIZE, BuiltinOptions.NONE, null, full, compact);
    return full;
  }

  /** Adds an operator, in the oldest version that can do what it does here. */
  void operator(int builtin, byte optionsType, Object options, int output, int... inputs) {
    if (!codes.containsKey(builtin)) {
      OperatorCodeT code = new OperatorCodeT();
      code.setBuiltinCode(builtin);
      // Readers older than the wide field look here; all of ours are below its limit of 127.
      code.setDeprecatedBuiltinCode((byte) builtin);
      code.setVersion(version(builtin));
      codeIndex.put(builtin, codes.size());
      codes.put(builtin, code);
    }
    OperatorT operator = new OperatorT();
    operator.setOpcodeIndex(codeIndex.get(builtin));
    operator.setInputs(inputs);
    operator.setOutputs(new int[] {output});
    BuiltinOptionsUnion union = new BuiltinOptionsUnion();
    union.setType(optionsType);
    union.setValue(options);
    operator.setBuiltinOptions(union);
    operators.add(operator);
  }

  private int version(int builtin) {
    if (builtin != BuiltinOperator.DEQUANTIZE) {
      return 1;
    }
    return precision == Precision.INT8 ? DEQUANTIZE_CHANNELS : DEQUANTIZE_FLOAT16;
  }

  /**
   * Returns the finished flatbuffer.
   *
   * @param metadata content of the buffer named TFLITE_METADATA
   */
  byte[] finish(String description, int input, int output, byte[] metadata) {
    FlatBufferBuilder builder = new FlatBufferBuilder(1 << 16);
    int metadataBuffer = buffers.size();
    buffers.add(metadata);
    // A flatbuffer grows towards its start: what is written last comes first in the file. So the
    // metadata, which tells whose model this is, survives when a file is cut off.
    int[] bufferOffsets = buffers.stream().mapToInt(data -> write(builder, data)).toArray();

    SubGraphT graph = new SubGraphT();
    graph.setName("main");
    graph.setTensors(tensors.toArray(new TensorT[0]));
    graph.setInputs(new int[] {input});
    graph.setOutputs(new int[] {output});
    graph.setOperators(operators.toArray(new OperatorT[0]));
    MetadataT entry = new MetadataT();
    entry.setName("TFLITE_METADATA");
    entry.setBuffer(metadataBuffer);

    int[] codeOffsets =
        codes.values().stream().mapToInt(code -> OperatorCode.pack(builder, code)).toArray();
    int codesVector = Model.createOperatorCodesVector(builder, codeOffsets);
    int graphs = Model.createSubgraphsVector(builder, new int[] {SubGraph.pack(builder, graph)});
    int text = builder.createString(description);
    int buffersVector = Model.createBuffersVector(builder, bufferOffsets);
    int entries = Model.createMetadataVector(builder, new int[] {Metadata.pack(builder, entry)});
    Model.startModel(builder);
    Model.addVersion(builder, SCHEMA_VERSION);
    Model.addOperatorCodes(builder, codesVector);
    Model.addSubgraphs(builder, graphs);
    Model.addDescription(builder, text);
    Model.addBuffers(builder, buffersVector);
    Model.addMetadata(builder, entries);
    Model.finishModelBuffer(builder, Model.endModel(builder));
    return builder.sizedByteArray();
  }

  private static int write(FlatBufferBuilder builder, byte[] data) {
    if (data.length == 0) {
      Buffer.startBuffer(builder);
      return Buffer.endBuffer(builder);
    }
    builder.createUnintializedVector(1, data.length, BUFFER_ALIGNMENT).put(data);
    return Buffer.createBuffer(builder, builder.endVector());
  }

  private int tensor(String name, byte type, int buffer, int... shape) {
    TensorT tensor = new TensorT();
    tensor.setName(name);
    tensor.setType(type);
    tensor.setShape(shape);
    tensor.setBuffer(buffer);
    tensors.add(tensor);
    return tensors.size() - 1;
  }

  private int buffer(ByteBuffer data) {
    byte[] bytes = new byte[data.capacity()];
    data.rewind().get(bytes);
    buffers.add(bytes);
    return buffers.size() - 1;
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
