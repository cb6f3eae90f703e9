// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import android.util.Log;
import java.io.IOException;
import java.util.List;

/**
 * Puts in order what a killed process left: sessions without an end, files whose header is open, and
 * rows and files without each other. Blocks on database and files; no session may begin meanwhile.
 */
final class CrashRecovery {
  private final UndertoneDatabase database;
  private final SessionDao sessions;
  private final AudioFolder audio;

  CrashRecovery(UndertoneDatabase database, AudioFolder audio) {
    this.database = database;
    this.audio = audio;
    sessions = database.sessions();
  }

  /** Closes a session where what is stored of it ends. */
  void close(SessionRow row) {
    database.transact(() -> closeNow(row));
  }

  private void closeNow(SessionRow row) {
    double end = database.refreshDigest(row.id).endSeconds();
    sessions.growTo(row.id, Math.max(end, database.timeline().lastScoreEnd(row.id)));
    sessions.setEnd(row.id, EndReason.KILLED);
    if (row.hasAudio) {
      try {
        sessions.setHasAudio(row.id, KeptAudio.repair(audio.file(row.id), row.sampleRate) > 0);
      } catch (IOException e) {
        Log.w("Undertone", "the audio of session " + row.id + " keeps its open header", e);
      }
    }
  }

  /**
   * Removes files without a session, and mends sessions without their file.
   *
   * @throws IOException if a file cannot be removed
   */
  void matchAudio() throws IOException {
    List<Long> ids = sessions.withAudio();
    audio.deleteAllBut(ids);
    for (long id : ids) {
      if (!audio.file(id).exists()) {
        sessions.setHasAudio(id, false);
      }
    }
  }
}
