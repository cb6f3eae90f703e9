// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import java.util.Random;
import org.undertone.ser.infer.EmotionClassifier;
import org.undertone.ser.infer.ModelSpec;

/**
 * A network of one layer with fixed random weights, and softmax: it says nothing of emotions, but every
 * value of its window shows in its answer. For one thread.
 */
public final class LinearClassifier implements EmotionClassifier {
  private final ModelSpec spec;
  private final float[] weights;
  private int calls;

  /** Makes the weights from a seed of its own. */
  public LinearClassifier(ModelSpec spec) {
    this.spec = spec;
    int inputs = spec.windowFrames() * spec.mfcc().nMfcc();
    weights = new float[spec.labels().size() * inputs];
    Random random = new Random(11);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (2 * random.nextGaussian() / Math.sqrt(inputs));
    }
  }

  /** Returns how often it was asked. */
  public int calls() {
    return calls;
  }

  @Override
  public ModelSpec spec() {
    return spec;
  }

  @Override
  public void classify(float[] window, float[] probabilities) {
    int inputs = spec.windowFrames() * spec.mfcc().nMfcc();
    if (window.length != inputs || probabilities.length != spec.labels().size()) {
      throw new IllegalArgumentException(
          window.length + " inputs and " + probabilities.length + " outputs");
    }
    calls++;
    double total = 0;
    for (int label = 0; label < probabilities.length; label++) {
      double sum = 0;
      for (int i = 0; i < inputs; i++) {
        sum += (double) weights[label * inputs + i] * window[i];
      }
      probabilities[label] = (float) Math.exp(sum);
      total += probabilities[label];
    }
    for (int label = 0; label < probabilities.length; label++) {
      probabilities[label] /= (float) total;
    }
  }

  @Override
  public void close() {}
}
