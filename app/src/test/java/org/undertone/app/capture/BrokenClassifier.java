// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelSpec;

/** Works so many times. */
final class BrokenClassifier implements EmotionClassifier {
  private final EmotionClassifier classifier;
  private int left;

  BrokenClassifier(EmotionClassifier classifier, int times) {
    this.classifier = classifier;
    left = times;
  }

  @Override
  public ModelSpec spec() {
    return classifier.spec();
  }

  @Override
  public void classify(float[] window, float[] probabilities) {
    if (left-- == 0) {
      throw new IllegalStateException("the network is out of order");
    }
    classifier.classify(window, probabilities);
  }

  @Override
  public void close() {
    classifier.close();
  }
}
