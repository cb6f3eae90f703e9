// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ImageView;
import android.widget.TextView;
import androidx.core.view.ViewCompat;
import androidx.recyclerview.widget.RecyclerView;
import com.google.android.material.card.MaterialCardView;
import java.util.ArrayList;
import java.util.List;
import org.undertone.app.R;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.SessionMode;
import org.undertone.app.data.SessionSummary;
import org.undertone.app.view.EmotionStyle;
import org.undertone.app.view.LabelStripView;

/** The row of a session in the history; one sentence for who hears it instead. */
final class SessionHolder extends RecyclerView.ViewHolder {

  /** What can be done to a row. */
  interface Actions {
    /** The row was tapped. */
    void onTap(SessionSummary session);

    /** The row was pressed long. */
    void onToggle(SessionSummary session);

    /** The row was swiped away, or the like. */
    void onDelete(SessionSummary session);
  }

  private final Context context;
  private final SessionWords words;
  private final Actions actions;
  private final MaterialCardView card;
  private final ImageView shape;
  private final TextView title;
  private final TextView details;
  private final TextView hint;
  private final LabelStripView strip;
  private final ImageView audio;
  private final ImageView drive;
  private final TextView alerts;
  private int deleteAction = View.NO_ID;
  private int selectAction = View.NO_ID;
  private SessionSummary session;

  SessionHolder(ViewGroup parent, Actions actions) {
    super(
        LayoutInflater.from(parent.getContext())
            .inflate(R.layout.item_history_session, parent, false));
    this.context = parent.getContext();
    this.words = new SessionWords(context);
    this.actions = actions;
    card = (MaterialCardView) itemView;
    shape = itemView.findViewById(R.id.history_shape);
    title = itemView.findViewById(R.id.history_name);
    details = itemView.findViewById(R.id.history_details);
    hint = itemView.findViewById(R.id.history_hint);
    strip = itemView.findViewById(R.id.history_strip);
    audio = itemView.findViewById(R.id.history_audio);
    drive = itemView.findViewById(R.id.history_drive);
    alerts = itemView.findViewById(R.id.history_alerts);
    itemView.setOnClickListener(view -> actions.onTap(session));
    itemView.setOnLongClickListener(
        view -> {
          actions.onToggle(session);
          return true;
        });
  }

  /** Returns the session that is shown. */
  SessionSummary session() {
    return session;
  }

  /** Shows a session. */
  void bind(SessionSummary shown, boolean selected) {
    session = shown;
    title.setText(words.title(shown));
    details.setText(details(shown));
    boolean hinted = shown.end() != EndReason.STOPPED;
    hint.setVisibility(hinted ? View.VISIBLE : View.GONE);
    hint.setText(hinted ? context.getString(SessionWords.end(shown.end())) : "");
    strip.setStrip(shown.strip());
    strip.setVisibility(shown.strip().size() == 0 ? View.GONE : View.VISIBLE);
    audio.setVisibility(shown.hasAudio() ? View.VISIBLE : View.GONE);
    drive.setVisibility(shown.mode() == SessionMode.DRIVER ? View.VISIBLE : View.GONE);
    alerts.setVisibility(shown.alerts() > 0 ? View.VISIBLE : View.GONE);
    alerts.setText(words.number(shown.alerts()));
    bindSelection(selected);
  }

  /** Shows whether the session is selected. */
  void bindSelection(boolean selected) {
    card.setChecked(selected);
    bindShape(selected);
    card.setContentDescription(spoken(selected));
    ViewCompat.removeAccessibilityAction(card, deleteAction);
    ViewCompat.removeAccessibilityAction(card, selectAction);
    int select = selected ? R.string.history_deselect : R.string.history_select;
    selectAction =
        ViewCompat.addAccessibilityAction(
            card,
            context.getString(select),
            (view, arguments) -> {
              actions.onToggle(session);
              return true;
            });
    deleteAction =
        ViewCompat.addAccessibilityAction(
            card,
            context.getString(R.string.history_delete),
            (view, arguments) -> {
              actions.onDelete(session);
              return true;
            });
  }

  /** The main emotion, or a tick in its place. */
  private void bindShape(boolean selected) {
    EmotionStyle style =
        session.mainEmotion() == null
            ? EmotionStyle.NO_SPEECH
            : EmotionStyle.of(session.mainEmotion());
    shape.setImageResource(selected ? R.drawable.ic_session_check : style.shape());
    shape.setImageTintList(selected ? LabelTint.primary(context) : LabelTint.of(context, style));
  }

  /** The time is in the title of a session without a name. */
  private String details(SessionSummary shown) {
    String length = words.clock(shown.durationSeconds());
    return shown.name().isEmpty()
        ? String.join(" · ", length, mainEmotion(shown))
        : String.join(" · ", words.time(shown.startedAt()), length, mainEmotion(shown));
  }

  private String mainEmotion(SessionSummary shown) {
    return context.getString(
        shown.mainEmotion() == null
            ? R.string.history_main_emotion_none
            : EmotionStyle.of(shown.mainEmotion()).name());
  }

  private String spoken(boolean selected) {
    List<String> parts = new ArrayList<>();
    if (selected) {
      parts.add(context.getString(R.string.history_selected));
    }
    if (!session.name().isEmpty()) {
      parts.add(session.name());
    }
    parts.add(words.dayAndTime(session.startedAt()));
    parts.add(words.spoken(session.durationSeconds()));
    parts.add(
        session.mainEmotion() == null
            ? mainEmotion(session)
            : context.getString(R.string.history_main_emotion_spoken, mainEmotion(session)));
    if (session.mode() == SessionMode.DRIVER) {
      parts.add(context.getString(R.string.history_drive));
    }
    if (session.alerts() > 0) {
      parts.add(
          context
              .getResources()
              .getQuantityString(
                  R.plurals.history_alerts, session.alerts(), words.number(session.alerts())));
    }
    if (session.hasAudio()) {
      parts.add(context.getString(R.string.history_audio_kept));
    }
    if (session.end() != EndReason.STOPPED) {
      parts.add(context.getString(SessionWords.end(session.end())));
    }
    return String.join(", ", parts);
  }
}
