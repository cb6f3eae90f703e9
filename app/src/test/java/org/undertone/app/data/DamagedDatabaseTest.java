// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import android.app.Application;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabaseCorruptException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.LooperMode;

/** A damaged database is set aside, never deleted, and the app goes on with a new one. */
@RunWith(RobolectricTestRunner.class)
@Config(application = Application.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class DamagedDatabaseTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void whatIsNoDatabaseIsSetAsideWithANotice() throws Exception {
    byte[] garbage = "this is no database, ".repeat(400).getBytes(StandardCharsets.UTF_8);
    Files.write(new File(folder.getRoot(), "undertone.db").toPath(), garbage);
    String name;
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      store.repository().start(0);
      name = store.await(store.repository().recoveryNotice(), notice -> notice != null);
      assertThat(name).startsWith("undertone.db.damaged-");
      assertThat(Files.readAllBytes(new File(folder.getRoot(), name).toPath())).isEqualTo(garbage);
      store.record(1, 20);
      assertThat(store.repository().ids(SessionFilter.ALL)).hasSize(1);
    }
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      store.repository().start(0);
      assertThat(store.repository().ids(SessionFilter.ALL)).hasSize(1);
      assertThat(store.await(store.repository().recoveryNotice(), notice -> notice != null))
          .isEqualTo(name);
      store.repository().dismissRecoveryNotice();
      store.await(store.repository().recoveryNotice(), notice -> notice == null);
    }
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      store.repository().start(0);
      assertThat(store.repository().recoveryNotice().getValue()).isNull();
      assertThat(new File(folder.getRoot(), name)).exists();
      store.repository().eraseAll();
      assertThat(new File(folder.getRoot(), name)).doesNotExist();
    }
  }

  @Test
  public void damageDeepInTheFileIsFoundAtTheStart() throws Exception {
    File file = new File(folder.getRoot(), "undertone.db");
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      store.record(1, 2000);
    }
    overwriteMiddle(file);
    byte[] damaged = Files.readAllBytes(file.toPath());
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      store.repository().start(0);
      String name = store.await(store.repository().recoveryNotice(), notice -> notice != null);
      assertThat(Files.readAllBytes(new File(folder.getRoot(), name).toPath())).isEqualTo(damaged);
      assertThat(store.repository().ids(SessionFilter.ALL)).isEmpty();
      store.record(2, 20);
      assertThat(store.repository().ids(SessionFilter.ALL)).hasSize(1);
    }
  }

  @Test
  public void damageMetWhileInUseIsDealtWithAtTheNextStart() throws Exception {
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      store.record(1, 2000);
    }
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      assertThat(store.repository().ids(SessionFilter.ALL)).containsExactly(1L);
      overwriteMiddle(store.databaseFile());
      forgetPages(store);
      assertThatThrownBy(() -> store.repository().scores(1))
          .isInstanceOf(SQLiteDatabaseCorruptException.class);
      assertThat(store.repository().ids(SessionFilter.ALL)).containsExactly(1L);
    }
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      store.record(3, 20);
      assertThat(store.repository().ids(SessionFilter.ALL)).hasSize(1);
      assertThat(store.await(store.repository().recoveryNotice(), notice -> notice != null))
          .startsWith("undertone.db.damaged-");
    }
  }

  /** Else SQLite answers from memory. */
  private static void forgetPages(SessionStore store) {
    store
        .database()
        .runInTransaction(
            () -> {
              try (Cursor cursor = store.database().query("PRAGMA shrink_memory", null)) {
                cursor.moveToFirst();
              }
            });
  }

  /** Spares the first pages, with the schema, and the last. */
  private static void overwriteMiddle(File file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file, "rw")) {
      long length = bytes.length();
      bytes.seek(length / 4);
      bytes.write(new byte[(int) (length / 2)]);
    }
  }

  @Test
  public void audioOfSessionsThatWereLostIsKept() throws Exception {
    File audio;
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      SessionWriter writer = store.begin(true);
      writer.addSamples(new float[1000], 0, 1000);
      writer.end(EndReason.STOPPED, 1);
      audio = store.load(writer.sessionId()).audio();
    }
    byte[] garbage = "x".repeat(8000).getBytes(StandardCharsets.UTF_8);
    Files.write(new File(folder.getRoot(), "undertone.db").toPath(), garbage);
    byte[] before = Files.readAllBytes(audio.toPath());
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      store.repository().start(0);
      SessionWriter writer = store.begin(true);
      writer.addSamples(new float[10], 0, 10);
      writer.end(EndReason.STOPPED, 1);
      store.repository().start(0);
      assertThat(filesLike(audio, before)).hasSize(1);
      assertThat(store.repository().audioBytes())
          .isEqualTo(before.length + store.load(writer.sessionId()).audio().length());
      store.repository().eraseAll();
      assertThat(store.repository().audioBytes()).isZero();
      assertThat(filesLike(audio, before)).isEmpty();
    }
  }

  /** Returns the files of that content in all folders beside that of the audio. */
  private static List<File> filesLike(File audio, byte[] content) throws IOException {
    List<File> found = new ArrayList<>();
    for (File child : audio.getParentFile().getParentFile().listFiles(File::isDirectory)) {
      for (File file : child.listFiles()) {
        if (Arrays.equals(Files.readAllBytes(file.toPath()), content)) {
          found.add(file);
        }
      }
    }
    return found;
  }
}
