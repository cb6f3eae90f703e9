// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.lite.DataType;
import org.tensorflow.lite.Interpreter;
import org.tensorflow.lite.Tensor;
import org.undertone.app.infer.ModelRefusedException.Reason;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelFile;
import org.undertone.ser.infer.ModelFileException;
import org.undertone.ser.infer.ModelSpec;

/**
 * A model run by the phone's TensorFlow Lite. With the GPU, all calls must come from the thread that
 * made it.
 */
public final class InterpreterClassifier implements EmotionClassifier {
  private final ModelFile file;
  private final Optional<org.tensorflow.lite.Delegate> delegate;
  private final Interpreter interpreter;
  private final FloatBuffer input;
  private final FloatBuffer output;
  // Made once: the runtime takes its arguments as objects.
  private final Object[] inputs;
  private final Map<Integer, Object> outputs;
  private boolean closed;

  private InterpreterClassifier(
      ModelFile file, Optional<org.tensorflow.lite.Delegate> delegate, Interpreter interpreter) {
    this.file = file;
    this.delegate = delegate;
    this.interpreter = interpreter;
    ByteBuffer inputBytes = direct(inputSize(file.spec()));
    ByteBuffer outputBytes = direct(file.spec().labels().size());
    input = inputBytes.asFloatBuffer();
    output = outputBytes.asFloatBuffer();
    inputs = new Object[] {inputBytes};
    outputs = Map.of(0, outputBytes);
  }

  private static ByteBuffer direct(int floats) {
    return ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
  }

  private static int inputSize(ModelSpec spec) {
    return spec.windowFrames() * spec.mfcc().nMfcc();
  }

  /**
   * Gets a network ready to run on the CPU (XNNPACK), with one thread, which is fastest for a network of
   * this size. Crafted networks may crash the process: {@link NetworkCheck} comes before.
   *
   * @throws ModelRefusedException if the runtime refuses the network, or its input or output are not as
   *     the file says
   */
  static InterpreterClassifier onCpu(ModelFile file) throws ModelRefusedException {
    return open(file, Optional.empty());
  }

  /** As {@link #onCpu}, but run by a delegate, which is closed with the classifier, or on failure. */
  static InterpreterClassifier on(ModelFile file, org.tensorflow.lite.Delegate delegate)
      throws ModelRefusedException {
    boolean ready = false;
    try {
      InterpreterClassifier classifier = open(file, Optional.of(delegate));
      ready = true;
      return classifier;
    } finally {
      if (!ready) {
        delegate.close();
      }
    }
  }

  private static InterpreterClassifier open(
      ModelFile file, Optional<org.tensorflow.lite.Delegate> delegate)
      throws ModelRefusedException {
    Interpreter.Options options = new Interpreter.Options().setNumThreads(1);
    delegate.ifPresent(options::addDelegate);
    Interpreter interpreter;
    try {
      interpreter = new Interpreter(file.network(), options);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw refused("its structure, version or an operator is unknown to it", e);
    }
    boolean ready = false;
    try {
      checkTensors(file, interpreter);
      InterpreterClassifier classifier = new InterpreterClassifier(file, delegate, interpreter);
      ready = true;
      return classifier;
    } catch (ModelFileException e) {
      throw ModelRefusedException.of(e);
    } finally {
      if (!ready) {
        interpreter.close();
      }
    }
  }

  private static void checkTensors(ModelFile file, Interpreter interpreter)
      throws ModelFileException, ModelRefusedException {
    if (interpreter.getInputTensorCount() != 1 || interpreter.getOutputTensorCount() != 1) {
      throw refused("it needs one input and one output", null);
    }
    Tensor in = interpreter.getInputTensor(0);
    Tensor out = interpreter.getOutputTensor(0);
    if (in.dataType() != DataType.FLOAT32 || out.dataType() != DataType.FLOAT32) {
      throw refused("its input and output must be float32", null);
    }
    file.checkShapes(in.shape(), out.shape());
  }

  private static ModelRefusedException refused(String what, Throwable cause) {
    String message =
        "TensorFlow Lite cannot run the model's network ("
            + what
            + "): export it again with `ser train`.";
    return new ModelRefusedException(Reason.UNSUPPORTED_NETWORK, message, cause);
  }

  @Override
  public ModelSpec spec() {
    return file.spec();
  }

  @Override
  public void classify(float[] window, float[] probabilities) {
    if (window.length != input.capacity() || probabilities.length != output.capacity()) {
      throw new IllegalArgumentException(
          "a window of "
              + window.length
              + " values and "
              + probabilities.length
              + " probabilities, need "
              + input.capacity()
              + " and "
              + output.capacity());
    }
    if (closed) {
      throw new IllegalStateException("the classifier is closed");
    }
    rewind(input);
    input.put(window);
    rewind((Buffer) inputs[0]);
    rewind((Buffer) outputs.get(0));
    try {
      interpreter.runForMultipleInputsOutputs(inputs, outputs);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("TensorFlow Lite failed to run the network", e);
    }
    rewind(output);
    output.get(probabilities);
  }

  /** The buffers' own methods return another type in Java 9 than in Android 8. */
  private static void rewind(Buffer buffer) {
    buffer.rewind();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      interpreter.close();
      delegate.ifPresent(org.tensorflow.lite.Delegate::close);
    }
  }
}
