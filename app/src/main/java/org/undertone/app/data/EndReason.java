// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

/** Why a session ended. Names are stored: don't rename. */
public enum EndReason {
  /** It goes on. */
  RUNNING,
  /** The user stopped it. */
  STOPPED,
  /** The process ended before the session did; found and closed at the next start. */
  KILLED,
  /** The permission for the microphone was taken away. */
  PERMISSION_REVOKED,
  /** The microphone could not be had, or had again. */
  MICROPHONE_LOST,
  /** No space was left on the device. */
  STORAGE_FULL,
  /** The device was too hot to go on. */
  OVERHEATED,
  /** Anything else, such as a model that failed. */
  FAILED
}
