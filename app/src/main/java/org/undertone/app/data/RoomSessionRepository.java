// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import android.content.Context;
import android.util.Log;
import androidx.lifecycle.LiveData;
import androidx.room.Room;
import androidx.room.RoomDatabase;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

  /** What SQLite before 3.32 takes in one statement is 999. */
  private static final int MAX_ARGUMENTS = 500;

  private final AppExecutors executors;
  private final UndertoneDatabase database;
  private final SessionDao sessions;
  private final TimelineDao timeline;
  private final File databaseFile;
  private final DamagedDatabases damaged;
  private final AudioFolder audio;
  private final ReserveFile reserve;

  /** Held while a session begins or interrupted ones are closed: neither may mistake the other. */
  private final Object beginning = new Object();

  private boolean interruptedClosed;
  private volatile RoomSessionWriter active;

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
    reserve = new ReserveFile(new File(folder, "reserve"));
    database =
        Room.databaseBuilder(context, UndertoneDatabase.class, databaseFile.getPath())
            .openHelperFactory(new DatabaseFiles(databaseFile, damaged))
            .setJournalMode(RoomDatabase.JournalMode.WRITE_AHEAD_LOGGING)
            .setQueryExecutor(executors.io())
            .addMigrations(new EventsMigration())
            .build();
    sessions = database.sessions();
    timeline = database.timeline();
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
      matchAudio();
    } catch (IOException | RuntimeException e) {
      Log.e("Undertone", "cannot tidy up what is stored", e);
    }
  }

  /** Removes files without a session, and mends sessions without their file. */
  private void matchAudio() throws IOException {
    synchronized (beginning) {
      List<Long> ids = sessions.withAudio();
      audio.deleteAllBut(ids);
      for (long id : ids) {
        if (!audio.file(id).exists()) {
          sessions.setHasAudio(id, false);
        }
      }
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
    edit(id, row -> sessions.setName(id, name, SearchText.of(name, row.note)));
  }

  @Override
  public void setNote(long id, String note) {
    edit(id, row -> sessions.setNote(id, note, SearchText.of(row.name, note)));
  }

  private void edit(long id, Consumer<SessionRow> change) {
    database.transact(() -> Optional.ofNullable(sessions.row(id)).ifPresent(change));
  }

  @Override
  public void correct(long segmentId, Emotion correction) {
    label(segmentId, row -> row.correction = correction);
  }

  @Override
  public void setSegmentNote(long segmentId, String note) {
    label(segmentId, row -> row.note = note);
  }

  private void label(long segmentId, Consumer<LabelRow> change) {
    database.transact(
        () -> {
          Long sessionId = timeline.sessionOf(segmentId);
          if (sessionId == null) {
            return;
          }
          LabelRow stored = timeline.label(segmentId);
          LabelRow row = stored == null ? LabelRow.of(segmentId) : stored;
          change.accept(row);
          if (row.isEmpty()) {
            timeline.removeLabel(row);
          } else {
            timeline.setLabel(row);
          }
          database.refreshDigest(sessionId);
        });
  }

  @Override
  public void delete(List<Long> ids) {
    inParts(ids, part -> sessions.setDeleted(part, true));
  }

  @Override
  public void restore(List<Long> ids) {
    inParts(ids, part -> sessions.setDeleted(part, false));
  }

  private void inParts(List<Long> ids, Consumer<List<Long>> statement) {
    database.transact(
        () -> {
          for (int from = 0; from < ids.size(); from += MAX_ARGUMENTS) {
            statement.accept(ids.subList(from, Math.min(ids.size(), from + MAX_ARGUMENTS)));
          }
        });
  }

  @Override
  public void purgeDeleted() {
    remove(sessions.purgeable());
  }

  @Override
  public void applyRetention(int days) {
    if (days > 0) {
      remove(sessions.startedBefore(Instant.now().minus(Duration.ofDays(days)).toEpochMilli()));
    }
  }

  /** Rows go first: a file without a row is found and removed at the next start. */
  private void remove(List<Long> ids) {
    inParts(ids, sessions::remove);
    for (long id : ids) {
      deleteFile(id);
    }
  }

  private void deleteFile(long id) {
    try {
      audio.delete(id);
    } catch (IOException e) {
      Log.w("Undertone", "left for the next start", e);
    }
  }

  @Override
  public void deleteAudio(long id) {
    RoomSessionWriter writer = active;
    if (writer != null && writer.sessionId() == id) {
      writer.dropAudio();
    }
    sessions.setHasAudio(id, false);
    deleteFile(id);
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
    synchronized (beginning) {
      RoomSessionWriter writer = active;
      if (writer != null) {
        writer.abandon();
      }
      try {
        Erasure.erase(database);
      } catch (RuntimeException e) {
        throw StorageFailures.of("cannot erase the sessions", e);
      }
      audio.deleteAllBut(List.of());
      damaged.erase();
    }
  }

  @Override
  public SessionWriter begin(NewSession session) throws StorageException {
    synchronized (beginning) {
      if (active != null) {
        throw new IllegalStateException("a session is being recorded already");
      }
      try {
        if (!interruptedClosed) {
          closeInterrupted();
        }
        reserve.fill();
        SessionRow row = row(session);
        row.id = sessions.insert(row);
        active = writer(row);
        return active;
      } catch (RuntimeException e) {
        throw StorageFailures.of("cannot begin a session", e);
      }
    }
  }

  private static SessionRow row(NewSession session) {
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

  private RoomSessionWriter writer(SessionRow row) {
    KeptAudio kept = null;
    StorageException failure = null;
    if (row.hasAudio) {
      try {
        kept = audio.begin(row.id, row.sampleRate);
      } catch (IOException e) {
        failure = StorageFailures.of("cannot keep the audio", e);
        sessions.setHasAudio(row.id, false);
      }
    }
    SessionRows rows = new SessionRows(database, row.id);
    RoomSessionWriter writer =
        new RoomSessionWriter(row.id, rows, kept, reserve, executors.disk(), this::ended);
    if (failure != null) {
      writer.stopAudio(0, failure);
    }
    return writer;
  }

  private void ended(RoomSessionWriter writer) {
    if (active == writer) {
      active = null;
    }
  }

  @Override
  public int closeInterrupted() {
    synchronized (beginning) {
      List<SessionRow> interrupted = new ArrayList<>(sessions.running());
      RoomSessionWriter writer = active;
      interrupted.removeIf(row -> writer != null && row.id == writer.sessionId());
      for (SessionRow row : interrupted) {
        database.transact(() -> close(row));
      }
      interruptedClosed = true;
      return interrupted.size();
    }
  }

  private void close(SessionRow row) {
    double end = database.refreshDigest(row.id).endSeconds();
    sessions.growTo(row.id, Math.max(end, timeline.lastScoreEnd(row.id)));
    sessions.setEnd(row.id, EndReason.KILLED);
    if (row.hasAudio) {
      try {
        sessions.setHasAudio(row.id, KeptAudio.repair(audio.file(row.id), row.sampleRate) > 0);
      } catch (IOException e) {
        Log.w("Undertone", "the audio of session " + row.id + " keeps its open header", e);
      }
    }
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
