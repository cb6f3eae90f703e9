// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.content.Context;
import org.undertone.app.R;

/** A span in words, as TalkBack says it: "Angry, 0:12 to 0:20, 71 %". */
public final class SpanText {
  private SpanText() {}

  /** Returns the words. */
  public static String of(Context context, TimelineSpan span) {
    Look look = new Look(context);
    String word = look.word(span.style());
    String from = TimeText.of(span.startSeconds(), look.locale());
    String to = TimeText.of(span.endSeconds(), look.locale());
    if (span.corrected()) {
      return context.getString(R.string.timeline_span_corrected, word, from, to);
    }
    return span.confidence() > 0
        ? context.getString(
            R.string.timeline_span_confident, word, from, to, look.percent(span.confidence()))
        : context.getString(R.string.timeline_span, word, from, to);
  }
}
