// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import android.view.View;
import android.widget.TextView;
import androidx.core.view.ViewCompat;
import androidx.core.view.accessibility.AccessibilityNodeInfoCompat.AccessibilityActionCompat;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.undertone.app.capture.Phase;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.data.SessionMode;
import org.undertone.app.view.TimeText;

/** Says on other screens that a recording goes on, and leads back to it. Main thread only. */
final class RecordingIndicator {
  private final TextView view;
  private RecordingState state = RecordingState.NONE;
  private int shownDestination;

  /** Leads back by naming the destination of the recording. */
  RecordingIndicator(TextView view, IntConsumer back) {
    this.view = view;
    view.setOnClickListener(clicked -> back.accept(home()));
    ViewCompat.replaceAccessibilityAction(
        view,
        AccessibilityActionCompat.ACTION_CLICK,
        view.getContext().getString(R.string.indicator_action),
        null);
  }

  void show(RecordingState newState) {
    state = newState;
    update();
  }

  /** Sets which destination's first screen is shown; 0 for none. */
  void setWanted(int destination) {
    shownDestination = destination;
    update();
  }

  private int home() {
    return state.mode() == SessionMode.DRIVER ? R.id.destination_drive : R.id.destination_live;
  }

  private void update() {
    boolean shown = state.isActive() && shownDestination != home();
    view.setVisibility(shown ? View.VISIBLE : View.GONE);
    if (shown) {
      Locale locale = view.getResources().getConfiguration().getLocales().get(0);
      int words =
          state.phase() == Phase.INTERRUPTED
              ? R.string.indicator_interrupted
              : R.string.indicator_recording;
      String text = view.getContext().getString(words, TimeText.of(state.elapsedSeconds(), locale));
      if (!text.contentEquals(view.getText())) {
        view.setText(text);
      }
    }
  }
}
