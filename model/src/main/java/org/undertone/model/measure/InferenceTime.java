// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.util.Arrays;
import java.util.Random;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelSpec;

/**
 * How long the network takes for one window on one thread of this machine, features not counted;
 * immutable.
 *
 * @param medianMillis the middle of all runs, milliseconds
 * @param p95Millis what 95 of 100 runs do not exceed, milliseconds
 */
record InferenceTime(double medianMillis, double p95Millis) {
  private static final int WARM_UP = 200;
  private static final int RUNS = 1000;

  /** Measures on random normalised features; the network does the same work on all. */
  static InferenceTime of(EmotionClassifier classifier) {
    ModelSpec spec = classifier.spec();
    float[] window = new float[spec.windowFrames() * spec.mfcc().nMfcc()];
    Random random = new Random(1);
    for (int i = 0; i < window.length; i++) {
      window[i] = (float) random.nextGaussian();
    }
    float[] probabilities = new float[spec.labels().size()];
    double[] millis = new double[RUNS];
    for (int i = -WARM_UP; i < RUNS; i++) {
      long start = System.nanoTime();
      classifier.classify(window, probabilities);
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    return new InferenceTime(millis[RUNS / 2], millis[RUNS * 95 / 100]);
  }
}
