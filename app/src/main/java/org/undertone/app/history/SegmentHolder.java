// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.content.Context;
import android.view.View;
import android.widget.ImageView;
import android.widget.TextView;
import androidx.core.view.ViewCompat;
import androidx.core.view.accessibility.AccessibilityNodeInfoCompat.AccessibilityActionCompat;
import androidx.recyclerview.widget.RecyclerView;
import com.google.android.material.card.MaterialCardView;
import org.undertone.app.R;
import org.undertone.app.data.StoredSegment;
import org.undertone.app.view.EmotionStyle;

/** The row of a segment. */
final class SegmentHolder extends RecyclerView.ViewHolder {

  /** What can be done to a row. */
  interface Actions {
    /** The row was tapped. */
    void onTap(StoredSegment segment);

    /** The row was pressed long. */
    void onToggle(StoredSegment segment);

    /** It shall be heard from its start. */
    void onPlay(StoredSegment segment);
  }

  private final SegmentWords words;
  private final Context context;
  private final MaterialCardView card;
  private final ImageView shape;
  private final TextView label;
  private final TextView range;
  private final TextView verdict;
  private final TextView note;
  private final View play;
  private final int plainStroke;
  private StoredSegment segment;

  SegmentHolder(View row, Actions actions) {
    super(row);
    context = row.getContext();
    words = new SegmentWords(context);
    card = (MaterialCardView) row;
    plainStroke = card.getStrokeWidth();
    shape = row.findViewById(R.id.segment_shape);
    label = row.findViewById(R.id.segment_label);
    range = row.findViewById(R.id.segment_range);
    verdict = row.findViewById(R.id.segment_verdict);
    note = row.findViewById(R.id.segment_note);
    play = row.findViewById(R.id.segment_play);
    card.setOnClickListener(view -> actions.onTap(segment));
    card.setOnLongClickListener(
        view -> {
          actions.onToggle(segment);
          return true;
        });
    play.setOnClickListener(view -> actions.onPlay(segment));
    ViewCompat.replaceAccessibilityAction(
        card,
        AccessibilityActionCompat.ACTION_CLICK,
        context.getString(R.string.session_segment_edit),
        null);
    ViewCompat.replaceAccessibilityAction(
        card,
        AccessibilityActionCompat.ACTION_LONG_CLICK,
        context.getString(R.string.history_select),
        null);
  }

  /**
   * Shows a segment.
   *
   * @param marked whether it is selected for export
   * @param shown whether it is the one pointed out
   * @param playable whether its audio was kept
   */
  void bind(StoredSegment stored, boolean marked, boolean shown, boolean playable) {
    segment = stored;
    EmotionStyle style = SegmentWords.style(stored);
    shape.setImageResource(marked ? R.drawable.ic_session_check : style.shape());
    shape.setImageTintList(marked ? LabelTint.primary(context) : LabelTint.of(context, style));
    label.setText(words.label(stored));
    range.setText(words.range(stored));
    verdict.setVisibility(stored.correction() == null ? View.GONE : View.VISIBLE);
    verdict.setText(words.verdictAndCorrection(stored));
    note.setVisibility(stored.note().isEmpty() ? View.GONE : View.VISIBLE);
    note.setText(stored.note());
    play.setVisibility(playable ? View.VISIBLE : View.GONE);
    play.setContentDescription(
        context.getString(
            R.string.session_segment_play,
            new SessionWords(context).clock(stored.segment().startSeconds())));
    card.setChecked(marked);
    card.setStrokeWidth(
        shown
            ? context.getResources().getDimensionPixelSize(R.dimen.session_shown_stroke)
            : plainStroke);
    card.setContentDescription(words.spoken(stored, marked));
  }
}
