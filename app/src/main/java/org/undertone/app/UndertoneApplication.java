// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import android.app.Application;
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
  }

  AppContainer container() {
    return container;
  }
}
