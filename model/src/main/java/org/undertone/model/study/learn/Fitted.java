// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import java.util.List;

/** What was learnt. For one thread at a time. */
public interface Fitted extends AutoCloseable {

  /** Returns the probability of every class, {@code [row][class]}, for rows {@code [row][feature]}. */
  double[][] probabilities(float[][] rows);

  /** Returns the size of what was learnt when it is stored, in bytes. */
  long bytes();

  /**
   * Returns how much each feature is used, in the learner's own measure, scaled to sum to 1; of length 0 if it
   * cannot tell.
   */
  default double[] importance() {
    return new double[0];
  }

  /** Returns loss and accuracy after every epoch; none without epochs. */
  default List<CurvePoint> curve() {
    return List.of();
  }

  @Override
  default void close() {}
}
