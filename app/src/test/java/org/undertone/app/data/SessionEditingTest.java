// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Application;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.LooperMode;
import org.undertone.ser.Emotion;
import org.undertone.ser.timeline.Verdict;

/** What the user makes of sessions. */
@RunWith(RobolectricTestRunner.class)
@Config(application = Application.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class SessionEditingTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private SessionStore store;

  @Before
  public void open() {
    store = new SessionStore(folder.getRoot());
  }

  @After
  public void close() {
    store.close();
  }

  private long recorded(long seed) throws StorageException {
    store.record(seed, 100);
    return store.repository().ids(SessionFilter.ALL).get(0);
  }

  @Test
  public void namesAndNotesAreKeptAndFound() throws Exception {
    long id = recorded(1);
    store.repository().rename(id, "Straße nach Zürich");
    store.repository().setNote(id, "Stau");
    assertThat(store.load(id).summary().name()).isEqualTo("Straße nach Zürich");
    assertThat(store.load(id).summary().note()).isEqualTo("Stau");
    assertThat(found("ZURICH stau strasse")).containsExactly(id);
    store.repository().rename(id, "");
    assertThat(found("zürich")).isEmpty();
    assertThat(found("stau")).containsExactly(id);
  }

  private List<Long> found(String text) {
    return store.repository().ids(new SessionFilter(text, Set.of(), null, null));
  }

  @Test
  public void aCorrectionStandsBesideTheVerdictAndTheSummaryFollows() throws Exception {
    long id = recorded(2);
    SessionDetail before = store.load(id);
    for (StoredSegment segment : before.segments()) {
      store.repository().correct(segment.id(), Emotion.FEARFUL);
    }
    SessionDetail after = store.load(id);
    assertThat(SessionStore.segments(after)).isEqualTo(SessionStore.segments(before));
    assertThat(after.segments()).allMatch(segment -> segment.correction() == Emotion.FEARFUL);
    assertThat(after.summary().mainEmotion()).isEqualTo(Emotion.FEARFUL);
    assertThat(after.summary().strip()).isEqualTo(LabelStrip.of(after.segments()));
    assertThat(after.summary().durationSeconds()).isEqualTo(before.summary().durationSeconds());

    for (StoredSegment segment : before.segments()) {
      store.repository().correct(segment.id(), null);
    }
    assertThat(store.load(id)).isEqualTo(before);
  }

  @Test
  public void aNoteOnASegmentOutlivesItsCorrection() throws Exception {
    long id = recorded(3);
    long segment = store.load(id).segments().get(0).id();
    store.repository().setSegmentNote(segment, "a joke");
    store.repository().correct(segment, Emotion.HAPPY);
    store.repository().correct(segment, null);
    assertThat(store.load(id).segments().get(0).note()).isEqualTo("a joke");
    assertThat(store.load(id).segments().get(0).correction()).isNull();
  }

  @Test
  public void whatIsGoneCanBeEditedWithoutHarm() {
    store.repository().rename(99, "nobody");
    store.repository().correct(99, Emotion.SAD);
    store.repository().deleteAudio(99);
    assertThat(store.repository().load(99)).isEmpty();
  }

  @Test
  public void deletedSessionsComeBackUntilTheyArePurged() throws Exception {
    long first = recorded(4);
    long second = recorded(5);
    SessionDetail before = store.load(first);
    store.repository().delete(List.of(first));
    assertThat(store.repository().load(first)).isEmpty();
    assertThat(store.repository().ids(SessionFilter.ALL)).containsExactly(second);
    store.repository().restore(List.of(first));
    assertThat(store.load(first)).isEqualTo(before);

    store.repository().delete(List.of(first));
    store.repository().purgeDeleted();
    store.repository().restore(List.of(first));
    assertThat(store.repository().ids(SessionFilter.ALL)).containsExactly(second);
    assertThat(store.repository().scores(first)).isEmpty();
  }

  @Test
  public void purgingSomeLeavesWhatWasDeletedSince() throws Exception {
    long first = recorded(4);
    long second = recorded(5);
    long kept = recorded(6);
    store.repository().delete(List.of(first));
    store.repository().delete(List.of(second));
    store.repository().purgeDeleted(List.of(first, kept));
    store.repository().restore(List.of(first, second));
    assertThat(store.repository().ids(SessionFilter.ALL)).containsExactlyInAnyOrder(second, kept);
  }

  @Test
  public void watchersLearnOfDeletion() throws Exception {
    long id = recorded(6);
    assertThat(store.await(store.repository().count(SessionFilter.ALL), n -> n != null && n == 1))
        .isEqualTo(1);
    store.repository().delete(List.of(id));
    assertThat(store.await(store.repository().history(SessionFilter.ALL, 9), r -> r != null))
        .isEmpty();
  }

  @Test
  public void audioGoesWithItsSessionAndOrphansGoAtTheStart() throws Exception {
    long id = recordedWithAudio();
    File audio = store.load(id).audio();
    File orphan = new File(audio.getParentFile(), "session-4711.wav");
    Files.write(orphan.toPath(), new byte[99]);
    assertThat(store.repository().audioBytes()).isEqualTo(audio.length() + 99);

    store.repository().start(0);
    assertThat(orphan).doesNotExist();
    assertThat(audio).exists();
    store.repository().delete(List.of(id));
    assertThat(audio).exists();
    store.repository().start(0);
    assertThat(audio).doesNotExist();
  }

  private long recordedWithAudio() throws IOException {
    SessionWriter writer = store.begin(true);
    writer.addSamples(new float[SessionStore.RATE], 0, SessionStore.RATE);
    writer.addVerdict(Verdict.noSpeech(0, 1, 0));
    writer.end(EndReason.STOPPED, 1);
    return writer.sessionId();
  }

  @Test
  public void audioAloneCanBeDeletedAlsoWhileItIsRecorded() throws Exception {
    long id = recordedWithAudio();
    File audio = store.load(id).audio();
    store.repository().deleteAudio(id);
    assertThat(store.load(id).audio()).isNull();
    assertThat(audio).doesNotExist();

    SessionWriter writer = store.begin(true);
    writer.addSamples(new float[99], 0, 99);
    store.repository().deleteAudio(writer.sessionId());
    writer.addSamples(new float[99], 0, 99);
    assertThat(writer.end(EndReason.STOPPED, 1)).isTrue();
    assertThat(store.load(writer.sessionId()).summary().hasAudio()).isFalse();
    assertThat(store.repository().audioBytes()).isZero();
  }

  @Test
  public void audioThatVanishedIsNotPromised() throws Exception {
    long id = recordedWithAudio();
    assertThat(store.load(id).audio().delete()).isTrue();
    store.repository().start(0);
    assertThat(store.load(id).audio()).isNull();
  }

  @Test
  public void retentionTakesWhatIsOlder() throws Exception {
    Instant now = Instant.now();
    SessionWriter old = store.beginAt(now.minus(Duration.ofDays(31)), false);
    old.end(EndReason.STOPPED, 0);
    SessionWriter young = store.beginAt(now.minus(Duration.ofDays(29)), false);
    young.end(EndReason.STOPPED, 0);
    store.repository().applyRetention(0);
    assertThat(store.repository().ids(SessionFilter.ALL)).hasSize(2);
    store.repository().applyRetention(30);
    assertThat(store.repository().ids(SessionFilter.ALL)).containsExactly(young.sessionId());
  }

  @Test
  public void erasingLeavesNoTraceInTheFiles() throws Exception {
    String secret = "a very private name";
    long id = recordedWithAudio();
    store.repository().rename(id, secret);
    store.record(8, 500);
    assertThat(holds(secret)).isTrue();
    store.repository().eraseAll();
    assertThat(holds(secret)).isFalse();
    assertThat(store.repository().ids(SessionFilter.ALL)).isEmpty();
    assertThat(store.repository().audioBytes()).isZero();
    // And it can be used as before.
    assertThat(store.load(recorded(9)).segments()).isNotEmpty();
  }

  private boolean holds(String text) throws IOException {
    boolean found = false;
    for (File file : DatabaseFiles.of(store.databaseFile())) {
      String bytes = new String(Files.readAllBytes(file.toPath()), StandardCharsets.ISO_8859_1);
      found |= bytes.contains(text);
    }
    return found;
  }

  @Test
  public void erasingEndsTheRecordingThatGoesOn() throws Exception {
    SessionWriter writer = store.begin(true);
    Troubles troubles = new Troubles();
    writer.setListener(troubles);
    SampleRecording recording = new SampleRecording(writer, 10);
    recording.hear(20);
    store.repository().eraseAll();
    SessionStore.await(() -> troubles.failure() != null);
    recording.hear(20);
    assertThat(recording.finish(EndReason.STOPPED)).isFalse();
    assertThat(store.repository().ids(SessionFilter.ALL)).isEmpty();
    assertThat(store.repository().audioBytes()).isZero();
  }
}
