// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.Index;
import androidx.room.PrimaryKey;
import java.time.Instant;
import org.undertone.ser.Emotion;

/** A row of the table of sessions. */
@Entity(
    tableName = "sessions",
    indices = {@Index({"deleted", "started_at"}), @Index("end_reason")})
final class SessionRow {
  /** Never used twice, since the file of the audio is named after it. */
  @PrimaryKey(autoGenerate = true)
  long id;

  @NonNull String name = "";
  @NonNull String note = "";

  /** Name and note as {@link SearchText} folds them. */
  @ColumnInfo(name = "search_text", defaultValue = "")
  @NonNull
  String searchText = "";

  /** By the clock of the device, ms since 1970. */
  @ColumnInfo(name = "started_at")
  long startedAt;

  /** Seconds of audio: never the difference of two readings of the clock, which the user may change. */
  @ColumnInfo(name = "duration_seconds")
  double durationSeconds;

  @NonNull SessionMode mode = SessionMode.LIVE;

  @ColumnInfo(name = "end_reason")
  @NonNull
  EndReason endReason = EndReason.RUNNING;

  @ColumnInfo(name = "model_name")
  @NonNull
  String modelName = "";

  @ColumnInfo(name = "model_hash")
  @NonNull
  String modelHash = "";

  /** Hz. */
  @ColumnInfo(name = "sample_rate")
  int sampleRate;

  @ColumnInfo(name = "profile_name")
  @NonNull
  String profileName = "";

  @ColumnInfo(name = "has_audio")
  boolean hasAudio;

  /** Hidden, until it is restored or purged. */
  boolean deleted;

  @ColumnInfo(name = "main_emotion")
  Emotion mainEmotion;

  /** A bit for each emotion that a segment has, corrections included: bit {@link Emotion#index()}. */
  @ColumnInfo(name = "emotion_mask", defaultValue = "0")
  int emotionMask;

  /** As {@link LabelStrip#toBytes} gives it; null before the first segment. */
  byte[] strip;

  /** Returns the row of a session that begins; its key is still to come. */
  static SessionRow of(NewSession session) {
    SessionRow row = new SessionRow();
    row.startedAt = session.startedAt().toEpochMilli();
    row.mode = session.mode();
    row.modelName = session.modelName();
    row.modelHash = session.modelHash();
    row.sampleRate = session.sampleRate();
    row.profileName = session.profileName();
    row.hasAudio = session.keepAudio();
    return row;
  }

  SessionSummary toSummary(int alerts) {
    return new SessionSummary(
        id,
        name,
        Instant.ofEpochMilli(startedAt),
        durationSeconds,
        mode,
        endReason,
        mainEmotion,
        strip == null ? LabelStrip.EMPTY : LabelStrip.ofBytes(strip),
        hasAudio,
        alerts,
        note);
  }
}
