// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.util.function.Consumer;

/**
 * What the judging thread has handed in and the writing thread has not taken yet. Its lock is held for
 * moments only, so that judging never waits for the database. Any thread.
 */
final class PendingBatch {
  private Batch batch = new Batch();
  private boolean closed;

  /** Adds something; ignored once it is closed. */
  synchronized void add(Consumer<Batch> addition) {
    if (!closed) {
      addition.accept(batch);
    }
  }

  /** Adds an event of the writing thread's own, also between closing and the last taking. */
  synchronized void addOwn(SessionEvent event) {
    batch.add(event);
  }

  /** Returns what was added since the last call. */
  synchronized Batch take() {
    Batch taken = batch;
    batch = new Batch();
    return taken;
  }

  /** Takes nothing more from the judging thread; returns whether it did before. */
  synchronized boolean close() {
    boolean wasOpen = !closed;
    closed = true;
    return wasOpen;
  }
}
