// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.live;

import android.content.Context;
import android.view.View;
import android.widget.TextView;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.undertone.app.R;
import org.undertone.app.data.SessionSummary;
import org.undertone.app.view.EmotionStyle;
import org.undertone.app.view.LabelStripView;
import org.undertone.app.view.TimeText;

/** The card of the last session on the idle live screen, or a hint before the first. Main thread only. */
final class LastSessionCard {
  private final View card;
  private final View first;
  private final TextView title;
  private final TextView detail;
  private final LabelStripView strip;
  private final LongConsumer open;

  LastSessionCard(View root, LongConsumer open) {
    this.open = open;
    card = root.findViewById(R.id.live_last);
    first = root.findViewById(R.id.live_first);
    title = root.findViewById(R.id.live_last_title);
    detail = root.findViewById(R.id.live_last_detail);
    strip = root.findViewById(R.id.live_last_strip);
  }

  /** Shows a session; the hint if there is none. */
  void show(SessionSummary session) {
    card.setVisibility(session == null ? View.GONE : View.VISIBLE);
    first.setVisibility(session == null ? View.VISIBLE : View.GONE);
    if (session == null) {
      return;
    }
    Context context = card.getContext();
    Locale locale = context.getResources().getConfiguration().getLocales().get(0);
    String date =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(ZoneId.systemDefault())
            .format(session.startedAt());
    title.setText(session.name().isEmpty() ? date : session.name());
    String length = TimeText.of(session.durationSeconds(), locale);
    EmotionStyle style =
        session.mainEmotion() == null
            ? EmotionStyle.UNSURE
            : EmotionStyle.of(session.mainEmotion());
    detail.setText(
        session.mainEmotion() == null
            ? context.getString(R.string.live_last_detail_none, length)
            : context.getString(
                R.string.live_last_detail, context.getString(style.name()), length));
    detail.setCompoundDrawablesRelativeWithIntrinsicBounds(style.shape(), 0, 0, 0);
    strip.setStrip(session.strip());
    card.setContentDescription(
        context.getString(R.string.live_last_description, title.getText(), detail.getText()));
    card.setOnClickListener(clicked -> open.accept(session.id()));
  }
}
