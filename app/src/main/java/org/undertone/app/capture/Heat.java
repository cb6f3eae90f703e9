// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import android.os.PowerManager;

/** How hot the device is, as far as it matters here. */
enum Heat {
  /** As usual. */
  NORMAL,
  /** Much work makes it worse: half as many verdicts. */
  SEVERE,
  /** The system will soon shut things down: better end properly. */
  CRITICAL;

  /** Returns what a {@link PowerManager}'s thermal status means. */
  static Heat ofStatus(int status) {
    if (status >= PowerManager.THERMAL_STATUS_CRITICAL) {
      return CRITICAL;
    }
    return status == PowerManager.THERMAL_STATUS_SEVERE ? SEVERE : NORMAL;
  }
}
