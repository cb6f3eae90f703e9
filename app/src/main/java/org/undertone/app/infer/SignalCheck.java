// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import static org.undertone.app.infer.NetworkCheck.require;

import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.AddOptions;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptions;
import org.tensorflow.lite.schema.MulOptions;
import org.tensorflow.lite.schema.ReducerOptions;
import org.tensorflow.lite.schema.SoftmaxOptions;
import org.tensorflow.lite.schema.TransposeOptions;

/** The operators of our exporter that have no weights: on each value, over time, and of shape. */
final class SignalCheck {
  private static final int CHANNEL_AXIS = 3;
  private static final int[] SWAP_TIME_AND_CHANNELS = {0, 1, 3, 2};

  private final CheckedOperator operator;

  SignalCheck(CheckedOperator operator) {
    this.operator = operator;
  }

  /** Returns whether the operator's options and tensors fit; throws if it is not one of ours. */
  boolean fits(int builtin) throws ModelRefusedException {
    return switch (builtin) {
      case BuiltinOperator.MEAN -> mean();
      case BuiltinOperator.SQUARED_DIFFERENCE -> squaredDifference();
      case BuiltinOperator.ADD -> add();
      case BuiltinOperator.MUL -> multiply();
      case BuiltinOperator.SQRT, BuiltinOperator.LOGISTIC, BuiltinOperator.TANH -> function();
      case BuiltinOperator.CONCATENATION -> concatenation();
      case BuiltinOperator.TRANSPOSE -> transpose();
      case BuiltinOperator.RESHAPE -> reshape();
      case BuiltinOperator.SOFTMAX -> softmax();
      default -> {
        require(false, operator.where() + ": not an operator of ours");
        yield false;
      }
    };
  }

  private boolean function() {
    return operator.inputs() == 1
        && operator.hasNoOptions()
        && operator.first().isImage()
        && operator.sameAsFirst();
  }

  /** A product of an image with its like, with one frame, or with a number. */
  private boolean multiply() throws ModelRefusedException {
    MulOptions options = operator.options(BuiltinOptions.MulOptions, new MulOptions());
    return operator.inputs() == 2
        && operator.first().isImage()
        && options.fusedActivationFunction() == ActivationFunctionType.NONE
        && (operator.input(1).isSignal(operator.first().shape())
            || operator.input(1).isSignal(1, 1, 1, operator.first().channels())
            || operator.input(1).isWeights(1))
        && operator.sameAsFirst();
  }

  private boolean transpose() throws ModelRefusedException {
    operator.options(BuiltinOptions.TransposeOptions, new TransposeOptions());
    return operator.inputs() == 2
        && operator.first().isImage()
        && operator.input(1).holds(SWAP_TIME_AND_CHANNELS, SWAP_TIME_AND_CHANNELS.length)
        && operator.makesImage(operator.first().channels(), operator.first().frames());
  }

  private boolean mean() throws ModelRefusedException {
    ReducerOptions options = operator.options(BuiltinOptions.ReducerOptions, new ReducerOptions());
    return operator.inputs() == 2
        && operator.first().isImage()
        && options.keepDims()
        && operator.input(1).holds(new int[] {1, 2}, 2)
        && operator.makesImage(1, operator.first().channels());
  }

  private boolean squaredDifference() {
    return operator.inputs() == 2
        && operator.first().isImage()
        && operator.input(1).isSignal(1, 1, 1, operator.first().channels())
        && operator.sameAsFirst();
  }

  private boolean add() throws ModelRefusedException {
    AddOptions options = operator.options(BuiltinOptions.AddOptions, new AddOptions());
    return operator.inputs() == 2
        && (operator.first().isImage() || operator.first().isVector())
        && CheckedOperator.activation(options.fusedActivationFunction())
        && (operator.input(1).isSignal(operator.first().shape())
            || (operator.first().isImage() && operator.input(1).isWeights(1)))
        && operator.sameAsFirst();
  }

  private boolean concatenation() throws ModelRefusedException {
    ConcatenationOptions options =
        operator.options(BuiltinOptions.ConcatenationOptions, new ConcatenationOptions());
    if (options.axis() != CHANNEL_AXIS
        || options.fusedActivationFunction() != ActivationFunctionType.NONE) {
      return false;
    }
    int channels = 0;
    for (int i = 0; i < operator.inputs(); i++) {
      CheckedTensor input = operator.input(i);
      if (!input.isImage() || input.frames() != operator.first().frames()) {
        return false;
      }
      channels += input.channels();
    }
    return operator.makesImage(operator.first().frames(), channels);
  }

  private boolean reshape() {
    return operator.inputs() == 2
        && operator.first().isImage()
        && operator.output().isVector()
        && operator.output().elements() == operator.first().elements()
        && operator.input(1).holds(operator.output().shape(), operator.output().rank());
  }

  private boolean softmax() throws ModelRefusedException {
    SoftmaxOptions options = operator.options(BuiltinOptions.SoftmaxOptions, new SoftmaxOptions());
    return operator.inputs() == 1
        && (operator.first().isVector() || operator.first().isImage())
        && options.beta() == 1
        && operator.sameAsFirst();
  }
}
