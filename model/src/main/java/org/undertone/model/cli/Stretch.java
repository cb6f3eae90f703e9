// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

/**
 * A part of the timeline in the labels that were asked for; immutable.
 *
 * @param startSeconds start, seconds of audio
 * @param endSeconds end, seconds of audio
 * @param heard what was heard
 */
record Stretch(double startSeconds, double endSeconds, Heard heard) {
  double seconds() {
    return endSeconds - startSeconds;
  }
}
