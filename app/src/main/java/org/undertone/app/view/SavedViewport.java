// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.os.Bundle;

/**
 * The part of a timeline that was seen, kept while its view is made anew; immutable.
 *
 * @param startSeconds where it starts, seconds of audio
 * @param lengthSeconds how long it is, seconds
 */
record SavedViewport(double startSeconds, double lengthSeconds) {
  private static final String START = "start";
  private static final String LENGTH = "length";

  /** Saves what is seen, unless that is everything or the live end, which need no saving. */
  static void save(TimelineViewport viewport, Bundle into) {
    if (!viewport.isLive() && !viewport.isWhole()) {
      into.putDouble(START, viewport.startSeconds());
      into.putDouble(LENGTH, viewport.lengthSeconds());
    }
  }

  /** Returns what was saved, or null if nothing was. */
  static SavedViewport of(Bundle state) {
    return state.containsKey(START)
        ? new SavedViewport(state.getDouble(START), state.getDouble(LENGTH))
        : null;
  }

  /** Shows it again; only once it is known how long everything is. */
  void restore(TimelineViewport viewport) {
    viewport.show(startSeconds, lengthSeconds);
  }
}
