// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import android.content.Context;
import android.util.Log;
import androidx.lifecycle.LiveData;
import androidx.room.Room;
import androidx.room.RoomDatabase;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.undertone.app.AppExecutors;
import org.undertone.ser.Emotion;

/**
 * Sessions in Room, and their audio in files beside it. Writing blocks on the database on whatever
 * thread it is asked for; reading goes on meanwhile, thanks to the write-ahead log. One for the
 * process: it knows which session is being recorded.
 */
public final class RoomSessionRepository implements SessionRepository {
  private static final String NAME = "undertone.db";

  private final AppExecutors executors;
  private final UndertoneDatabase database;
  private final SessionDao sessions;
  private final TimelineDao timeline;
  private final File databaseFile;
  private final DamagedDatabases damaged;
  private final AudioFolder audio;
  private final SessionLifecycle lifecycle;
  private final SessionAnnotations annotations;
  private final SessionRemoval removal;

  /** Keeps sessions among the app's own files. Opens nothing yet. */
  public RoomSessionRepository(Context context, AppExecutors executors) {
    this(context, executors, context.getDatabasePath(NAME), context.getFilesDir());
  }

  /** Keeps the database in a file, and audio and reserve in a folder. */
  RoomSessionRepository(Context context, AppExecutors executors, File databaseFile, File folder) {
    this.executors = executors;
    this.databaseFile = databaseFile;
    File audioFiles = new File(folder, "audio");
    damaged = new DamagedDatabases(databaseFile, audioFiles);
    audio = new AudioFolder(audioFiles);
    database =
        Room.databaseBuilder(context, UndertoneDatabase.class, databaseFile.getPath())
            .openHelperFactory(new DatabaseFiles(databaseFile, damaged))
            .setJournalMode(RoomDatabase.JournalMode.WRITE_AHEAD_LOGGING)
            .setQueryExecutor(executors.io())
            .addMigrations(new EventsMigration())
            .build();
    sessions = database.sessions();
    timeline = database.timeline();
    ReserveFile reserve = new ReserveFile(new File(folder, "reserve"));
    lifecycle = new SessionLifecycle(database, audio, reserve, executors.disk());
    annotations = new SessionAnnotations(database);
    removal = new SessionRemoval(database, audio, damaged);
  }

  /**
   * Puts things in order when the process starts: closes interrupted sessions, removes what was
   * deleted or is too old, and audio that belongs to no session. Blocks; what cannot be done is left
   * for the next start.
   */
  public void start(int retentionDays) {
    damaged.load();
    try {
      closeInterrupted();
      purgeDeleted();
      applyRetention(retentionDays);
      lifecycle.matchAudio();
    } catch (IOException | RuntimeException e) {
      Log.e("Undertone", "cannot tidy up what is stored", e);
    }
  }

  @Override
  public LiveData<List<SessionSummary>> history(SessionFilter filter, int limit) {
    return BackgroundMap.map(
        sessions.observeRows(new HistoryQuery(filter).rows(limit)),
        executors.io(),
        rows -> rows.stream().map(HistoryRow::toSummary).collect(Collectors.toList()));
  }

  @Override
  public LiveData<Integer> count(SessionFilter filter) {
    return sessions.count(new HistoryQuery(filter).count());
  }

  @Override
  public LiveData<SessionDetail> session(long id) {
    return BackgroundMap.map(
        sessions.observe(id),
        executors.io(),
        row -> row == null ? null : row.toDetail(audio.file(id)));
  }

  @Override
  public Optional<SessionDetail> load(long id) {
    return Optional.ofNullable(sessions.load(id)).map(row -> row.toDetail(audio.file(id)));
  }

  @Override
  public List<Long> ids(SessionFilter filter) {
    return sessions.ids(new HistoryQuery(filter).ids());
  }

  @Override
  public List<StoredScores> scores(long id) {
    return timeline.scores(id).stream().map(ScoreRow::toScores).collect(Collectors.toList());
  }

  @Override
  public void rename(long id, String name) {
    annotations.rename(id, name);
  }

  @Override
  public void setNote(long id, String note) {
    annotations.setNote(id, note);
  }

  @Override
  public void correct(long segmentId, Emotion correction) {
    annotations.correct(segmentId, correction);
  }

  @Override
  public void setSegmentNote(long segmentId, String note) {
    annotations.setSegmentNote(segmentId, note);
  }

  @Override
  public void delete(List<Long> ids) {
    removal.hide(ids);
  }

  @Override
  public void restore(List<Long> ids) {
    removal.restore(ids);
  }

  @Override
  public void purgeDeleted() {
    removal.purge();
  }

  @Override
  public void purgeDeleted(List<Long> ids) {
    removal.purge(ids);
  }

  @Override
  public void applyRetention(int days) {
    removal.applyRetention(days);
  }

  @Override
  public void deleteAudio(long id) {
    lifecycle.dropAudio(id);
    removal.deleteAudio(id);
  }

  @Override
  public long audioBytes() {
    return audio.bytes() + damaged.audioBytes();
  }

  @Override
  public long databaseBytes() {
    long bytes = 0;
    for (File file : DatabaseFiles.of(databaseFile)) {
      bytes += file.length();
    }
    return bytes;
  }

  @Override
  public void eraseAll() throws IOException {
    lifecycle.abandonThen(removal::eraseAll);
  }

  @Override
  public SessionWriter begin(NewSession session) throws StorageException {
    return lifecycle.begin(session);
  }

  @Override
  public int closeInterrupted() {
    return lifecycle.closeInterrupted();
  }

  @Override
  public LiveData<String> recoveryNotice() {
    return damaged.notice();
  }

  @Override
  public void dismissRecoveryNotice() {
    damaged.dismiss();
  }

  /** Returns the database, for tests that look into it, limit it, or close it. */
  UndertoneDatabase database() {
    return database;
  }
}
