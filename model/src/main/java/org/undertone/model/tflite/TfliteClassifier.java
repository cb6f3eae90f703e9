// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.tflite;

import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteFloat32;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteOk;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolver;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.bytedeco.tensorflowlite.TfLiteIntArray;
import org.bytedeco.tensorflowlite.TfLiteTensor;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelFileException;
import org.undertone.ser.infer.ModelFileException.Kind;
import org.undertone.ser.infer.ModelSpec;

/**
 * A model run by TensorFlow Lite's C++ runtime through JavaCPP, on the CPU with XNNPACK and one thread,
 * which is fastest for a network of this size.
 */
public final class TfliteClassifier implements EmotionClassifier {
  private final ModelFile file;
  private final int inputSize;
  private final int outputSize;
  private final int operators;
  private final int steps;

  // The interpreter works on these, so they live as long as it does.
  private final BytePointer network;
  private final BuiltinOpResolver resolver;
  private FlatBufferModel model;
  private Interpreter interpreter;
  private FloatPointer input;
  private FloatPointer output;
  private boolean closed;

  /**
   * Loads a network and gets it ready to run.
   *
   * @throws ModelFileException if the runtime refuses the network, or its input or output are not as
   *     the file says
   */
  public TfliteClassifier(ModelFile file) throws ModelFileException {
    QuietRuntime.apply();
    this.file = file;
    ByteBuffer bytes = file.network();
    network = new BytePointer(bytes);
    resolver = new BuiltinOpResolver();
    inputSize = file.spec().windowFrames() * file.spec().mfcc().nMfcc();
    outputSize = file.spec().labels().size();
    boolean ready = false;
    try {
      // Checks the flatbuffer's structure, so that a broken one is not followed out of its memory.
      model = FlatBufferModel.VerifyAndBuildFromBuffer(network, bytes.remaining());
      require(model != null && !model.isNull(), "its structure is broken");
      interpreter = new Interpreter((Pointer) null);
      try (InterpreterBuilder builder = new InterpreterBuilder(model, resolver)) {
        builder.SetNumThreads(1);
        require(
            builder.apply(interpreter) == kTfLiteOk && !interpreter.isNull(),
            "its version or an operator is unknown to this release");
      }
      checkTensors();
      operators = (int) interpreter.nodes_size();
      require(interpreter.AllocateTensors() == kTfLiteOk, "its tensors do not fit together");
      steps = (int) interpreter.execution_plan().limit();
      input = interpreter.typed_input_tensor_float(0);
      output = interpreter.typed_output_tensor_float(0);
      ready = true;
    } finally {
      if (!ready) {
        close();
      }
    }
  }

  private static void require(boolean condition, String what) throws ModelFileException {
    if (!condition) {
      throw new ModelFileException(
          Kind.UNSUPPORTED_NETWORK,
          "TensorFlow Lite cannot run the model's network ("
              + what
              + "): export it again with `ser train`.");
    }
  }

  private void checkTensors() throws ModelFileException {
    require(
        interpreter.inputs().limit() == 1 && interpreter.outputs().limit() == 1,
        "it needs one input and one output");
    TfLiteTensor in = interpreter.input_tensor(0);
    TfLiteTensor out = interpreter.output_tensor(0);
    require(
        in.type() == kTfLiteFloat32 && out.type() == kTfLiteFloat32,
        "its input and output must be float32");
    file.checkShapes(shape(in), shape(out));
  }

  private static int[] shape(TfLiteTensor tensor) {
    TfLiteIntArray dims = tensor.dims();
    int[] shape = new int[dims.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = dims.data(i);
    }
    return shape;
  }

  @Override
  public ModelSpec spec() {
    return file.spec();
  }

  @Override
  public void classify(float[] window, float[] probabilities) {
    if (window.length != inputSize || probabilities.length != outputSize) {
      throw new IllegalArgumentException(
          "a window of "
              + window.length
              + " values and "
              + probabilities.length
              + " probabilities, need "
              + inputSize
              + " and "
              + outputSize);
    }
    if (closed) {
      throw new IllegalStateException("the classifier is closed");
    }
    input.put(window, 0, inputSize);
    if (interpreter.Invoke() != kTfLiteOk) {
      throw new IllegalStateException("TensorFlow Lite failed to run the network");
    }
    output.get(probabilities, 0, outputSize);
  }

  /** Returns the network's operators and tensors, and how the runtime takes them, for people. */
  public String describe() {
    return NetworkListing.of(file.network())
        + String.format(
            Locale.ROOT,
            "%d operators, run in %d step%s (XNNPACK joins all that it knows into one)%n",
            operators,
            steps,
            steps == 1 ? "" : "s");
  }

  @Override
  public void close() {
    closed = true;
    if (interpreter != null) {
      interpreter.close();
    }
    if (model != null) {
      model.close();
    }
    resolver.close();
    network.close();
  }
}
