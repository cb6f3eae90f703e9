// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Gradients for trainings in several threads. DJL lets only one collector of gradients be open in a process; PyTorch itself
 * keeps trainings apart by thread, so it is asked directly for what the collector would ask.
 */
final class Gradients {
  private Gradients() {}

  /** Has this thread remember what is computed from what. To be called before anything is. */
  static void remember() {
    JniUtils.setGradMode(true);
  }

  /** Computes the gradients of everything that a number was computed from. */
  static void of(NDArray loss, NDManager scope) {
    NDArray one = scope.ones(loss.getShape(), loss.getDataType());
    JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
  }
}
