// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Knows whether the phone is in a call, by asking twice a second at most. For one thread. */
final class CallWatch {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final BooleanSupplier check;
  private long due = System.nanoTime();
  private boolean on;

  /**
   * Has not asked yet.
   *
   * @param check asks the phone
   */
  CallWatch(BooleanSupplier check) {
    this.check = check;
  }

  /** Asks at once; returns whether there is a call. */
  boolean ask() {
    on = check.getAsBoolean();
    return on;
  }

  /** Asks if it is time to; returns whether it was. */
  boolean askIfDue() {
    long now = System.nanoTime();
    if (now - due < 0) {
      return false;
    }
    due = now + PAUSE_NANOS;
    ask();
    return true;
  }

  /** Returns whether there was a call when it was last asked. */
  boolean isOn() {
    return on;
  }
}
