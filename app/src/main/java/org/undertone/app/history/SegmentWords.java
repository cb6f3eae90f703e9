// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.content.Context;
import java.util.ArrayList;
import java.util.List;
import org.undertone.app.R;
import org.undertone.app.data.StoredSegment;
import org.undertone.app.view.EmotionStyle;

/** A segment in words: what the model said, what the user says, and when. */
final class SegmentWords {
  private final Context context;
  private final SessionWords words;

  SegmentWords(Context context) {
    this.context = context;
    this.words = new SessionWords(context);
  }

  /** Returns how what counts looks: the correction, else the model's verdict. */
  static EmotionStyle style(StoredSegment stored) {
    return EmotionStyle.of(stored.segment().state(), stored.emotion());
  }

  /** Returns what counts, with the model's confidence where it is the model's: "Sad 61 %". */
  String label(StoredSegment stored) {
    return stored.correction() == null ? verdict(stored) : context.getString(style(stored).name());
  }

  /** Returns the model's verdict: "Sad 61 %", "Unsure". */
  String verdict(StoredSegment stored) {
    String word =
        context.getString(
            EmotionStyle.of(stored.segment().state(), stored.segment().emotion()).name());
    return stored.segment().emotion() == null
        ? word
        : context.getString(
            R.string.session_label_percent, word, words.percent(stored.segment().confidence()));
  }

  /** Returns the model's verdict with the correction beside it: "Model: Sad 61 % · you: Neutral". */
  String verdictAndCorrection(StoredSegment stored) {
    return stored.correction() == null
        ? context.getString(R.string.session_model_said, verdict(stored))
        : context.getString(
            R.string.session_model_and_you,
            verdict(stored),
            context.getString(EmotionStyle.of(stored.correction()).name()));
  }

  String range(StoredSegment stored) {
    return words.range(stored.segment().startSeconds(), stored.segment().endSeconds());
  }

  /** Returns all of it in one sentence, for reading aloud. */
  String spoken(StoredSegment stored, boolean marked) {
    List<String> parts = new ArrayList<>();
    if (marked) {
      parts.add(context.getString(R.string.history_selected));
    }
    parts.add(label(stored));
    parts.add(
        context.getString(
            R.string.session_range_spoken,
            words.spoken(stored.segment().startSeconds()),
            words.spoken(stored.segment().endSeconds())));
    if (stored.correction() != null) {
      parts.add(context.getString(R.string.session_corrected));
      parts.add(context.getString(R.string.session_model_said, verdict(stored)));
    }
    if (!stored.note().isEmpty()) {
      parts.add(context.getString(R.string.session_segment_note, stored.note()));
    }
    return String.join(", ", parts);
  }
}
