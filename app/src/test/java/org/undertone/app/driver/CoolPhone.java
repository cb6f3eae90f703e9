// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import android.os.PowerManager;
import java.util.concurrent.Executor;
import org.robolectric.annotation.Implementation;
import org.robolectric.annotation.Implements;
import org.robolectric.shadows.ShadowPowerManager;

/** A phone that never gets warm: Robolectric has no thermal service to listen to. */
@Implements(PowerManager.class)
public class CoolPhone extends ShadowPowerManager {
  @Implementation
  protected void addThermalStatusListener(
      Executor executor, PowerManager.OnThermalStatusChangedListener listener) {}

  @Implementation
  protected void removeThermalStatusListener(
      PowerManager.OnThermalStatusChangedListener listener) {}
}
