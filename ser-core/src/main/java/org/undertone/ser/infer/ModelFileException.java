// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.infer;

import java.io.IOException;

/** A file cannot be used as a model; the message says what is wrong and what to do about it. */
public final class ModelFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the file. */
  public enum Kind {
    /** Not a TensorFlow Lite model at all. */
    NOT_TFLITE,
    /** A TensorFlow Lite model without Undertone's description. */
    NOT_UNDERTONE,
    /** Made for a newer version of Undertone. */
    NEWER_VERSION,
    /** Cut off or altered. */
    DAMAGED,
    /** Its description contradicts itself or is out of range. */
    INVALID_SPEC,
    /** The network's input or output does not have the shape that the description says. */
    WRONG_SHAPE,
    /** The runtime cannot run the network. */
    UNSUPPORTED_NETWORK,
    /** Larger than any model may be. */
    TOO_LARGE
  }

  private final Kind kind;

  /** An exception with a message for people. */
  public ModelFileException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** An exception with a message for people, and its cause. */
  public ModelFileException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Returns what is wrong. */
  public Kind kind() {
    return kind;
  }

  static ModelFileException damaged(String what) {
    return new ModelFileException(
        Kind.DAMAGED, "The model file is damaged (" + what + "): copy it again.");
  }
}
