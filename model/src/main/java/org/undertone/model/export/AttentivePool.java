// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

/**
 * Attentive statistics pooling (Okabe et al. 2018), with weights for each channel: {@code w = softmax
 * over time of scores(tanh(hidden(x)))}, then the mean {@code sum(w · x)} and the standard deviation
 * {@code sqrt(sum(w · (x - mean)²) + epsilon)} of each channel, the means first.
 *
 * @param hidden to the hidden channels, one frame wide
 * @param scores from there back to all channels, one frame wide
 * @param epsilon added to the variance before the square root
 */
public record AttentivePool(Conv1d hidden, Conv1d scores, float epsilon) implements Layer {
  /**
   * Checks that the two fit together.
   *
   * @throws IllegalArgumentException if the channels disagree, or one of the two is wider than a frame,
   *     strided, padded or rectified; or if epsilon is negative or large
   */
  public AttentivePool {
    requirePointwise(hidden);
    requirePointwise(scores);
    if (hidden.outputs() != scores.inputs() || scores.outputs() != hidden.inputs()) {
      throw new IllegalArgumentException(
          "attention from %d to %d, then from %d to %d channels"
              .formatted(hidden.inputs(), hidden.outputs(), scores.inputs(), scores.outputs()));
    }
    if (!(epsilon >= 0 && epsilon < 1)) {
      throw new IllegalArgumentException("epsilon is " + epsilon);
    }
  }

  private static void requirePointwise(Conv1d conv) {
    if (conv.kernel() != 1 || conv.stride() != 1 || conv.padding() != 0 || conv.relu()) {
      throw new IllegalArgumentException(
          "attention takes convolutions over one frame, without padding, stride or rectifier");
    }
  }

  @Override
  public Shape output(Shape input) {
    input.requireFrames("attentive pooling").requireChannels("attentive pooling", hidden.inputs());
    return Shape.vector(2 * input.channels());
  }

  @Override
  public int parameters() {
    return hidden.parameters() + scores.parameters();
  }
}
