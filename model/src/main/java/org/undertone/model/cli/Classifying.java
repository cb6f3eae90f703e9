// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.util.List;
import java.util.function.Predicate;

/** Classifies inputs and hands over the outcomes in their order. */
interface Classifying extends AutoCloseable {
  /**
   * Classifies the inputs.
   *
   * @param sink takes each outcome on the caller's thread and answers whether to go on
   */
  void run(List<Input> inputs, Predicate<Outcome> sink) throws InterruptedException;

  /** Frees the models. */
  @Override
  void close();
}
