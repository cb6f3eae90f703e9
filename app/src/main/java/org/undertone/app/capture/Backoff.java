// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

/**
 * When to try again to open a microphone: 0.2 s after the first failure, then twice as long each time
 * up to 5 s; not any more when it has failed for 2 min. Times are milliseconds of a monotonic clock.
 * For one thread.
 */
final class Backoff {
  private static final long FIRST_MILLIS = 200;
  private static final long LONGEST_MILLIS = 5_000;
  private static final long GIVE_UP_MILLIS = 120_000;

  private boolean failing;
  private long firstFailure;
  private long nextAttempt;
  private long delay;

  /** Notes a failure. */
  void failed(long now) {
    if (!failing) {
      failing = true;
      firstFailure = now;
      delay = FIRST_MILLIS;
    } else {
      delay = Math.min(LONGEST_MILLIS, 2 * delay);
    }
    nextAttempt = now + delay;
  }

  /** Forgets all failures, as when it works again; the next one is a first one. */
  void forget() {
    failing = false;
  }

  /** Returns whether it is time to try. */
  boolean isDue(long now) {
    return !failing || now >= nextAttempt;
  }

  /** Returns whether it is time to give up. */
  boolean isExhausted(long now) {
    return failing && now - firstFailure >= GIVE_UP_MILLIS;
  }
}
