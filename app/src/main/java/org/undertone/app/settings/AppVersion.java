// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.settings;

import android.content.Context;
import android.content.pm.PackageManager;

/** The version of the app, as its package has it. */
public final class AppVersion {
  private AppVersion() {}

  /** Returns the version's name, such as "0.1.0". */
  public static String name(Context context) {
    try {
      String name =
          context.getPackageManager().getPackageInfo(context.getPackageName(), 0).versionName;
      return name == null ? "" : name;
    } catch (PackageManager.NameNotFoundException e) {
      throw new IllegalStateException("the app's own package is not installed", e);
    }
  }
}
