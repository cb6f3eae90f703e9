// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import static org.undertone.app.infer.NetworkCheck.require;

import com.google.flatbuffers.Table;
import java.util.List;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Operator;

/** An operator whose tensors exist, and what the checks of all operators ask of it. */
final class CheckedOperator {
  private final Operator operator;
  private final List<CheckedTensor> inputs;
  private final CheckedTensor output;
  private final String where;

  CheckedOperator(
      Operator operator, List<CheckedTensor> inputs, CheckedTensor output, String where) {
    this.operator = operator;
    this.inputs = inputs;
    this.output = output;
    this.where = where;
  }

  int inputs() {
    return inputs.size();
  }

  CheckedTensor input(int index) {
    return inputs.get(index);
  }

  CheckedTensor first() {
    return inputs.get(0);
  }

  CheckedTensor output() {
    return output;
  }

  String where() {
    return where;
  }

  /** Returns the options; throws if the operator has none or those of another kind. */
  <T extends Table> T options(byte type, T empty) throws ModelRefusedException {
    require(
        operator.builtinOptionsType() == type && operator.builtinOptions(empty) != null,
        where + ": without its options");
    return empty;
  }

  boolean hasNoOptions() {
    return operator.builtinOptionsType() == BuiltinOptions.NONE;
  }

  /** Returns whether the output is a signal of the first input's shape. */
  boolean sameAsFirst() {
    return output.isSignal(first().shape());
  }

  /** Returns whether the output is a signal over time of this size. */
  boolean makesImage(int frames, int channels) {
    return output.isSignal(1, 1, frames, channels);
  }

  /** Returns whether it is an activation that our exporter writes. */
  static boolean activation(byte function) {
    return function == ActivationFunctionType.NONE || function == ActivationFunctionType.RELU;
  }

  @Override
  public String toString() {
    return inputs + " -> " + output;
  }
}
