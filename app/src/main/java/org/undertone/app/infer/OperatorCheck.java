// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import static org.undertone.app.infer.NetworkCheck.require;

import com.google.flatbuffers.Table;
import java.util.List;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.AddOptions;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptions;
import org.tensorflow.lite.schema.Conv2DOptions;
import org.tensorflow.lite.schema.FullyConnectedOptions;
import org.tensorflow.lite.schema.FullyConnectedOptionsWeightsFormat;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.Pool2DOptions;
import org.tensorflow.lite.schema.ReducerOptions;
import org.tensorflow.lite.schema.SoftmaxOptions;
import org.tensorflow.lite.schema.TensorType;

/**
 * The operators that our exporter writes: their options, and the shapes that they need and make. Signals
 * over time are images of height 1, {@code [1, 1, frames, channels]}.
 */
final class OperatorCheck {
  private static final int CHANNEL_AXIS = 3;

  private final Operator operator;
  private final List<CheckedTensor> inputs;
  private final CheckedTensor first;
  private final CheckedTensor output;
  private final String where;

  private OperatorCheck(
      Operator operator, List<CheckedTensor> inputs, CheckedTensor output, String where) {
    this.operator = operator;
    this.inputs = inputs;
    this.first = inputs.get(0);
    this.output = output;
    this.where = where;
  }

  /** Checks an operator whose tensors exist; throws if it is not one of ours or they do not fit. */
  static void check(
      OperatorCode code,
      Operator operator,
      List<CheckedTensor> inputs,
      CheckedTensor output,
      String where)
      throws ModelRefusedException {
    int builtin = code.builtinCode();
    String named =
        where
            + (builtin >= 0 && builtin < BuiltinOperator.names.length
                ? " " + BuiltinOperator.name(builtin)
                : " " + builtin);
    int version = builtin == BuiltinOperator.DEQUANTIZE ? 2 : 1;
    require(code.version() == version, named + ": version " + code.version());
    boolean fits = new OperatorCheck(operator, inputs, output, named).fits(builtin);
    require(fits, named + ": options or shapes " + inputs + " -> " + output);
  }

  private boolean fits(int builtin) throws ModelRefusedException {
    return switch (builtin) {
      case BuiltinOperator.DEQUANTIZE -> dequantize();
      case BuiltinOperator.PAD -> pad();
      case BuiltinOperator.CONV_2D -> conv();
      case BuiltinOperator.MAX_POOL_2D -> maxPool();
      case BuiltinOperator.MEAN -> mean();
      case BuiltinOperator.SQUARED_DIFFERENCE -> squaredDifference();
      case BuiltinOperator.ADD -> add();
      case BuiltinOperator.SQRT -> inputs.size() == 1 && first.isImage() && sameAsFirst();
      case BuiltinOperator.CONCATENATION -> concatenation();
      case BuiltinOperator.RESHAPE -> reshape();
      case BuiltinOperator.FULLY_CONNECTED -> fullyConnected();
      case BuiltinOperator.SOFTMAX -> softmax();
      default -> {
        require(false, where + ": not an operator of ours");
        yield false;
      }
    };
  }

  private <T extends Table> T options(byte type, T empty) throws ModelRefusedException {
    require(
        operator.builtinOptionsType() == type && operator.builtinOptions(empty) != null,
        where + ": without its options");
    return empty;
  }

  private boolean sameAsFirst() {
    return output.isSignal(first.shape());
  }

  private boolean isImage(int frames, int channels) {
    return output.isSignal(1, 1, frames, channels);
  }

  private static boolean activation(byte function) {
    return function == ActivationFunctionType.NONE || function == ActivationFunctionType.RELU;
  }

  private boolean dequantize() {
    if (inputs.size() != 1
        || !first.isConstant()
        || first.type() != TensorType.FLOAT16
        || !output.isSignal(first.shape())) {
      return false;
    }
    output.setWeights();
    return true;
  }

  private boolean pad() {
    if (inputs.size() != 2 || !first.isImage()) {
      return false;
    }
    CheckedTensor amounts = inputs.get(1);
    if (amounts.type() != TensorType.INT32 || !amounts.isConstant() || amounts.elements() != 8) {
      return false;
    }
    int before = amounts.integer(4);
    int after = amounts.integer(5);
    int most = first.frames();
    return before >= 0
        && before <= most
        && after >= 0
        && after <= most
        && amounts.holds(new int[] {0, 0, 0, 0, before, after, 0, 0}, 4, 2)
        && isImage(before + first.frames() + after, first.channels());
  }

  private boolean conv() throws ModelRefusedException {
    Conv2DOptions options = options(BuiltinOptions.Conv2DOptions, new Conv2DOptions());
    if (inputs.size() != 3 || !first.isImage() || inputs.get(1).rank() != 4) {
      return false;
    }
    CheckedTensor weights = inputs.get(1);
    int outputs = weights.size(0);
    int kernel = weights.size(2);
    return options.strideH() == 1
        && options.dilationHFactor() == 1
        && options.dilationWFactor() == 1
        && activation(options.fusedActivationFunction())
        && weights.isWeights(outputs, 1, kernel, first.channels())
        && inputs.get(2).isWeights(outputs)
        && isImage(windows(options.padding(), kernel, options.strideW()), outputs);
  }

  /** Returns how many steps a window can take over the frames, or -1 if that makes no sense. */
  private int windows(byte padding, int width, int stride) {
    int frames = first.frames();
    if (stride < 1 || stride > frames || width < 1 || width > frames) {
      return -1;
    }
    return switch (padding) {
      case Padding.VALID -> (frames - width) / stride + 1;
      case Padding.SAME -> (frames + stride - 1) / stride;
      default -> -1;
    };
  }

  private boolean maxPool() throws ModelRefusedException {
    Pool2DOptions options = options(BuiltinOptions.Pool2DOptions, new Pool2DOptions());
    return inputs.size() == 1
        && first.isImage()
        && options.strideH() == 1
        && options.filterHeight() == 1
        && options.padding() == Padding.VALID
        && options.fusedActivationFunction() == ActivationFunctionType.NONE
        && isImage(
            windows(Padding.VALID, options.filterWidth(), options.strideW()), first.channels());
  }

  private boolean mean() throws ModelRefusedException {
    ReducerOptions options = options(BuiltinOptions.ReducerOptions, new ReducerOptions());
    return inputs.size() == 2
        && first.isImage()
        && options.keepDims()
        && inputs.get(1).holds(new int[] {1, 2}, 2)
        && isImage(1, first.channels());
  }

  private boolean squaredDifference() {
    return inputs.size() == 2
        && first.isImage()
        && inputs.get(1).isSignal(1, 1, 1, first.channels())
        && sameAsFirst();
  }

  private boolean add() throws ModelRefusedException {
    AddOptions options = options(BuiltinOptions.AddOptions, new AddOptions());
    return inputs.size() == 2
        && first.isImage()
        && activation(options.fusedActivationFunction())
        && (inputs.get(1).isSignal(first.shape()) || inputs.get(1).isWeights(1))
        && sameAsFirst();
  }

  private boolean concatenation() throws ModelRefusedException {
    ConcatenationOptions options =
        options(BuiltinOptions.ConcatenationOptions, new ConcatenationOptions());
    if (options.axis() != CHANNEL_AXIS
        || options.fusedActivationFunction() != ActivationFunctionType.NONE) {
      return false;
    }
    int channels = 0;
    for (CheckedTensor input : inputs) {
      if (!input.isImage() || input.frames() != first.frames()) {
        return false;
      }
      channels += input.channels();
    }
    return isImage(first.frames(), channels);
  }

  private boolean reshape() {
    return inputs.size() == 2
        && first.isImage()
        && output.isVector()
        && output.elements() == first.elements()
        && inputs.get(1).holds(output.shape(), output.rank());
  }

  private boolean fullyConnected() throws ModelRefusedException {
    FullyConnectedOptions options =
        options(BuiltinOptions.FullyConnectedOptions, new FullyConnectedOptions());
    if (inputs.size() != 3 || !first.isVector() || !output.isVector()) {
      return false;
    }
    int size = output.size(1);
    return options.weightsFormat() == FullyConnectedOptionsWeightsFormat.DEFAULT
        && !options.keepNumDims()
        && activation(options.fusedActivationFunction())
        && inputs.get(1).isWeights(size, first.size(1))
        && inputs.get(2).isWeights(size);
  }

  private boolean softmax() throws ModelRefusedException {
    SoftmaxOptions options = options(BuiltinOptions.SoftmaxOptions, new SoftmaxOptions());
    return inputs.size() == 1 && first.isVector() && options.beta() == 1 && sameAsFirst();
  }
}
