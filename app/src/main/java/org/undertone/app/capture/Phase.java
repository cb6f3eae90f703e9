// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

/** Where a recording stands. */
public enum Phase {
  /** Nobody listens. */
  IDLE,
  /** Model and microphone are being opened. */
  STARTING,
  /** Samples come in and are judged. */
  LISTENING,
  /** Nothing is heard, for the reason in {@link RecordingState#interruption()}; it will go on if it can. */
  INTERRUPTED,
  /** The last verdicts are being stored. */
  STOPPING
}
