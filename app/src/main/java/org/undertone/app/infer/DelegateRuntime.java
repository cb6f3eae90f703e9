// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelFile;

/** Gets networks ready to run somewhere. */
interface DelegateRuntime {
  /**
   * Opens a model on the CPU, the GPU or NNAPI. A broken driver may throw anything, or end the process.
   *
   * @throws ModelRefusedException if the runtime does not take the network
   * @throws DelegateException if the phone does not have the delegate
   */
  EmotionClassifier open(ModelFile file, Delegate delegate)
      throws ModelRefusedException, DelegateException;
}
