// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.train;

import ai.djl.ndarray.types.Shape;
import java.util.Random;
import org.undertone.ser.Emotion;

/**
 * Clips that are learnt from in one step: features {@code [clip][frame][coefficient]}, targets and
 * masks {@code [clip][label]}. A target is a distribution over the labels whose mask is 1. For one
 * thread at a time.
 */
final class Batch {
  private final int size;
  private final float[] features;
  private final float[] targets;
  private final float[] masks;

  Batch(int size, int exampleSize) {
    this.size = size;
    features = new float[size * exampleSize];
    targets = new float[size * Emotion.COUNT];
    masks = new float[size * Emotion.COUNT];
  }

  /**
   * Sets a clip's target: its label, smoothed over what its corpus has.
   *
   * @param smoothing probability spread over all labels of the mask
   */
  void set(int index, float[] example, TrainingClip clip, LabelMask labels, double smoothing) {
    System.arraycopy(example, 0, features, index * example.length, example.length);
    int row = index * Emotion.COUNT;
    labels.write(clip, masks, row);
    float count = 0;
    for (int i = row; i < row + Emotion.COUNT; i++) {
      count += masks[i];
    }
    for (int i = row; i < row + Emotion.COUNT; i++) {
      targets[i] = (float) (smoothing * masks[i] / count);
    }
    targets[row + clip.emotion().index()] += (float) (1 - smoothing);
  }

  /**
   * Mixes every clip with another of the batch, features and targets alike. Source: H. Zhang et al.,
   * "mixup: Beyond Empirical Risk Minimization", 2018.
   *
   * @param share of the clip itself, 0 to 1
   */
  void mix(float share, Random random) {
    int step = size < 2 ? 0 : 1 + random.nextInt(size - 1);
    mixRows(features, step, share);
    mixRows(targets, step, share);
    float[] before = masks.clone();
    for (int i = 0; i < masks.length; i++) {
      masks[i] = Math.max(before[i], before[(i + step * Emotion.COUNT) % masks.length]);
    }
  }

  private void mixRows(float[] values, int step, float share) {
    float[] before = values.clone();
    int width = values.length / size;
    for (int i = 0; i < values.length; i++) {
      float other = before[(i + step * width) % values.length];
      values[i] = share * before[i] + (1 - share) * other;
    }
  }

  int size() {
    return size;
  }

  float[] features() {
    return features;
  }

  float[] targets() {
    return targets;
  }

  float[] masks() {
    return masks;
  }

  Shape targetShape() {
    return new Shape(size, Emotion.COUNT);
  }
}
