// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.live;

import android.Manifest;
import android.app.Application;
import android.content.Context;
import androidx.lifecycle.MutableLiveData;
import androidx.test.core.app.ActivityScenario;
import androidx.test.core.app.ApplicationProvider;
import org.robolectric.Shadows;
import org.robolectric.shadows.ShadowLooper;
import org.undertone.app.AppContainer;
import org.undertone.app.MainActivity;
import org.undertone.app.capture.RecordingState;

/** The main activity, told of states through the real recorder's own LiveData. */
final class LiveScreens {
  private LiveScreens() {}

  static ActivityScenario<MainActivity> launch() {
    AppContainer.of(context()).settings().acceptNotice();
    return ActivityScenario.launch(MainActivity.class);
  }

  static Context context() {
    return ApplicationProvider.getApplicationContext();
  }

  static void allow(String... permissions) {
    Shadows.shadowOf((Application) context()).grantPermissions(permissions);
  }

  static void allowMicrophone() {
    allow(Manifest.permission.RECORD_AUDIO, Manifest.permission.POST_NOTIFICATIONS);
  }

  static void send(RecordingState state) {
    ((MutableLiveData<RecordingState>) AppContainer.of(context()).recorder().state())
        .setValue(state);
    ShadowLooper.idleMainLooper();
  }
}
