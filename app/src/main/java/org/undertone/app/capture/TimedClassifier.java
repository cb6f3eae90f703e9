// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelSpec;

/** Measures how long another classifier takes. Closes it. */
final class TimedClassifier implements EmotionClassifier {
  private final EmotionClassifier classifier;
  private final LatencyMeter latency;

  TimedClassifier(EmotionClassifier classifier, LatencyMeter latency) {
    this.classifier = classifier;
    this.latency = latency;
  }

  @Override
  public ModelSpec spec() {
    return classifier.spec();
  }

  @Override
  public void classify(float[] window, float[] probabilities) {
    long start = System.nanoTime();
    classifier.classify(window, probabilities);
    latency.addInference(System.nanoTime() - start);
  }

  @Override
  public void close() {
    classifier.close();
  }
}
