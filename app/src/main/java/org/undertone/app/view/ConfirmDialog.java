// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.app.Dialog;
import android.os.Bundle;
import androidx.annotation.NonNull;
import androidx.annotation.Nullable;
import androidx.annotation.StringRes;
import androidx.fragment.app.DialogFragment;
import androidx.fragment.app.Fragment;
import com.google.android.material.dialog.MaterialAlertDialogBuilder;

/**
 * Asks before something is lost for good, over rotation too. The answer comes as a fragment result of the
 * screen's child fragment manager, under the key it was asked with, and only if it is yes. Main thread.
 */
public final class ConfirmDialog extends DialogFragment {
  private static final String KEY = "key";
  private static final String TITLE = "title";
  private static final String MESSAGE = "message";
  private static final String YES = "yes";

  /** Listens to the answer "yes"; call whenever the screen's view was made. */
  public static void listen(Fragment screen, String key, Runnable onYes) {
    screen
        .getChildFragmentManager()
        .setFragmentResultListener(
            key, screen.getViewLifecycleOwner(), (answered, result) -> onYes.run());
  }

  /**
   * Asks, unless the question is on the screen already or the screen is being left.
   *
   * @param key names the question
   * @param yes what the button says that does it
   */
  public static void ask(
      Fragment screen, String key, @StringRes int title, CharSequence message, @StringRes int yes) {
    if (screen.getChildFragmentManager().isStateSaved()
        || screen.getChildFragmentManager().findFragmentByTag(key) != null) {
      return;
    }
    Bundle arguments = new Bundle();
    arguments.putString(KEY, key);
    arguments.putString(TITLE, screen.getString(title));
    arguments.putCharSequence(MESSAGE, message);
    arguments.putString(YES, screen.getString(yes));
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setArguments(arguments);
    dialog.show(screen.getChildFragmentManager(), key);
  }

  @NonNull
  @Override
  public Dialog onCreateDialog(@Nullable Bundle savedInstanceState) {
    Bundle arguments = requireArguments();
    return new MaterialAlertDialogBuilder(requireContext())
        .setTitle(arguments.getString(TITLE))
        .setMessage(arguments.getCharSequence(MESSAGE))
        .setPositiveButton(
            arguments.getString(YES),
            (dialog, which) ->
                getParentFragmentManager()
                    .setFragmentResult(arguments.getString(KEY), Bundle.EMPTY))
        .setNegativeButton(android.R.string.cancel, null)
        .create();
  }
}
