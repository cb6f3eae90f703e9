// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import android.app.Application;
import android.content.pm.ApplicationInfo;
import android.os.StrictMode;
import org.undertone.app.settings.Appearance;

/** The process: makes the container. */
public final class UndertoneApplication extends Application {
  private AppContainer container;

  @Override
  public void onCreate() {
    super.onCreate();
    container = new AppContainer(this);
    Appearance.apply(container.settings().theme());
    container.start();
    if ((getApplicationInfo().flags & ApplicationInfo.FLAG_DEBUGGABLE) != 0) {
      beStrict();
    }
  }

  /** Tells developers of files read on the main thread and of what was left open. */
  private static void beStrict() {
    StrictMode.setThreadPolicy(
        new StrictMode.ThreadPolicy.Builder().detectAll().penaltyLog().build());
    StrictMode.setVmPolicy(new StrictMode.VmPolicy.Builder().detectAll().penaltyLog().build());
  }

  AppContainer container() {
    return container;
  }
}
