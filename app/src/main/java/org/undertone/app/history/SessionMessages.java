// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import androidx.annotation.StringRes;
import androidx.fragment.app.FragmentActivity;
import com.google.android.material.snackbar.Snackbar;
import org.undertone.app.R;
import org.undertone.app.history.Playback.Problem;
import org.undertone.app.history.SessionViewModel.Correction;
import org.undertone.app.view.EmotionStyle;

/**
 * What a session's screen says at its bottom: why it does not play, that audio is gone, and what became
 * of a correction, with an undo. Main thread.
 */
final class SessionMessages {
  private final FragmentActivity activity;
  private final SessionViewModel model;

  SessionMessages(FragmentActivity activity, SessionViewModel model) {
    this.activity = activity;
    this.model = model;
  }

  /** Says something. */
  void say(@StringRes int words) {
    message(activity.getString(words)).show();
  }

  /** Says why it does not play, if it does not; once for each time. */
  void sayProblem(Playback now) {
    if (now.problem() != Problem.NONE) {
      message(problem(now)).show();
      model.player().problemShown();
    }
  }

  private String problem(Playback now) {
    switch (now.problem()) {
      case BUSY:
        return activity.getString(R.string.session_play_busy);
      case BEYOND:
        return activity.getString(R.string.session_play_beyond);
      case MISSING:
        return activity.getString(R.string.session_play_missing);
      default:
        return activity.getString(R.string.session_play_failed, now.cause());
    }
  }

  /** Offers to undo a correction; null for none. */
  void offerUndo(Correction made) {
    if (made == null) {
      return;
    }
    message(correction(made))
        .setAction(R.string.history_undo, button -> model.undo(made))
        .addCallback(
            new Snackbar.Callback() {
              @Override
              public void onDismissed(Snackbar dismissed, int event) {
                if (event != DISMISS_EVENT_ACTION) {
                  model.correctionShown(made);
                }
              }
            })
        .show();
  }

  private String correction(Correction made) {
    if (made.after() == null) {
      return activity.getString(R.string.session_correction_removed);
    }
    String emotion = activity.getString(EmotionStyle.of(made.after()).name());
    return activity.getString(R.string.session_corrected_to, emotion);
  }

  private Snackbar message(String text) {
    return DeletionSnackbar.message(activity, text);
  }
}
