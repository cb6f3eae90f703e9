// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A layer that was read, after those before it; where branches meet, the paths to it part. */
final class ReadStep {
  private final ReadStep before;
  private final Layer layer;
  private final Shape shape;
  private final int depth;

  private ReadStep(ReadStep before, Layer layer, Shape shape, int depth) {
    this.before = before;
    this.layer = layer;
    this.shape = shape;
    this.depth = depth;
  }

  /** Returns the start: the input, which no layer makes. */
  static ReadStep input(Shape shape) {
    return new ReadStep(null, null, shape, 0);
  }

  /**
   * Returns the step after this one.
   *
   * @throws IllegalArgumentException if the layer does not take what this step gives
   */
  ReadStep then(Layer next) {
    return new ReadStep(this, next, next.output(shape), depth + 1);
  }

  Shape shape() {
    return shape;
  }

  /** Returns the last layer, or null at the start. */
  Layer layer() {
    return layer;
  }

  /** Returns the step before, or null at the start. */
  ReadStep before() {
    return before;
  }

  /** Returns the layers after an earlier step. */
  List<Layer> layersFrom(ReadStep start) {
    List<Layer> layers = new ArrayList<>();
    for (ReadStep step = this; step != start; step = step.before) {
      layers.add(step.layer);
    }
    Collections.reverse(layers);
    return layers;
  }

  /** Returns the last step on the way to both. */
  static ReadStep fork(ReadStep left, ReadStep right) {
    ReadStep a = left;
    ReadStep b = right;
    while (a != b) {
      if (a.depth >= b.depth) {
        a = a.before;
      } else {
        b = b.before;
      }
    }
    return a;
  }
}
