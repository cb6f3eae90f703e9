// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import androidx.annotation.PluralsRes;
import androidx.annotation.StringRes;
import androidx.core.view.ViewCompat;
import androidx.core.view.accessibility.AccessibilityNodeInfoCompat.AccessibilityActionCompat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.undertone.app.R;
import org.undertone.app.data.AlertFeedback;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.SessionEvent;
import org.undertone.app.data.SessionMode;
import org.undertone.app.data.StoredAlert;
import org.undertone.app.view.EmotionStyle;
import org.undertone.app.view.TimelineMarker;
import org.undertone.ser.timeline.DriverState;

/** The alerts of a drive and the interruptions of a recording, in words. */
final class SessionIncidents {
  private final Context context;
  private final SessionWords words;
  private final View root;
  private final DoubleConsumer onTime;

  SessionIncidents(View root, DoubleConsumer onTime) {
    this.root = root;
    this.context = root.getContext();
    this.words = new SessionWords(context);
    this.onTime = onTime;
  }

  void bind(SessionDetail detail) {
    boolean drive = detail.summary().mode() == SessionMode.DRIVER;
    boolean alerts = drive || !detail.alerts().isEmpty();
    show(R.id.session_alerts_title, alerts);
    show(R.id.session_alerts_summary, alerts);
    ((TextView) root.findViewById(R.id.session_alerts_summary)).setText(summary(detail.alerts()));
    List<TimelineMarker> markers = markers(context, detail);
    int alertCount = detail.alerts().size();
    fill(R.id.session_alerts, markers.subList(0, alertCount), R.drawable.ic_session_alert);
    fill(
        R.id.session_events,
        markers.subList(alertCount, markers.size()),
        R.drawable.ic_session_info);
    show(R.id.session_events_title, !detail.events().isEmpty());
  }

  private void show(int id, boolean shown) {
    root.findViewById(id).setVisibility(shown ? View.VISIBLE : View.GONE);
  }

  private void fill(int id, List<TimelineMarker> markers, int icon) {
    LinearLayout rows = root.findViewById(id);
    for (int i = 0; i < markers.size(); i++) {
      if (rows.getChildCount() <= i) {
        LayoutInflater.from(context).inflate(R.layout.item_session_incident, rows, true);
      }
      TimelineMarker marker = markers.get(i);
      TextView row = (TextView) rows.getChildAt(i);
      row.setText(
          context.getString(
              R.string.session_event_line, words.clock(marker.atSeconds()), marker.description()));
      row.setCompoundDrawablesRelativeWithIntrinsicBounds(icon, 0, 0, 0);
      row.setOnClickListener(view -> onTime.accept(marker.atSeconds()));
      ViewCompat.replaceAccessibilityAction(
          row,
          AccessibilityActionCompat.ACTION_CLICK,
          context.getString(R.string.session_event_show),
          null);
    }
    rows.removeViews(markers.size(), rows.getChildCount() - markers.size());
  }

  private String summary(List<StoredAlert> alerts) {
    if (alerts.isEmpty()) {
      return context.getString(R.string.session_alerts_none);
    }
    List<String> parts = new ArrayList<>();
    add(parts, R.plurals.history_alerts, alerts.size());
    add(parts, R.plurals.session_alerts_tense, count(alerts, DriverState.TENSE));
    add(parts, R.plurals.session_alerts_low, count(alerts, DriverState.LOW));
    long wrong = alerts.stream().filter(a -> a.feedback() == AlertFeedback.WRONG).count();
    add(parts, R.plurals.session_alerts_wrong, (int) wrong);
    return String.join(" · ", parts);
  }

  private static int count(List<StoredAlert> alerts, DriverState state) {
    return (int) alerts.stream().filter(a -> a.alert().state() == state).count();
  }

  private void add(List<String> parts, @PluralsRes int plural, int count) {
    if (count > 0) {
      parts.add(context.getResources().getQuantityString(plural, count, words.number(count)));
    }
  }

  /** Returns alerts, then events, as markers of the timeline. */
  static List<TimelineMarker> markers(Context context, SessionDetail detail) {
    SessionWords words = new SessionWords(context);
    List<TimelineMarker> markers = new ArrayList<>();
    for (StoredAlert stored : detail.alerts()) {
      String text =
          context.getString(
              R.string.session_alert_line,
              context.getString(EmotionStyle.of(stored.alert().state()).name()),
              words.percent(stored.alert().probability()),
              context.getString(feedback(stored.feedback())));
      markers.add(
          new TimelineMarker(stored.alert().timeSeconds(), TimelineMarker.Kind.ALERT, text));
    }
    for (SessionEvent event : detail.events()) {
      String text = context.getString(event(event.kind()));
      if (event.gapSeconds() > 0) {
        String gap =
            context.getString(R.string.session_event_gap, words.spoken(event.gapSeconds()));
        text = String.join(" · ", text, gap);
      }
      markers.add(new TimelineMarker(event.atSeconds(), TimelineMarker.Kind.EVENT, text));
    }
    return markers;
  }

  @StringRes
  private static int feedback(AlertFeedback feedback) {
    switch (feedback) {
      case NONE:
        return R.string.session_feedback_none;
      case ACKNOWLEDGED:
        return R.string.session_feedback_ok;
      case WRONG:
        return R.string.session_feedback_wrong;
    }
    throw new AssertionError(feedback);
  }

  @StringRes
  private static int event(EventKind kind) {
    switch (kind) {
      case MICROPHONE_TAKEN:
        return R.string.session_event_taken;
      case MICROPHONE_SILENT:
        return R.string.session_event_silent;
      case READ_ERROR:
        return R.string.session_event_read_error;
      case ROUTE_CHANGED:
        return R.string.session_event_route;
      case CALL:
        return R.string.session_event_call;
      case RESUMED:
        return R.string.session_event_resumed;
      case THERMAL_SLOW:
        return R.string.session_event_slow;
      case THERMAL_NORMAL:
        return R.string.session_event_normal;
      case AUDIO_STOPPED:
        return R.string.session_event_audio_stopped;
      case CLOCK_CHANGED:
        return R.string.session_event_clock;
    }
    throw new AssertionError(kind);
  }
}
