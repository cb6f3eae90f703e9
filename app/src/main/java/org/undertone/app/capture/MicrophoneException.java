// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import java.io.IOException;
import org.undertone.app.data.EndReason;

/** The microphone cannot be had. */
final class MicrophoneException extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean permissionMissing;

  private MicrophoneException(String message, boolean permissionMissing) {
    super(message);
    this.permissionMissing = permissionMissing;
  }

  /** The user has not allowed it, or no longer does. */
  static MicrophoneException notPermitted() {
    return new MicrophoneException("the permission for the microphone is missing", true);
  }

  /** It is used by another app, missing or broken; the message says what was tried. */
  static MicrophoneException unavailable(String tried) {
    return new MicrophoneException("no microphone could be opened: " + tried, false);
  }

  /** Returns whether the permission is what is missing. */
  boolean isPermissionMissing() {
    return permissionMissing;
  }

  /** Returns how a session ends that cannot go on because of this. */
  EndReason endReason() {
    return permissionMissing ? EndReason.PERMISSION_REVOKED : EndReason.MICROPHONE_LOST;
  }
}
