// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.time.Instant;
import java.util.Set;
import org.undertone.ser.Emotion;

/**
 * Which sessions to show; immutable.
 *
 * @param text words to find in name or note, never null; empty for all
 * @param emotions sessions that hold one of these at all, corrections included; empty for all
 * @param from earliest start, inclusive, or null
 * @param until latest start, exclusive, or null
 */
public record SessionFilter(String text, Set<Emotion> emotions, Instant from, Instant until) {
  /** Shows everything. */
  public static final SessionFilter ALL = new SessionFilter("", Set.of(), null, null);

  /** Copies the set. */
  public SessionFilter {
    emotions = Set.copyOf(emotions);
  }

  /** Returns whether this shows everything. */
  public boolean isAll() {
    return equals(ALL);
  }
}
