// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import java.util.List;
import java.util.stream.Collectors;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.view.TimelineSpan;
import org.undertone.app.view.TimelineView;
import org.undertone.ser.LabelScheme;

/** The timeline of a session: all eight emotions, since that is what is stored and corrected. */
final class SessionTimeline {

  /** Told of taps. */
  interface Listener {
    /** A segment was tapped at a time, s. */
    void onTap(long segmentId, double seconds);
  }

  private final TimelineView view;

  SessionTimeline(TimelineView view, Listener listener) {
    this.view = view;
    view.showWhole();
    view.setOnSpanClickListener((span, seconds) -> listener.onTap(span.id(), seconds));
  }

  void show(SessionDetail detail) {
    List<TimelineSpan> spans =
        detail.segments().stream()
            .map(stored -> TimelineSpan.of(stored, LabelScheme.EIGHT))
            .collect(Collectors.toList());
    view.setSpans(spans, detail.summary().durationSeconds());
    view.setMarkers(SessionIncidents.markers(view.getContext(), detail));
  }

  /** Frames a segment; null for none. */
  void select(Long segmentId) {
    if (segmentId == null) {
      view.clearSelected();
    } else {
      view.setSelected(segmentId);
    }
  }

  void setPlayhead(Playback playback) {
    view.setPlayhead(playback.isAvailable() ? playback.seconds() : Double.NaN);
  }
}
