// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

/** A way to learn labels from rows. Immutable, for any number of threads. */
public interface Learner {

  /** Returns its name for people, such as random forest. */
  String name();

  /** Returns everything that its results depend on but the data and the seed, as text. */
  String settings();

  /** Returns whether features are to be brought to mean 0 and deviation 1 first, by the training rows. */
  boolean wantsScaled();

  /**
   * Learns. The same rows and seed give the same result, whatever else runs.
   *
   * @param training what is learnt from
   * @param watched what is tested after every epoch, by learners that have epochs, for their curves
   *     alone; null for no curves
   */
  Fitted fit(LabelledRows training, LabelledRows watched, long seed);
}
