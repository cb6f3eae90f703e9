// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import androidx.annotation.StringRes;
import org.undertone.app.R;
import org.undertone.app.data.EndReason;
import org.undertone.ser.timeline.DriverState;

/**
 * One short line and the two answers to it; immutable.
 *
 * @param kind what is asked
 * @param text the line
 * @param yes the answer that a driver most likely wants, at the end of the row
 * @param no the other one, at its start
 */
record DriverPrompt(Kind kind, @StringRes int text, @StringRes int yes, @StringRes int no) {
  /** What is asked. */
  enum Kind {
    /** An alert: OK or wrong. */
    ALERT,
    /** Leave the screen, while listening goes on? */
    LEAVE,
    /** The drive is over: resume, or done. */
    ENDED
  }

  /** Back was pressed while the drive goes on. */
  static final DriverPrompt LEAVE =
      new DriverPrompt(
          Kind.LEAVE, R.string.driver_leave, R.string.driver_stay, R.string.driver_leave_now);

  private static final DriverPrompt TENSE = alert(R.string.driver_suggest_tense);
  private static final DriverPrompt LOW = alert(R.string.driver_suggest_low);

  private static DriverPrompt alert(@StringRes int suggestion) {
    return new DriverPrompt(Kind.ALERT, suggestion, R.string.driver_ok, R.string.driver_wrong);
  }

  /**
   * Returns what an alert suggests.
   *
   * @throws IllegalArgumentException if there is no alert for the state
   */
  static DriverPrompt ofAlert(DriverState state) {
    switch (state) {
      case TENSE:
        return TENSE;
      case LOW:
        return LOW;
      case CALM:
      case UNSURE:
        break;
    }
    throw new IllegalArgumentException("there is no alert for the state " + state);
  }

  /** Says why the drive is over. */
  static DriverPrompt ofEnd(EndReason end) {
    return new DriverPrompt(Kind.ENDED, endText(end), R.string.driver_resume, R.string.driver_done);
  }

  @StringRes
  private static int endText(EndReason end) {
    switch (end) {
      case STOPPED:
      case RUNNING:
        return R.string.driver_end_stopped;
      case PERMISSION_REVOKED:
        return R.string.driver_end_permission;
      case MICROPHONE_LOST:
        return R.string.driver_end_microphone;
      case STORAGE_FULL:
        return R.string.driver_end_storage;
      case OVERHEATED:
        return R.string.driver_end_hot;
      case KILLED:
      case FAILED:
        return R.string.driver_end_failed;
    }
    throw new AssertionError(end);
  }
}
