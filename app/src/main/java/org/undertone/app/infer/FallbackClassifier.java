// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import java.util.function.Consumer;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelSpec;

/**
 * An accelerator with the CPU behind it: a driver that gives up in the middle of a recording costs no
 * window. From then on the CPU does all the work. For one thread at a time.
 */
final class FallbackClassifier implements EmotionClassifier {
  private final EmotionClassifier cpu;
  private final Consumer<RuntimeException> whenFailed;
  private final Runnable whenClosed;

  /** Null once it has failed. */
  private EmotionClassifier accelerator;

  /**
   * Takes both, and closes them.
   *
   * @param whenFailed told why the accelerator gave up, on the thread of the window
   * @param whenClosed told once that the accelerator is closed, also after it gave up
   */
  FallbackClassifier(
      EmotionClassifier accelerator,
      EmotionClassifier cpu,
      Consumer<RuntimeException> whenFailed,
      Runnable whenClosed) {
    this.accelerator = accelerator;
    this.cpu = cpu;
    this.whenFailed = whenFailed;
    this.whenClosed = whenClosed;
  }

  @Override
  public ModelSpec spec() {
    return cpu.spec();
  }

  @Override
  public void classify(float[] window, float[] probabilities) {
    if (accelerator != null) {
      try {
        accelerator.classify(window, probabilities);
        requireNumbers(probabilities);
        return;
      } catch (IllegalStateException e) {
        whenFailed.accept(e);
        closeAccelerator();
      }
    }
    cpu.classify(window, probabilities);
  }

  private static void requireNumbers(float[] probabilities) {
    for (float probability : probabilities) {
      if (!Float.isFinite(probability)) {
        throw new IllegalStateException("a probability of " + probability);
      }
    }
  }

  private void closeAccelerator() {
    EmotionClassifier closing = accelerator;
    accelerator = null;
    try {
      closing.close();
    } finally {
      whenClosed.run();
    }
  }

  @Override
  public void close() {
    try {
      if (accelerator != null) {
        closeAccelerator();
      }
    } finally {
      cpu.close();
    }
  }
}
