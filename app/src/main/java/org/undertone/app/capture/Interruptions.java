// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.undertone.app.data.EventKind;

/**
 * Why nothing is heard, and since when. One interruption may have several causes, as when a call
 * comes and takes the microphone; it lasts until samples are heard again. For one thread.
 */
final class Interruptions {
  /** The causes, the one that says most to the user first. */
  private static final List<EventKind> BY_WEIGHT =
      List.of(
          EventKind.CALL,
          EventKind.MICROPHONE_TAKEN,
          EventKind.READ_ERROR,
          EventKind.ROUTE_CHANGED,
          EventKind.MICROPHONE_SILENT);

  private final Set<EventKind> causes = EnumSet.noneOf(EventKind.class);
  private long sinceMillis;

  /** Adds a cause; returns whether it is a new one. */
  boolean add(EventKind cause, long nowMillis) {
    if (!BY_WEIGHT.contains(cause)) {
      throw new IllegalArgumentException(cause + " does not interrupt");
    }
    if (causes.isEmpty()) {
      sinceMillis = nowMillis;
    }
    return causes.add(cause);
  }

  /** Returns whether this is one of the causes. */
  boolean has(EventKind cause) {
    return causes.contains(cause);
  }

  /** Returns whether there is any. */
  boolean any() {
    return !causes.isEmpty();
  }

  /** Returns the weightiest cause, or null if there is none. */
  EventKind weightiest() {
    return BY_WEIGHT.stream().filter(causes::contains).findFirst().orElse(null);
  }

  /** Ends the interruption; returns how long it was, seconds. */
  double end(long nowMillis) {
    causes.clear();
    return (nowMillis - sinceMillis) / 1000.0;
  }
}
