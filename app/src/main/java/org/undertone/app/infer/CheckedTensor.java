// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.tensorflow.lite.schema.TensorType;

/** Type, shape and constant content of a tensor whose size and content have been found to agree. */
final class CheckedTensor {
  private static final int RANK = 4;

  private final byte type;
  private final int[] shape;
  private final ByteBuffer constant;
  private boolean computed;
  private boolean weights;

  /** A tensor; its content is null unless it is constant. */
  CheckedTensor(byte type, int[] shape, ByteBuffer constant) {
    this.type = type;
    this.shape = shape;
    this.constant = constant == null ? null : constant.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  boolean isConstant() {
    return constant != null;
  }

  /** Returns whether an operator may read it. */
  boolean isKnown() {
    return isConstant() || computed;
  }

  /** Notes that it is the network's input or that an operator has written it. */
  void setComputed() {
    computed = true;
  }

  /** Notes that it follows from constants alone. */
  void setWeights() {
    weights = true;
  }

  /** Returns whether it holds float32 weights of this shape. */
  boolean isWeights(int... expected) {
    return isFloat(expected) && (isConstant() || weights);
  }

  /** Returns whether it holds float32 values that are computed from the input, in this shape. */
  boolean isSignal(int... expected) {
    return isFloat(expected) && !isConstant() && !weights;
  }

  private boolean isFloat(int... expected) {
    return type == TensorType.FLOAT32 && Arrays.equals(shape, expected);
  }

  /** Returns whether it is a signal over time: {@code [1, 1, frames, channels]}. */
  boolean isImage() {
    return shape.length == RANK && isSignal(1, 1, frames(), channels());
  }

  /** Returns whether it is a vector: {@code [1, size]}. */
  boolean isVector() {
    return shape.length == 2 && isSignal(1, shape[1]);
  }

  byte type() {
    return type;
  }

  int rank() {
    return shape.length;
  }

  int size(int axis) {
    return shape[axis];
  }

  int frames() {
    return shape[2];
  }

  int channels() {
    return shape[3];
  }

  boolean sameShape(CheckedTensor other) {
    return Arrays.equals(shape, other.shape);
  }

  int elements() {
    int elements = 1;
    for (int size : shape) {
      elements *= size;
    }
    return elements;
  }

  /** Returns whether it is a constant with exactly these integers in this shape. */
  boolean holds(int[] values, int... expectedShape) {
    if (!isConstant() || type != TensorType.INT32 || !Arrays.equals(shape, expectedShape)) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (integer(i) != values[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns an integer of a constant. */
  int integer(int index) {
    return constant.getInt(Integer.BYTES * index);
  }

  /** Returns the shape. */
  int[] shape() {
    return shape.clone();
  }

  @Override
  public String toString() {
    return TensorType.name(type) + Arrays.toString(shape);
  }
}
