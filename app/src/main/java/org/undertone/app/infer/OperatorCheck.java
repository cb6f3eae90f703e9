// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import static org.undertone.app.infer.NetworkCheck.require;

import java.util.List;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Conv2DOptions;
import org.tensorflow.lite.schema.FullyConnectedOptions;
import org.tensorflow.lite.schema.FullyConnectedOptionsWeightsFormat;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.Pool2DOptions;
import org.tensorflow.lite.schema.TensorType;

/**
 * The operators that our exporter writes: their options, and the shapes that they need and make. Signals
 * over time are images of height 1, {@code [1, 1, frames, channels]}. Those with weights or windows are
 * here, the others in {@link SignalCheck}.
 */
final class OperatorCheck {
  private final CheckedOperator operator;

  private OperatorCheck(CheckedOperator operator) {
    this.operator = operator;
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
    int version = builtin == BuiltinOperator.DEQUANTIZE ? dequantizeVersion(inputs.get(0)) : 1;
    require(code.version() == version, named + ": version " + code.version());
    CheckedOperator checked = new CheckedOperator(operator, inputs, output, named);
    require(new OperatorCheck(checked).fits(builtin), named + ": options or shapes " + checked);
  }

  /** Int8 comes with a scale for each channel, which the runtime knows from version 5 on. */
  private static int dequantizeVersion(CheckedTensor input) {
    return input.type() == TensorType.INT8 ? 5 : 2;
  }

  private static boolean isCompact(byte type) {
    return type == TensorType.FLOAT16 || type == TensorType.INT8;
  }

  private boolean fits(int builtin) throws ModelRefusedException {
    return switch (builtin) {
      case BuiltinOperator.DEQUANTIZE -> dequantize();
      case BuiltinOperator.PAD -> pad();
      case BuiltinOperator.CONV_2D -> conv();
      case BuiltinOperator.MAX_POOL_2D -> maxPool();
      case BuiltinOperator.FULLY_CONNECTED -> fullyConnected();
      default -> new SignalCheck(operator).fits(builtin);
    };
  }

  private boolean dequantize() {
    if (operator.inputs() != 1
        || !operator.first().isConstant()
        || !isCompact(operator.first().type())
        || !operator.output().isSignal(operator.first().shape())) {
      return false;
    }
    operator.output().setWeights();
    return true;
  }

  private boolean pad() {
    if (operator.inputs() != 2 || !operator.first().isImage()) {
      return false;
    }
    CheckedTensor amounts = operator.input(1);
    if (amounts.type() != TensorType.INT32 || !amounts.isConstant() || amounts.elements() != 8) {
      return false;
    }
    int before = amounts.integer(4);
    int after = amounts.integer(5);
    int most = operator.first().frames();
    return before >= 0
        && before <= most
        && after >= 0
        && after <= most
        && amounts.holds(new int[] {0, 0, 0, 0, before, after, 0, 0}, 4, 2)
        && operator.makesImage(
            before + operator.first().frames() + after, operator.first().channels());
  }

  private boolean conv() throws ModelRefusedException {
    Conv2DOptions options = operator.options(BuiltinOptions.Conv2DOptions, new Conv2DOptions());
    if (operator.inputs() != 3 || !operator.first().isImage() || operator.input(1).rank() != 4) {
      return false;
    }
    CheckedTensor weights = operator.input(1);
    int outputs = weights.size(0);
    int kernel = weights.size(2);
    return options.strideH() == 1
        && options.dilationHFactor() == 1
        && options.dilationWFactor() == 1
        && CheckedOperator.activation(options.fusedActivationFunction())
        && weights.isWeights(outputs, 1, kernel, operator.first().channels())
        && operator.input(2).isWeights(outputs)
        && operator.makesImage(windows(options.padding(), kernel, options.strideW()), outputs);
  }

  /** Returns how many steps a window can take over the frames, or -1 if that makes no sense. */
  private int windows(byte padding, int width, int stride) {
    int frames = operator.first().frames();
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
    Pool2DOptions options = operator.options(BuiltinOptions.Pool2DOptions, new Pool2DOptions());
    return operator.inputs() == 1
        && operator.first().isImage()
        && options.strideH() == 1
        && options.filterHeight() == 1
        && options.padding() == Padding.VALID
        && options.fusedActivationFunction() == ActivationFunctionType.NONE
        && operator.makesImage(
            windows(Padding.VALID, options.filterWidth(), options.strideW()),
            operator.first().channels());
  }

  private boolean fullyConnected() throws ModelRefusedException {
    FullyConnectedOptions options =
        operator.options(BuiltinOptions.FullyConnectedOptions, new FullyConnectedOptions());
    if (operator.inputs() != 3 || !operator.first().isVector() || !operator.output().isVector()) {
      return false;
    }
    int size = operator.output().size(1);
    return options.weightsFormat() == FullyConnectedOptionsWeightsFormat.DEFAULT
        && !options.keepNumDims()
        && CheckedOperator.activation(options.fusedActivationFunction())
        && operator.input(1).isWeights(size, operator.first().size(1))
        && operator.input(2).isWeights(size);
  }
}
