// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import java.util.List;

/**
 * A trained network, ready for export; immutable. It takes a window of features, {@code
 * [frame][coefficient]}, and ends in a softmax.
 *
 * @param frames frames in the input
 * @param coefficients features in each frame
 * @param layers from input to output
 */
public record Network(int frames, int coefficients, List<Layer> layers) {
  /**
   * Checks that the layers fit together.
   *
   * @throws IllegalArgumentException if one does not take what the one before it gives; the message
   *     says which
   */
  public Network {
    layers = List.copyOf(layers);
    if (frames < 1 || layers.isEmpty() || !(layers.get(layers.size() - 1) instanceof Softmax)) {
      throw new IllegalArgumentException("a network takes frames and ends in a softmax");
    }
    output(new Shape(frames, coefficients), layers);
  }

  /** Returns the number of probabilities that come out. */
  public int labels() {
    return output(input(), layers).channels();
  }

  /** Returns the number of trained values. */
  public int parameters() {
    return parameters(layers);
  }

  Shape input() {
    return new Shape(frames, coefficients);
  }

  static int parameters(List<Layer> layers) {
    return layers.stream().mapToInt(Layer::parameters).sum();
  }

  static Shape output(Shape input, List<Layer> layers) {
    Shape shape = input;
    for (int i = 0; i < layers.size(); i++) {
      try {
        shape = layers.get(i).output(shape);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("layer " + i + ": " + e.getMessage(), e);
      }
    }
    return shape;
  }
}
