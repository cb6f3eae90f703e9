// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.infer;

import android.app.ActivityManager;
import android.app.ApplicationExitInfo;
import android.content.Context;
import android.os.Build;
import android.os.Process;
import androidx.annotation.RequiresApi;

/**
 * What Android remembers of how processes ended; before Android 11 that is nothing, so that there a crash
 * at work is taken for any other end.
 */
final class ExitReasons implements ProcessHistory {
  private final Context context;

  /** Asks in the name of this app. */
  ExitReasons(Context context) {
    this.context = context;
  }

  @Override
  public int current() {
    return Process.myPid();
  }

  @Override
  public boolean crashed(int process) {
    return process != current()
        && Build.VERSION.SDK_INT >= Build.VERSION_CODES.R
        && crashedByExitInfo(process);
  }

  @RequiresApi(Build.VERSION_CODES.R)
  private boolean crashedByExitInfo(int process) {
    ActivityManager activities = context.getSystemService(ActivityManager.class);
    for (ApplicationExitInfo exit :
        activities.getHistoricalProcessExitReasons(context.getPackageName(), process, 1)) {
      if (exit.getReason() == ApplicationExitInfo.REASON_CRASH_NATIVE) {
        return true;
      }
    }
    return false;
  }
}
