// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.room.Dao;
import androidx.room.Delete;
import androidx.room.Insert;
import androidx.room.Query;
import androidx.room.Update;
import androidx.room.Upsert;
import java.util.List;

/** Queries on what was heard in a session. */
@Dao
interface TimelineDao {
  @Insert
  long insertSegment(SegmentRow row);

  /** Keeps the labels, which a replacement would take along. */
  @Update
  void updateSegment(SegmentRow row);

  @Insert
  void insertScores(List<ScoreRow> rows);

  @Insert
  long insertAlert(AlertRow row);

  @Insert
  void insertEvents(List<EventRow> rows);

  @Query("UPDATE alerts SET feedback = :feedback WHERE id = :id")
  void setFeedback(long id, AlertFeedback feedback);

  @Query(
      "SELECT start_seconds, end_seconds, state, IFNULL(correction, emotion) AS emotion"
          + " FROM segments LEFT JOIN labels ON segment_id = id"
          + " WHERE session_id = :sessionId ORDER BY start_seconds")
  List<Span> spans(long sessionId);

  @Query("SELECT * FROM scores WHERE session_id = :sessionId ORDER BY id")
  List<ScoreRow> scores(long sessionId);

  @Query("SELECT IFNULL(MAX(end_seconds), 0) FROM scores WHERE session_id = :sessionId")
  double lastScoreEnd(long sessionId);

  @Query("SELECT session_id FROM segments WHERE id = :segmentId")
  Long sessionOf(long segmentId);

  @Query("SELECT * FROM labels WHERE segment_id = :segmentId")
  LabelRow label(long segmentId);

  @Upsert
  void setLabel(LabelRow row);

  @Delete
  void removeLabel(LabelRow row);
}
