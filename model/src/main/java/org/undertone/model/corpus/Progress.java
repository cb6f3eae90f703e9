// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

/** Hears how far a long step is. Called by one thread at a time, not always the same one. */
@FunctionalInterface
public interface Progress {

  /** For callers who do not want to hear. */
  Progress NONE = (done, total) -> {};

  /** Says that {@code done} of {@code total} clips are done. */
  void at(int done, int total);
}
