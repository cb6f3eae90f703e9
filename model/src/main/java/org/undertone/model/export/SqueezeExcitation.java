// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

/**
 * Squeeze and excitation (Hu et al. 2018): scales each channel by {@code sigmoid(expand(max(0,
 * reduce(mean over time))))}.
 *
 * @param reduce from all channels to fewer; rectified here, whether or not it says so
 * @param expand back to all channels, not rectified
 */
public record SqueezeExcitation(Dense reduce, Dense expand) implements Layer {
  /**
   * Checks that the two fit together.
   *
   * @throws IllegalArgumentException if the sizes disagree, or the second is rectified
   */
  public SqueezeExcitation {
    reduce = reduce.withRelu();
    expand.output(reduce.output(Shape.vector(expand.outputs())));
    if (expand.relu()) {
      throw new IllegalArgumentException("an excitation is not rectified before its sigmoid");
    }
  }

  @Override
  public Shape output(Shape input) {
    input
        .requireFrames("squeeze and excitation")
        .requireChannels("squeeze and excitation", expand.outputs());
    return input;
  }

  @Override
  public int parameters() {
    return reduce.parameters() + expand.parameters();
  }
}
