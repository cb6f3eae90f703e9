// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.learn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;

/**
 * Gradients for trainings in several threads. DJL's PyTorch engine lets only one collector be open at a time, but what it
 * does belongs to the array that it is asked for: so all trainings that go on share one.
 */
final class Gradients implements AutoCloseable {
  private static GradientCollector shared;
  private static int users;

  private final GradientCollector collector;

  private Gradients(GradientCollector collector) {
    this.collector = collector;
  }

  /** Opens the shared collector, or takes part in it. The last to close closes it. */
  static synchronized Gradients open() {
    if (users == 0) {
      shared = Engine.getInstance().newGradientCollector();
    }
    users++;
    return new Gradients(shared);
  }

  /** Computes the gradients of everything that a number was computed from. */
  void of(NDArray loss) {
    collector.backward(loss);
  }

  @Override
  public void close() {
    release();
  }

  private static synchronized void release() {
    users--;
    if (users == 0) {
      shared.close();
      shared = null;
    }
  }
}
