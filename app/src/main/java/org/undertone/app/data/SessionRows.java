// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import org.undertone.ser.timeline.Segment;

/**
 * The rows of a session that is being recorded: writes batches, each in one transaction. For one
 * thread at a time; blocks on the database. A batch that fails leaves rows and this as they were.
 */
final class SessionRows {
  /** There is no such row. */
  private static final long NONE = 0;

  private final UndertoneDatabase database;
  private final long sessionId;

  /** What is known of the rows; changed only by a transaction that succeeded. */
  private long openSegment = NONE;

  private long lastAlert = NONE;

  SessionRows(UndertoneDatabase database, long sessionId) {
    this.database = database;
    this.sessionId = sessionId;
  }

  /** Writes a batch while the session goes on. */
  void write(Batch batch) {
    Transaction transaction = new Transaction();
    database.transact(() -> transaction.write(batch));
    openSegment = transaction.open;
    lastAlert = transaction.alert;
  }

  /** Writes the last batch and ends the session; its length is what was stored. */
  void end(Batch batch, EndReason reason) {
    database.transact(
        () -> {
          new Transaction().write(batch);
          database.sessions().setEnd(sessionId, reason);
        });
  }

  /** Writes the last batch and ends the session, which has a length in seconds of audio. */
  void end(Batch batch, EndReason reason, double durationSeconds) {
    database.transact(
        () -> {
          end(batch, reason);
          database.sessions().setDuration(sessionId, durationSeconds);
        });
  }

  /** Says that no audio was kept. */
  void clearAudio() {
    database.sessions().setHasAudio(sessionId, false);
  }

  /** One batch on its way into the rows. */
  private final class Transaction {
    private final TimelineDao timeline = database.timeline();
    private long open = openSegment;
    private long alert = lastAlert;

    void write(Batch batch) {
      timeline.insertScores(batch.scoreRows(sessionId));
      double end = batch.endSeconds();
      for (Segment segment : batch.segments()) {
        put(segment);
        open = NONE;
        end = Math.max(end, segment.endSeconds());
      }
      if (batch.open() != null) {
        open = put(batch.open());
        end = Math.max(end, batch.open().endSeconds());
      }
      putAlerts(batch);
      timeline.insertEvents(batch.eventRows(sessionId));
      database.sessions().growTo(sessionId, end);
      if (batch.hasSegments()) {
        database.refreshDigest(sessionId);
      }
    }

    /** Puts a segment in the place of the one that grew, or after all others; returns its key. */
    private long put(Segment segment) {
      SegmentRow row = SegmentRow.of(open, sessionId, segment);
      if (open == NONE) {
        return timeline.insertSegment(row);
      }
      timeline.updateSegment(row);
      return open;
    }

    private void putAlerts(Batch batch) {
      if (batch.earlierFeedback() != null) {
        timeline.setFeedback(alert, batch.earlierFeedback());
      }
      for (AlertRow row : batch.alertRows(sessionId)) {
        alert = timeline.insertAlert(row);
      }
    }
  }
}
