// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.driver;

import android.bluetooth.BluetoothDevice;
import org.robolectric.annotation.Implementation;
import org.robolectric.annotation.Implements;

/**
 * Lets sound be played: Robolectric's stand-in for the audio service touches this class, whose static
 * initialiser asks for a class that Robolectric's Android 15 lacks.
 */
@Implements(BluetoothDevice.class)
public final class NoBluetooth {
  private NoBluetooth() {}

  @Implementation
  static void __staticInitializer__() {}
}
