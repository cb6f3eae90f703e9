// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.live;

import androidx.annotation.StringRes;
import org.undertone.app.R;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.EndReason;

/** Why there is no recording, and the way out. Names are kept over the end of a process. */
enum LiveNotice {
  /** The user said no to the microphone, and can be asked again. */
  DENIED(R.string.live_denied, Way.RECORD),
  /** The system asks no more: only its settings help. */
  BLOCKED(R.string.live_blocked, Way.APP_SETTINGS),
  END_PERMISSION(R.string.live_end_permission, Way.RECORD),
  END_MICROPHONE(R.string.live_end_microphone, Way.RECORD),
  END_STORAGE(R.string.live_end_storage, Way.STORAGE),
  END_HOT(R.string.live_end_hot, Way.NONE),
  END_KILLED(R.string.live_end_killed, Way.NONE),
  END_FAILED(R.string.live_end_failed, Way.DIAGNOSTICS),
  START_MICROPHONE(R.string.live_start_microphone, Way.RECORD),
  START_STORAGE(R.string.live_start_storage, Way.STORAGE),
  START_FAILED(R.string.live_start_failed, Way.DIAGNOSTICS);

  /** What the button of a notice does. */
  enum Way {
    /** Nothing: there is no button. */
    NONE(0),
    /** Records, asking for the permission where needed. */
    RECORD(R.string.live_try_again),
    /** Opens the system's page on this app. */
    APP_SETTINGS(R.string.live_open_settings),
    /** Opens the app's settings, where kept audio can be erased. */
    STORAGE(R.string.live_free_space),
    /** Opens model, delegate and latency. */
    DIAGNOSTICS(R.string.live_open_diagnostics);

    private final int text;

    Way(@StringRes int text) {
      this.text = text;
    }

    @StringRes
    int text() {
      return text;
    }
  }

  private final int text;
  private final Way way;

  LiveNotice(@StringRes int text, Way way) {
    this.text = text;
    this.way = way;
  }

  @StringRes
  int text() {
    return text;
  }

  Way way() {
    return way;
  }

  /** Returns whether it is gone as soon as the permission is there. */
  boolean isOnPermission() {
    return this == DENIED || this == BLOCKED || this == END_PERMISSION;
  }

  /** Returns what to say of a recording that has ended; null if it ended as the user wished. */
  static LiveNotice of(RecordingState ended) {
    boolean begun = ended.sessionId() != 0;
    EndReason reason = ended.end() == null ? EndReason.KILLED : ended.end();
    switch (reason) {
      case STOPPED:
        return null;
      case KILLED:
        return END_KILLED;
      case PERMISSION_REVOKED:
        return begun ? END_PERMISSION : DENIED;
      case MICROPHONE_LOST:
        return begun ? END_MICROPHONE : START_MICROPHONE;
      case STORAGE_FULL:
        return begun ? END_STORAGE : START_STORAGE;
      case OVERHEATED:
        return END_HOT;
      default:
        return begun ? END_FAILED : START_FAILED;
    }
  }
}
