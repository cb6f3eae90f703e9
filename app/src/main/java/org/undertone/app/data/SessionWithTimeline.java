// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.room.Embedded;
import androidx.room.Relation;
import java.io.File;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A session with all that a screen shows of it. Room reads the parts in no order. */
final class SessionWithTimeline {
  @Embedded SessionRow session;

  @Relation(entity = SegmentRow.class, parentColumn = "id", entityColumn = "session_id")
  List<SegmentWithLabel> segments;

  @Relation(parentColumn = "id", entityColumn = "session_id")
  List<AlertRow> alerts;

  @Relation(parentColumn = "id", entityColumn = "session_id")
  List<EventRow> events;

  /** Returns it as screens see it; does not touch the file of the audio. */
  SessionDetail toDetail(File audio) {
    return new SessionDetail(
        session.toSummary(alerts.size()),
        session.modelName,
        session.modelHash,
        session.sampleRate,
        session.profileName,
        segments.stream()
            .sorted(Comparator.comparingDouble(row -> row.segment.startSeconds))
            .map(SegmentWithLabel::toSegment)
            .collect(Collectors.toList()),
        alerts.stream()
            .sorted(Comparator.comparingLong(row -> row.id))
            .map(AlertRow::toAlert)
            .collect(Collectors.toList()),
        events.stream()
            .sorted(Comparator.comparingLong(row -> row.id))
            .map(EventRow::toEvent)
            .collect(Collectors.toList()),
        session.hasAudio ? audio : null);
  }
}
