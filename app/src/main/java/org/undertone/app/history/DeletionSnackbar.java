// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.view.View;
import androidx.fragment.app.Fragment;
import androidx.fragment.app.FragmentActivity;
import com.google.android.material.bottomnavigation.BottomNavigationView;
import com.google.android.material.snackbar.BaseTransientBottomBar;
import com.google.android.material.snackbar.Snackbar;
import org.undertone.app.R;
import org.undertone.app.history.SessionDeletion.Deleted;

/** Offers to undo a deletion, on whatever screen comes next. */
final class DeletionSnackbar {
  /** Enough for both messages in the largest font. */
  private static final int MAX_LINES = 6;

  private final FragmentActivity activity;
  private final SessionDeletion deletion;

  private DeletionSnackbar(FragmentActivity activity, SessionDeletion deletion) {
    this.activity = activity;
    this.deletion = deletion;
  }

  /** Shows the offer while a screen is there; returns the deletion of its activity. */
  static SessionDeletion attach(Fragment fragment) {
    FragmentActivity activity = fragment.requireActivity();
    SessionDeletion deletion = SessionDeletion.of(activity);
    DeletionSnackbar bar = new DeletionSnackbar(activity, deletion);
    deletion.deleted().observe(fragment.getViewLifecycleOwner(), bar::show);
    return deletion;
  }

  private void show(Deleted deleted) {
    if (deleted.ids().isEmpty()) {
      if (deleted.keptRunning()) {
        message(activity, activity.getString(R.string.history_delete_running)).show();
        deletion.confirm(deleted);
      }
      return;
    }
    int count = deleted.ids().size();
    String text =
        activity
            .getResources()
            .getQuantityString(
                R.plurals.history_deleted, count, new SessionWords(activity).number(count));
    if (deleted.keptRunning()) {
      text += "\n" + activity.getString(R.string.history_delete_running);
    }
    message(activity, text)
        .setTextMaxLines(MAX_LINES)
        .setAction(R.string.history_undo, button -> deletion.undo(deleted))
        .addCallback(
            new Snackbar.Callback() {
              @Override
              public void onDismissed(Snackbar bar, int event) {
                // Dismissed in favour of another one, or with its activity: the undo is still owed.
                if (event == BaseTransientBottomBar.BaseCallback.DISMISS_EVENT_TIMEOUT
                    || event == BaseTransientBottomBar.BaseCallback.DISMISS_EVENT_SWIPE) {
                  deletion.confirm(deleted);
                }
              }
            })
        .show();
  }

  /** Returns a message at the bottom of the screen, above the navigation. */
  static Snackbar message(FragmentActivity activity, String text) {
    Snackbar bar = Snackbar.make(activity.findViewById(R.id.content), text, Snackbar.LENGTH_LONG);
    View navigation = activity.findViewById(R.id.navigation);
    if (navigation instanceof BottomNavigationView) {
      bar.setAnchorView(navigation);
    }
    return bar;
  }
}
