// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

/**
 * Something at a point of a timeline; immutable.
 *
 * @param atSeconds when, seconds of audio
 * @param kind how it is drawn
 * @param description what it is, for those who cannot see it
 */
public record TimelineMarker(double atSeconds, Kind kind, String description) {
  /** How a marker is drawn. */
  public enum Kind {
    /** An alert: a bell-like flag above the blocks. */
    ALERT,
    /** An interruption and the like: a dashed line with a dot. */
    EVENT
  }
}
