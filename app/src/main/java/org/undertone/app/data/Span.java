// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.room.ColumnInfo;
import org.undertone.ser.Emotion;
import org.undertone.ser.timeline.Verdict;

/** A segment as far as the summary of its session needs it; corrections included. */
final class Span {
  @ColumnInfo(name = "start_seconds")
  double startSeconds;

  @ColumnInfo(name = "end_seconds")
  double endSeconds;

  Verdict.State state;
  Emotion emotion;

  static Span of(StoredSegment stored) {
    Span span = new Span();
    span.startSeconds = stored.segment().startSeconds();
    span.endSeconds = stored.segment().endSeconds();
    span.state = stored.segment().state();
    span.emotion = stored.emotion();
    return span;
  }
}
