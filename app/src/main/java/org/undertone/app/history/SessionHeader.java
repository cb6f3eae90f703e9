// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.content.Context;
import android.content.res.ColorStateList;
import android.text.Editable;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.EditText;
import android.widget.ImageView;
import android.widget.LinearLayout;
import android.widget.TextView;
import androidx.core.content.ContextCompat;
import com.google.android.material.progressindicator.LinearProgressIndicator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.undertone.app.R;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.SessionMode;
import org.undertone.app.data.SessionSummary;
import org.undertone.app.history.SessionShares.Share;
import org.undertone.app.view.EmotionStyle;

/** All that is said of a session as a whole: facts, shares, alerts, events, and the note on it. */
final class SessionHeader {
  /** Parts of a bar. */
  private static final int BAR_STEPS = 1000;

  private final View root;
  private final Context context;
  private final SessionWords words;
  private final SessionIncidents incidents;
  private final LinearLayout shares;
  private final EditText note;
  private List<Share> shownShares = List.of();

  /**
   * Fills a view of the layout {@code view_session_header}.
   *
   * @param onNote takes the note as it is typed
   * @param onTime shows a time on the timeline, s
   */
  SessionHeader(View root, Consumer<String> onNote, DoubleConsumer onTime) {
    this.root = root;
    this.context = root.getContext();
    this.words = new SessionWords(context);
    this.incidents = new SessionIncidents(root, onTime);
    this.shares = root.findViewById(R.id.session_shares);
    this.note = root.findViewById(R.id.session_note);
    note.addTextChangedListener(
        new AfterTextChanged() {
          @Override
          public void afterTextChanged(Editable text) {
            if (note.hasFocus()) {
              onNote.accept(text.toString());
            }
          }
        });
  }

  /**
   * Shows a session.
   *
   * @param draft the note as it was typed here last, or null
   */
  void bind(SessionDetail detail, String draft) {
    SessionSummary summary = detail.summary();
    // The tool bar may have no space for all of a name.
    String when = words.dayAndTime(summary.startedAt());
    text(R.id.session_when).setText(summary.name().isEmpty() ? when : summary.name() + "\n" + when);
    text(R.id.session_length).setText(facts(summary));
    text(R.id.session_length)
        .setContentDescription(
            context.getString(R.string.session_length, words.spoken(summary.durationSeconds())));
    TextView end = text(R.id.session_end);
    end.setText(SessionWords.end(summary.end()));
    end.setTextColor(ContextCompat.getColorStateList(context, endColor(summary.end())));
    text(R.id.session_model).setText(model(detail));
    bindShares(SessionShares.of(detail.segments()));
    incidents.bind(detail);
    String words = draft == null ? summary.note() : draft;
    if (!note.hasFocus() && !words.contentEquals(note.getText())) {
      note.setText(words);
    }
  }

  private static int endColor(EndReason end) {
    boolean plain = end == EndReason.STOPPED || end == EndReason.RUNNING;
    return plain ? R.color.session_plain : R.color.session_trouble;
  }

  private String facts(SessionSummary summary) {
    return String.join(
        " · ",
        words.clock(summary.durationSeconds()),
        context.getString(
            summary.mode() == SessionMode.DRIVER
                ? R.string.session_mode_driver
                : R.string.session_mode_live));
  }

  private String model(SessionDetail detail) {
    String model = context.getString(R.string.session_model, detail.modelName());
    return detail.profileName().isEmpty()
        ? model
        : String.join(
            " · ", model, context.getString(R.string.session_profile, detail.profileName()));
  }

  private void bindShares(List<Share> changed) {
    root.findViewById(R.id.session_shares_title)
        .setVisibility(changed.isEmpty() ? View.GONE : View.VISIBLE);
    root.findViewById(R.id.session_nothing)
        .setVisibility(changed.isEmpty() ? View.VISIBLE : View.GONE);
    if (changed.equals(shownShares)) {
      return;
    }
    shownShares = changed;
    for (int i = 0; i < changed.size(); i++) {
      if (shares.getChildCount() <= i) {
        LayoutInflater.from(context).inflate(R.layout.item_session_share, shares, true);
      }
      bindShare(shares.getChildAt(i), changed.get(i));
    }
    shares.removeViews(changed.size(), shares.getChildCount() - changed.size());
  }

  private void bindShare(View row, Share share) {
    EmotionStyle style = share.style();
    ColorStateList color = ColorStateList.valueOf(ContextCompat.getColor(context, style.color()));
    ImageView shape = row.findViewById(R.id.share_shape);
    shape.setImageResource(style.shape());
    shape.setImageTintList(LabelTint.of(context, style));
    String word = context.getString(style.name());
    String time = words.clock(share.seconds());
    String percent = words.percent(share.share());
    ((TextView) row.findViewById(R.id.share_label)).setText(word);
    ((TextView) row.findViewById(R.id.share_value))
        .setText(context.getString(R.string.session_share_value, time, percent));
    LinearProgressIndicator bar = row.findViewById(R.id.share_bar);
    bar.setIndicatorColor(color.getDefaultColor());
    bar.setMax(BAR_STEPS);
    bar.setProgressCompat((int) Math.round(share.share() * BAR_STEPS), false);
    row.setContentDescription(
        context.getString(
            R.string.session_share_spoken, word, words.spoken(share.seconds()), percent));
  }

  private TextView text(int id) {
    return root.findViewById(id);
  }

  /** Returns a view for {@link #SessionHeader}. */
  static View inflate(ViewGroup parent) {
    return LayoutInflater.from(parent.getContext())
        .inflate(R.layout.view_session_header, parent, false);
  }
}
