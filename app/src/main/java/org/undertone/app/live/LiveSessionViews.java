// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.live;

import android.content.Context;
import android.view.View;
import android.widget.TextView;
import java.util.Locale;
import org.undertone.app.R;
import org.undertone.app.capture.RecordingState;
import org.undertone.app.view.EmotionBadgeView;
import org.undertone.app.view.EmotionBarsView;
import org.undertone.app.view.EmotionStyle;
import org.undertone.app.view.LevelMeterView;
import org.undertone.app.view.TimeText;
import org.undertone.app.view.TimelineView;

/** The views of a running recording. Main thread only. */
final class LiveSessionViews {
  /** What the timeline shows of the last. */
  private static final double STRIP_SECONDS = 60;

  private final TextView elapsed;
  private final TextView kept;
  private final TextView banner;
  private final EmotionBadgeView badge;
  private final LevelMeterView level;
  private final EmotionBarsView bars;
  private final TimelineView timeline;
  private final Context context;
  private final Locale locale;

  LiveSessionViews(View root) {
    context = root.getContext();
    locale = root.getResources().getConfiguration().getLocales().get(0);
    elapsed = root.findViewById(R.id.live_elapsed);
    kept = root.findViewById(R.id.live_kept);
    banner = root.findViewById(R.id.live_banner);
    badge = root.findViewById(R.id.live_badge);
    level = root.findViewById(R.id.live_level);
    bars = root.findViewById(R.id.live_bars);
    timeline = root.findViewById(R.id.live_timeline);
    timeline.showLive(STRIP_SECONDS);
  }

  void show(LiveScreen screen, RecordingState state) {
    if (!screen.recording()) {
      level.reset();
      return;
    }
    String time = TimeText.of(state.elapsedSeconds(), locale);
    setText(elapsed, time);
    elapsed.setContentDescription(context.getString(R.string.live_elapsed, time));
    setText(
        kept,
        context.getString(
            state.audioKept() ? R.string.live_audio_kept : R.string.live_audio_not_kept));
    kept.setCompoundDrawablesRelativeWithIntrinsicBounds(
        state.audioKept() ? R.drawable.ic_live_kept : 0, 0, 0, 0);
    banner.setVisibility(screen.banner() == 0 ? View.GONE : View.VISIBLE);
    if (screen.banner() != 0) {
      setText(banner, context.getString(screen.banner()));
    }
    if (screen.label() != null) {
      badge.show(screen.label());
    } else {
      badge.show(
          EmotionStyle.NO_SPEECH,
          context.getString(screen.title()),
          context.getString(screen.detail()));
    }
    if (screen.hearing()) {
      level.setLevel(state.levelDb());
    } else {
      level.reset();
    }
    bars.setScheme(screen.scheme());
    bars.setScores(screen.scores());
    timeline.setSpans(screen.spans(), state.elapsedSeconds());
  }

  /** Setting the same text again would be announced and laid out again, ten times a second. */
  private static void setText(TextView view, String text) {
    if (!text.contentEquals(view.getText())) {
      view.setText(text);
    }
  }
}
