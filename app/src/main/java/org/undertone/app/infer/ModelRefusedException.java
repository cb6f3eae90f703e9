// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.io.IOException;
import org.undertone.ser.infer.ModelFileException;

/**
 * A file is not used as a model. The reason is for the screen, which has a text for each; the message,
 * in English, says what was found where.
 */
public final class ModelRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why a model is refused. */
  public enum Reason {
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
    /** TensorFlow Lite cannot run the network. */
    UNSUPPORTED_NETWORK,
    /** Larger than any model may be. */
    TOO_LARGE,
    /** The network is not as {@code ser train} writes them, and might crash the app. */
    UNSAFE_NETWORK,
    /** The network ran, but what came out are no probabilities. */
    SELF_TEST_FAILED,
    /** The file of an imported model is gone. */
    MISSING
  }

  private final Reason reason;

  ModelRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  ModelRefusedException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Returns the refusal of a file that is not one of Undertone's models. */
  static ModelRefusedException of(ModelFileException e) {
    return new ModelRefusedException(reason(e.kind()), e.getMessage(), e);
  }

  private static Reason reason(ModelFileException.Kind kind) {
    return switch (kind) {
      case NOT_TFLITE -> Reason.NOT_TFLITE;
      case NOT_UNDERTONE -> Reason.NOT_UNDERTONE;
      case NEWER_VERSION -> Reason.NEWER_VERSION;
      case DAMAGED -> Reason.DAMAGED;
      case INVALID_SPEC -> Reason.INVALID_SPEC;
      case WRONG_SHAPE -> Reason.WRONG_SHAPE;
      case UNSUPPORTED_NETWORK -> Reason.UNSUPPORTED_NETWORK;
      case TOO_LARGE -> Reason.TOO_LARGE;
    };
  }

  /** Returns why the model is refused. */
  public Reason reason() {
    return reason;
  }
}
