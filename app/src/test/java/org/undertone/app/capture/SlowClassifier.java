// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import java.util.concurrent.CountDownLatch;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelSpec;

/** Is stuck in its first window until it is released. */
final class SlowClassifier implements EmotionClassifier {
  private final EmotionClassifier classifier;
  private final CountDownLatch stuck = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  SlowClassifier(EmotionClassifier classifier) {
    this.classifier = classifier;
  }

  void awaitStuck() {
    await(stuck);
  }

  void release() {
    released.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public ModelSpec spec() {
    return classifier.spec();
  }

  @Override
  public void classify(float[] window, float[] probabilities) {
    stuck.countDown();
    await(released);
    classifier.classify(window, probabilities);
  }

  @Override
  public void close() {
    classifier.close();
  }
}
