// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SequentialBlock;
import java.util.Random;

/** The layers of a net. Immutable. */
public interface Architecture {

  /** Returns its name for people, such as 2-D CNN. */
  String name();

  /** Returns the layers, in words. */
  String settings();

  /**
   * Returns the layers, without weights, that end in logits {@code [clip][class]}.
   *
   * @param dropout draws what is dropped while training
   */
  SequentialBlock layers(int classes, Random dropout);

  /** Returns the shape in which rows of {@code width} features are put in, {@code rows} at a time. */
  Shape input(int rows, int width);
}
