// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import android.app.Application;

/** The process: makes the container. */
public final class UndertoneApplication extends Application {
  private AppContainer container;

  @Override
  public void onCreate() {
    super.onCreate();
    container = new AppContainer(this);
    container.start();
  }

  AppContainer container() {
    return container;
  }
}
