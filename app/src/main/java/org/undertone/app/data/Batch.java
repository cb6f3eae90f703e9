// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.util.ArrayList;
import java.util.List;
import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/** What was handed to a writer since its last transaction. Not for several threads at once. */
final class Batch {
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private final List<DriverAlert> alerts = new ArrayList<>();
  private final List<AlertFeedback> feedbacks = new ArrayList<>();
  private final List<SessionEvent> events = new ArrayList<>();
  private Segment open;
  private AlertFeedback earlierFeedback;

  void add(Verdict verdict) {
    verdicts.add(verdict);
  }

  void add(Segment segment) {
    segments.add(segment);
    open = null;
  }

  void setOpen(Segment segment) {
    open = segment;
  }

  void add(DriverAlert alert) {
    alerts.add(alert);
    feedbacks.add(AlertFeedback.NONE);
  }

  void setFeedback(AlertFeedback feedback) {
    if (alerts.isEmpty()) {
      earlierFeedback = feedback;
    } else {
      feedbacks.set(feedbacks.size() - 1, feedback);
    }
  }

  void add(SessionEvent event) {
    events.add(event);
  }

  boolean isEmpty() {
    return verdicts.isEmpty()
        && !hasSegments()
        && alerts.isEmpty()
        && earlierFeedback == null
        && events.isEmpty();
  }

  /** Returns whether the timeline has changed. */
  boolean hasSegments() {
    return !segments.isEmpty() || open != null;
  }

  List<ScoreRow> scoreRows(long sessionId) {
    List<ScoreRow> rows = new ArrayList<>(verdicts.size());
    for (Verdict verdict : verdicts) {
      rows.add(ScoreRow.of(sessionId, verdict));
    }
    return rows;
  }

  /** Returns finished segments, in order of time. */
  List<Segment> segments() {
    return segments;
  }

  /** Returns the segment that grows after them, or null. */
  Segment open() {
    return open;
  }

  List<AlertRow> alertRows(long sessionId) {
    List<AlertRow> rows = new ArrayList<>(alerts.size());
    for (int i = 0; i < alerts.size(); i++) {
      AlertRow row = AlertRow.of(sessionId, alerts.get(i));
      row.feedback = feedbacks.get(i);
      rows.add(row);
    }
    return rows;
  }

  /** Returns the feedback to the last alert of an earlier batch, or null. */
  AlertFeedback earlierFeedback() {
    return earlierFeedback;
  }

  List<EventRow> eventRows(long sessionId) {
    List<EventRow> rows = new ArrayList<>(events.size());
    for (SessionEvent event : events) {
      rows.add(EventRow.of(sessionId, event));
    }
    return rows;
  }

  /** Returns the end of the last verdict, seconds of audio, 0 without any. */
  double endSeconds() {
    return verdicts.isEmpty() ? 0 : verdicts.get(verdicts.size() - 1).endSeconds();
  }
}
