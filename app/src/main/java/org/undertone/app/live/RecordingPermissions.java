// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.live;

import android.Manifest;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts.RequestPermission;
import androidx.fragment.app.Fragment;
import java.util.function.Consumer;
import org.undertone.app.view.AskedBefore;
import org.undertone.app.view.MicrophonePermission;
import org.undertone.app.view.NotificationPermission;

/**
 * Asks for what recording needs, in context: why, then the system's question; then once whether there
 * may be a notification, without which recording works too. Rotation may come at any time: what was
 * asked is answered to the new fragment. Make it before the fragment is created; main thread only.
 */
final class RecordingPermissions {
  private static final String SHEET = "microphone_sheet";

  private final Fragment fragment;
  private final Consumer<LiveNotice> refused;
  private final ActivityResultLauncher<String> microphone;
  private final NotificationPermission notifications;

  /**
   * Asks on behalf of a fragment.
   *
   * @param start called when recording may start
   * @param refused told why not
   */
  RecordingPermissions(Fragment fragment, Runnable start, Consumer<LiveNotice> refused) {
    this.fragment = fragment;
    this.refused = refused;
    microphone = fragment.registerForActivityResult(new RequestPermission(), this::onMicrophone);
    notifications = new NotificationPermission(fragment, start);
  }

  /** Listens to the sheet that explains; call in the fragment's onCreate. */
  void onCreate() {
    fragment
        .getChildFragmentManager()
        .setFragmentResultListener(
            MicrophoneSheet.RESULT, fragment, (key, result) -> requestMicrophone());
  }

  /** Starts at once if it may; else explains and asks. */
  void startOrAsk() {
    if (MicrophonePermission.isGranted(fragment.requireContext())) {
      notifications.askOnce();
    } else if (new AskedBefore(fragment.requireContext()).was(AskedBefore.MICROPHONE)) {
      requestMicrophone();
    } else if (fragment.getChildFragmentManager().findFragmentByTag(SHEET) == null) {
      new MicrophoneSheet().show(fragment.getChildFragmentManager(), SHEET);
    }
  }

  private void requestMicrophone() {
    microphone.launch(Manifest.permission.RECORD_AUDIO);
  }

  private void onMicrophone(boolean granted) {
    boolean again = MicrophonePermission.mayAskAgain(fragment);
    if (granted) {
      notifications.askOnce();
    } else {
      refused.accept(again ? LiveNotice.DENIED : LiveNotice.BLOCKED);
    }
  }
}
