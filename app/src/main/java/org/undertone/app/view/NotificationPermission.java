// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.Manifest;
import android.content.Context;
import android.content.pm.PackageManager;
import android.os.Build;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts.RequestPermission;
import androidx.core.content.ContextCompat;
import androidx.fragment.app.Fragment;

/**
 * Asks once, from Android 13 on, whether there may be notifications, and goes on whatever the answer:
 * a recording works without, but then nothing shows or stops it outside the app. Made in a field of the
 * fragment; for the main thread.
 */
public final class NotificationPermission {
  private final Fragment fragment;
  private final Runnable next;
  private final ActivityResultLauncher<String> launcher;

  /** Will run something after the answer, even if the screen is turned meanwhile. */
  public NotificationPermission(Fragment fragment, Runnable next) {
    this.fragment = fragment;
    this.next = next;
    launcher = fragment.registerForActivityResult(new RequestPermission(), granted -> next.run());
  }

  /** Asks if that makes sense and was not done before; goes on at once if not. */
  public void askOnce() {
    Context context = fragment.requireContext();
    AskedBefore asked = new AskedBefore(context);
    boolean ask =
        Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU
            && ContextCompat.checkSelfPermission(context, Manifest.permission.POST_NOTIFICATIONS)
                != PackageManager.PERMISSION_GRANTED
            && !asked.was(AskedBefore.NOTIFICATIONS);
    if (ask) {
      asked.remember(AskedBefore.NOTIFICATIONS);
      launcher.launch(Manifest.permission.POST_NOTIFICATIONS);
    } else {
      next.run();
    }
  }
}
