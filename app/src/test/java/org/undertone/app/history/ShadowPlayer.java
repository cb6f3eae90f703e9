// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import org.robolectric.annotation.Implementation;
import org.robolectric.annotation.Implements;

/**
 * Keeps players of sound from telling the system's audio service, whose interface names a class of
 * Bluetooth that Robolectric's Android 15 does not have.
 */
@Implements(className = "android.media.PlayerBase", isInAndroidSdk = false)
public final class ShadowPlayer {
  @Implementation
  protected void baseRegisterPlayer(int session) {}

  @Implementation
  protected void baseStart(int device) {}

  @Implementation
  protected void basePause() {}

  @Implementation
  protected void baseStop() {}

  @Implementation
  protected void baseRelease() {}
}
