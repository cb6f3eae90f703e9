// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import android.content.Context;
import java.util.List;
import org.undertone.app.R;

/** Spans in words, as TalkBack says them: "Angry, 0:12 to 0:20, 71 %". */
public final class SpanText {
  private SpanText() {}

  /** Returns the words for the last of the spans that grow while it is recorded, or that there is none. */
  static String ofLast(Context context, List<TimelineSpan> spans) {
    String last =
        spans.isEmpty()
            ? context.getString(R.string.timeline_empty)
            : of(context, spans.get(spans.size() - 1));
    return context.getString(R.string.timeline_live, last);
  }

  /** Returns the words for one. */
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
