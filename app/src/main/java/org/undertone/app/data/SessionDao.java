// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.lifecycle.LiveData;
import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.Query;
import androidx.room.RawQuery;
import androidx.room.Transaction;
import androidx.sqlite.db.SupportSQLiteQuery;
import java.util.List;
import org.undertone.ser.Emotion;

/** Queries on sessions. */
@Dao
interface SessionDao {
  @Insert
  long insert(SessionRow row);

  @RawQuery(observedEntities = {SessionRow.class, AlertRow.class})
  LiveData<List<HistoryRow>> observeRows(SupportSQLiteQuery query);

  @RawQuery(observedEntities = SessionRow.class)
  LiveData<Integer> count(SupportSQLiteQuery query);

  @RawQuery
  List<Long> ids(SupportSQLiteQuery query);

  @Transaction
  @Query("SELECT * FROM sessions WHERE id = :id AND deleted = 0")
  LiveData<SessionWithTimeline> observe(long id);

  @Transaction
  @Query("SELECT * FROM sessions WHERE id = :id AND deleted = 0")
  SessionWithTimeline load(long id);

  @Query("SELECT * FROM sessions WHERE id = :id")
  SessionRow row(long id);

  @Query("UPDATE sessions SET name = :name, search_text = :searchText WHERE id = :id")
  void setName(long id, String name, String searchText);

  @Query("UPDATE sessions SET note = :note, search_text = :searchText WHERE id = :id")
  void setNote(long id, String note, String searchText);

  @Query(
      "UPDATE sessions SET duration_seconds = MAX(duration_seconds, :durationSeconds)"
          + " WHERE id = :id")
  void growTo(long id, double durationSeconds);

  @Query(
      "UPDATE sessions SET main_emotion = :mainEmotion, emotion_mask = :emotionMask, strip = :strip"
          + " WHERE id = :id")
  void setDigest(long id, Emotion mainEmotion, int emotionMask, byte[] strip);

  @Query("UPDATE sessions SET end_reason = :reason WHERE id = :id")
  void setEnd(long id, EndReason reason);

  @Query("UPDATE sessions SET duration_seconds = :durationSeconds WHERE id = :id")
  void setDuration(long id, double durationSeconds);

  @Query("UPDATE sessions SET has_audio = :hasAudio WHERE id = :id")
  void setHasAudio(long id, boolean hasAudio);

  @Query("UPDATE sessions SET deleted = :deleted WHERE id IN (:ids)")
  void setDeleted(List<Long> ids, boolean deleted);

  @Query("SELECT * FROM sessions WHERE end_reason = 'RUNNING'")
  List<SessionRow> running();

  @Query("SELECT id FROM sessions WHERE deleted = 1 AND end_reason <> 'RUNNING'")
  List<Long> purgeable();

  @Query(
      "SELECT id FROM sessions WHERE deleted IN (0, 1) AND started_at < :millis"
          + " AND end_reason <> 'RUNNING'")
  List<Long> startedBefore(long millis);

  @Query("SELECT id FROM sessions WHERE has_audio = 1")
  List<Long> withAudio();

  @Query("DELETE FROM sessions WHERE id IN (:ids)")
  void remove(List<Long> ids);

  @Query("DELETE FROM sessions")
  void removeAll();
}
