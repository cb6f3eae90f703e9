// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import org.tensorflow.lite.gpu.CompatibilityList;
import org.tensorflow.lite.gpu.GpuDelegate;
import org.tensorflow.lite.gpu.GpuDelegateFactory;
import org.tensorflow.lite.nnapi.NnApiDelegate;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelFile;

/** TensorFlow Lite and the delegates that come with it. */
final class TfliteRuntime implements DelegateRuntime {
  @Override
  public EmotionClassifier open(ModelFile file, Delegate delegate)
      throws ModelRefusedException, DelegateException {
    return switch (delegate) {
      case CPU -> InterpreterClassifier.onCpu(file);
      case GPU -> InterpreterClassifier.on(file, gpu());
      case NNAPI -> InterpreterClassifier.on(file, nnapi());
      case AUTOMATIC -> throw new IllegalArgumentException("automatic is no place to run");
    };
  }

  private static GpuDelegate gpu() throws DelegateException {
    try (CompatibilityList known = new CompatibilityList()) {
      if (!known.isDelegateSupportedOnThisDevice()) {
        throw new DelegateException(
            DelegateReason.NOT_SUPPORTED, "TensorFlow Lite's list of GPUs does not have this one");
      }
      GpuDelegateFactory.Options options = known.getBestOptionsForThisDevice();
      // Weights are float16 already; sums in float16 would move probabilities for nothing.
      return new GpuDelegate(options.setPrecisionLossAllowed(false));
    } catch (LinkageError e) {
      throw new DelegateException(DelegateReason.LIBRARY_MISSING, e);
    }
  }

  private static NnApiDelegate nnapi() throws DelegateException {
    try {
      // Without this library the delegate silently leaves all to the CPU.
      System.loadLibrary("neuralnetworks");
      // Its own CPU is a reference implementation, slower than XNNPACK: accelerators only.
      return new NnApiDelegate(new NnApiDelegate.Options().setUseNnapiCpu(false));
    } catch (LinkageError e) {
      throw new DelegateException(DelegateReason.LIBRARY_MISSING, e);
    }
  }
}
