// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.view;

import java.util.List;

/** What a timeline has to show, wherever it is looked at. Times are seconds of audio. Main thread only. */
final class TimelineContent {
  private static final long NONE = Long.MIN_VALUE;

  private List<TimelineSpan> spans = List.of();
  private List<TimelineMarker> markers = List.of();
  private double playhead = Double.NaN;
  private long selected = NONE;

  /** Sets the blocks, in order of time. */
  void setSpans(List<TimelineSpan> newSpans) {
    spans = List.copyOf(newSpans);
  }

  /** Returns the blocks, in order of time; immutable. */
  List<TimelineSpan> spans() {
    return spans;
  }

  /** Returns the place in {@link #spans()} of what is at a time, or -1. */
  int indexAt(double seconds) {
    for (int i = 0; i < spans.size(); i++) {
      if (seconds >= spans.get(i).startSeconds() && seconds < spans.get(i).endSeconds()) {
        return i;
      }
    }
    return -1;
  }

  /** Sets the markers. */
  void setMarkers(List<TimelineMarker> newMarkers) {
    markers = List.copyOf(newMarkers);
  }

  /** Returns the markers; immutable. */
  List<TimelineMarker> markers() {
    return markers;
  }

  /** Sets the point that is played; NaN for none. */
  void setPlayhead(double seconds) {
    playhead = seconds;
  }

  /** Returns the point that is played; NaN for none. */
  double playhead() {
    return playhead;
  }

  /** Selects what has this id, now or once it is there. */
  void select(long id) {
    selected = id;
  }

  /** Selects nothing. */
  void clearSelection() {
    selected = NONE;
  }

  /** Returns whether a span is selected. */
  boolean isSelected(TimelineSpan span) {
    return span.id() == selected;
  }
}
