// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.Assume.assumeTrue;

import android.app.Application;
import android.database.Cursor;
import androidx.sqlite.db.SupportSQLiteDatabase;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.LooperMode;
import org.undertone.ser.audio.WavReader;
import org.undertone.ser.timeline.Segment;

/** No space is left: what was stored stays, the session is closed, and someone is told. */
@RunWith(RobolectricTestRunner.class)
@Config(application = Application.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class FullDiskTest {
  /** On Linux, a file that has no space for anything. */
  private static final File FULL = new File("/dev/full");

  /** Names a folder on a file system of 2 to 4 MiB that this test may fill. */
  private static final String SMALL_DISK = "undertone.smallDisk";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void aFullDatabaseClosesTheSession() throws Exception {
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      store.record(1, 100);
      SessionWriter writer = store.begin(true);
      Troubles troubles = new Troubles();
      writer.setListener(troubles);
      SampleRecording recording = new SampleRecording(writer, 2);
      recording.hear(100);
      SessionStore.await(() -> store.repository().scores(writer.sessionId()).size() == 100);
      limitPages(store, "hardly any room", 8);
      writer.addSamples(new float[SessionStore.RATE], 0, SessionStore.RATE);
      hearUntil(recording, () -> troubles.failure() != null);

      assertThat(troubles.failure().kind()).isEqualTo(StorageException.Kind.FULL);
      assertThat(troubles.calls()).isEqualTo(1);
      assertThat(recording.finish(EndReason.STOPPED)).isFalse();
      assertClosedProperly(store, writer.sessionId(), recording);
      assertThat(frames(store.load(writer.sessionId()).audio())).isEqualTo(SessionStore.RATE);
      assertThat(store.repository().closeInterrupted()).isZero();

      limitPages(store, "there is room again", 1 << 20);
      SampleRecording next = store.record(3, 100);
      long id = store.repository().ids(SessionFilter.ALL).get(0);
      assertThat(SessionStore.segments(store.load(id))).isEqualTo(next.segments());
    }
  }

  /** Within a transaction, since the limit holds for one connection: the one that writes. */
  private static void limitPages(SessionStore store, String why, int more) {
    SupportSQLiteDatabase sqlite = store.database().getOpenHelper().getWritableDatabase();
    store
        .database()
        .runInTransaction(
            () -> {
              long pages = pragma(sqlite, "page_count");
              assertThat(pragma(sqlite, "max_page_count = " + (pages + more)))
                  .as(why)
                  .isEqualTo(pages + more);
            });
  }

  private static long pragma(SupportSQLiteDatabase sqlite, String pragma) {
    try (Cursor cursor = sqlite.query("PRAGMA " + pragma)) {
      cursor.moveToFirst();
      return cursor.getLong(0);
    }
  }

  private static void hearUntil(SampleRecording recording, Supplier<Boolean> condition) {
    SessionStore.await(
        () -> {
          recording.hear(10);
          return condition.get();
        });
  }

  private static void assertClosedProperly(SessionStore store, long id, SampleRecording recording) {
    SessionDetail detail = store.load(id);
    assertThat(detail.summary().end()).isEqualTo(EndReason.STORAGE_FULL);
    List<Segment> stored = SessionStore.segments(detail);
    assertThat(stored).isNotEmpty();
    int finished = stored.size() - 1;
    assertThat(stored.subList(0, finished)).isEqualTo(recording.segments().subList(0, finished));
    assertThat(detail.summary().durationSeconds()).isEqualTo(stored.get(finished).endSeconds());
    assertThat(detail.summary().strip()).isEqualTo(LabelStrip.of(detail.segments()));
  }

  private static long frames(File file) throws IOException {
    try (FileInputStream in = new FileInputStream(file)) {
      return new WavReader(in).format().dataBytes() / 2;
    }
  }

  @Test
  public void withoutSpaceForAudioFromTheStartTheTimelineIsKept() throws Exception {
    assumeTrue("needs " + FULL + ", as Linux has it", FULL.exists());
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      File audio = new File(folder.getRoot(), "files/audio");
      assertThat(audio.mkdirs()).isTrue();
      Files.createSymbolicLink(new File(audio, "session-1.wav").toPath(), FULL.toPath());
      SessionWriter writer = store.begin(true);
      Troubles troubles = new Troubles();
      writer.setListener(troubles);
      SampleRecording recording = new SampleRecording(writer, 1);
      recording.hear(50);
      writer.addSamples(new float[100], 0, 100);
      assertThat(recording.finish(EndReason.STOPPED)).isTrue();
      assertThat(troubles.audio().kind()).isEqualTo(StorageException.Kind.FULL);
      assertThat(troubles.failure()).isNull();
      SessionDetail detail = store.load(writer.sessionId());
      assertThat(detail.audio()).isNull();
      assertThat(detail.events()).containsExactly(new SessionEvent(0, EventKind.AUDIO_STOPPED, 0));
      assertThat(SessionStore.segments(detail)).isEqualTo(recording.segments());
    }
  }

  @Test
  public void whenSpaceForAudioRunsOutTheTimelineGoesOn() throws Exception {
    assumeTrue("needs " + FULL + ", as Linux has it", FULL.exists());
    ScheduledExecutorService disk = Executors.newSingleThreadScheduledExecutor();
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      SessionRow row = new SessionRow();
      row.sampleRate = SessionStore.RATE;
      row.hasAudio = true;
      row.id = store.database().sessions().insert(row);
      File file = new File(folder.getRoot(), "files/audio/session-" + row.id + ".wav");
      assertThat(file.getParentFile().mkdirs()).isTrue();
      KeptAudio audio =
          new KeptAudio(file, SessionStore.RATE, new SmallDisk(new FileOutputStream(file), 20_001));
      SessionRows rows = new SessionRows(store.database(), row.id);
      ReserveFile reserve = new ReserveFile(new File(folder.getRoot(), "files/reserve"));
      SessionWriter writer = new RoomSessionWriter(row.id, rows, audio, reserve, disk, ended -> {});
      Troubles troubles = new Troubles();
      writer.setListener(troubles);
      SampleRecording recording = new SampleRecording(writer, 1);
      recording.hear(30);
      writer.addSamples(new float[SessionStore.RATE], 0, SessionStore.RATE);
      SessionStore.await(() -> troubles.audio() != null);
      recording.hear(30);
      assertThat(recording.finish(EndReason.STOPPED)).isTrue();

      assertThat(troubles.audio().kind()).isEqualTo(StorageException.Kind.FULL);
      assertThat(troubles.calls()).isEqualTo(1);
      SessionDetail detail = store.load(row.id);
      assertThat(SessionStore.segments(detail)).isEqualTo(recording.segments());
      assertThat(detail.events()).hasSize(1);
      assertThat(detail.events().get(0).kind()).isEqualTo(EventKind.AUDIO_STOPPED);
      assertThat(detail.events().get(0).atSeconds()).isBetween(0.5, 20_000 / 32_000.0);
      // The header says what the file has: whole samples only.
      assertThat(frames(detail.audio())).isEqualTo((20_001 - 44) / 2);
    } finally {
      disk.shutdownNow();
    }
  }

  /** Takes some bytes; after them the error of a disk that is really full. */
  private static final class SmallDisk extends FilterOutputStream {
    private int left;

    SmallDisk(OutputStream out, int bytes) {
      super(out);
      left = bytes;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int count = Math.min(length, left);
      out.write(bytes, offset, count);
      left -= count;
      if (count < length) {
        try (FileOutputStream full = new FileOutputStream(FULL)) {
          full.write(bytes, offset + count, length - count);
        }
      }
    }
  }

  @Test
  public void aDiskThatIsReallyFullLosesNothingThanksToTheReserve() throws Exception {
    String disk = System.getProperty(SMALL_DISK);
    assumeTrue("needs -D" + SMALL_DISK + ", a folder on a file system of 2 to 4 MiB", disk != null);
    try (SessionStore store = new SessionStore(new File(disk))) {
      SessionWriter writer = store.begin(true);
      Troubles troubles = new Troubles();
      writer.setListener(troubles);
      SampleRecording recording = new SampleRecording(writer, 1);
      hearUntil(recording, () -> troubles.failure() != null);
      assertThat(troubles.failure().kind()).isEqualTo(StorageException.Kind.FULL);
      // So small a disk has no space to spare for audio from the start.
      assertThat(troubles.audio().kind()).isEqualTo(StorageException.Kind.FULL);
      assertClosedProperly(store, writer.sessionId(), recording);
      System.out.println(
          "full disk: heard "
              + recording.verdicts().size()
              + " windows, stored "
              + store.repository().scores(writer.sessionId()).size());
    }
    try (SessionStore store = new SessionStore(new File(disk))) {
      assertThat(store.repository().closeInterrupted()).isZero();
      assertThat(store.repository().ids(SessionFilter.ALL)).hasSize(1);
    }
  }
}
