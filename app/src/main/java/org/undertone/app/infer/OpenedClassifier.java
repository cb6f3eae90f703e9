// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import org.undertone.ser.infer.EmotionClassifier;

/**
 * A model that runs.
 *
 * @param classifier runs it; whoever opened it closes it
 * @param decision where it runs, and why there
 */
public record OpenedClassifier(EmotionClassifier classifier, DelegateDecision decision)
    implements AutoCloseable {
  @Override
  public void close() {
    classifier.close();
  }
}
