// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.uses;

import android.content.Context;
import androidx.lifecycle.Observer;
import java.util.Locale;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.view.EmotionStyle;
import org.undertone.app.view.ShownLabel;
import org.undertone.ser.LabelScheme;
import org.undertone.ser.timeline.Verdict;

/** Tells every verdict as it comes: time, label, and how sure it is. */
final class Narrator implements Observer<RecordingState> {
  private final Context context;
  private Verdict last;

  Narrator(Context context) {
    this.context = context;
  }

  @Override
  public void onChanged(RecordingState state) {
    Verdict verdict = state.verdict();
    if (verdict == null || verdict.equals(last)) {
      return;
    }
    last = verdict;
    ShownLabel label = ShownLabel.of(verdict, LabelScheme.EIGHT);
    EmotionStyle style = label.style();
    String sure =
        label.confidence() > 0
            ? String.format(Locale.ROOT, "%3.0f %%", 100 * label.confidence())
            : "";
    System.out.printf(
        Locale.ROOT,
        "  %5.1f s  %-10s %s%n",
        verdict.endSeconds(),
        context.getString(style.name()),
        sure);
  }
}
