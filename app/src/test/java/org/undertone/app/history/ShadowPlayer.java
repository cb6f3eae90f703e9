// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.media.IAudioService;
import android.os.Binder;
import org.robolectric.annotation.Implementation;
import org.robolectric.annotation.Implements;

/**
 * Gives players of sound an audio service that answers nothing. Robolectric's own stand-in initialises
 * a class of Bluetooth that needs a later Android than the tests have.
 */
@Implements(className = "android.media.PlayerBase", isInAndroidSdk = false)
public class ShadowPlayer {
  @Implementation
  protected static IAudioService getService() {
    return IAudioService.Stub.asInterface(new Binder());
  }
}
