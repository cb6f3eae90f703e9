// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.Manifest;
import android.content.Context;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.net.Uri;
import android.provider.Settings;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.core.content.ContextCompat;
import androidx.fragment.app.Fragment;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;
import com.google.android.material.snackbar.Snackbar;
import org.undertone.app.R;

/**
 * Asks for the microphone when it is needed, and leads somewhere whatever the answer: says why after a
 * first "no", and opens the system's settings once Android no longer asks. Made in a field of the
 * fragment; for the main thread.
 */
public final class MicrophonePermission {
  private final Fragment fragment;
  private final Runnable whenGranted;
  private final ActivityResultLauncher<String> launcher;

  /** Will run something once the microphone may be used, even if the screen is turned meanwhile. */
  public MicrophonePermission(Fragment fragment, Runnable whenGranted) {
    this.fragment = fragment;
    this.whenGranted = whenGranted;
    launcher =
        fragment.registerForActivityResult(
            new ActivityResultContracts.RequestPermission(), this::answered);
  }

  /** Returns whether the microphone may be used. */
  public static boolean isGranted(Context context) {
    return ContextCompat.checkSelfPermission(context, Manifest.permission.RECORD_AUDIO)
        == PackageManager.PERMISSION_GRANTED;
  }

  /** Asks unless it is granted already. */
  public void request() {
    if (isGranted(fragment.requireContext())) {
      whenGranted.run();
    } else if (maySayWhy()) {
      sayWhy();
    } else {
      ask();
    }
  }

  /**
   * Returns, once the system's question was answered, whether after a no it can be put again, and
   * remembers that it was put. After a second refusal the system gives no reason to explain again,
   * and asks no more. Before the first answer it gives none either: then the question was only
   * dismissed.
   */
  public static boolean mayAskAgain(Fragment fragment) {
    AskedBefore asked = new AskedBefore(fragment.requireContext());
    boolean first = !asked.was(AskedBefore.MICROPHONE);
    asked.remember(AskedBefore.MICROPHONE);
    return first || fragment.shouldShowRequestPermissionRationale(Manifest.permission.RECORD_AUDIO);
  }

  private boolean maySayWhy() {
    return fragment.shouldShowRequestPermissionRationale(Manifest.permission.RECORD_AUDIO);
  }

  private void ask() {
    launcher.launch(Manifest.permission.RECORD_AUDIO);
  }

  private void sayWhy() {
    new MaterialAlertDialogBuilder(fragment.requireContext())
        .setTitle(R.string.microphone_title)
        .setMessage(R.string.microphone_why)
        .setPositiveButton(R.string.microphone_continue, (dialog, which) -> ask())
        .setNegativeButton(R.string.microphone_not_now, null)
        .show();
  }

  private void answered(boolean granted) {
    if (granted) {
      whenGranted.run();
    } else if (mayAskAgain(fragment)) {
      Snackbar.make(fragment.requireView(), R.string.microphone_denied, Snackbar.LENGTH_LONG)
          .setAction(R.string.microphone_allow, view -> ask())
          .show();
    } else {
      offerSettings();
    }
  }

  private void offerSettings() {
    new MaterialAlertDialogBuilder(fragment.requireContext())
        .setTitle(R.string.microphone_title)
        .setMessage(R.string.microphone_blocked)
        .setPositiveButton(R.string.microphone_settings, (dialog, which) -> openSettings())
        .setNegativeButton(R.string.microphone_not_now, null)
        .show();
  }

  private void openSettings() {
    Uri app = Uri.fromParts("package", fragment.requireContext().getPackageName(), null);
    fragment.startActivity(new Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, app));
  }
}
