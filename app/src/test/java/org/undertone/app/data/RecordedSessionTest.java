// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Application;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
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
import org.undertone.ser.timeline.DriverAlert;
import org.undertone.ser.timeline.DriverState;
import org.undertone.ser.timeline.Segment;

/** What is read back of a session is what was recorded. */
@RunWith(RobolectricTestRunner.class)
@Config(application = Application.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class RecordedSessionTest {
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

  @Test
  public void isReadBackAsItWasWritten() throws Exception {
    SessionWriter writer = store.begin(false);
    SampleRecording recording = new SampleRecording(writer, 1);
    recording.hear(400);
    assertThat(recording.finish(EndReason.STOPPED)).isTrue();

    SessionDetail detail = store.load(writer.sessionId());
    assertThat(SessionStore.segments(detail))
        .hasSizeGreaterThan(20)
        .isEqualTo(recording.segments());
    assertThat(detail.modelName()).isEqualTo("net");
    assertThat(detail.modelHash()).isEqualTo("00ff");
    assertThat(detail.sampleRate()).isEqualTo(SessionStore.RATE);
    assertThat(detail.profileName()).isEqualTo("Ada");
    assertThat(detail.audio()).isNull();
    SessionSummary summary = detail.summary();
    assertThat(summary.startedAt()).isEqualTo(SessionStore.START);
    assertThat(summary.durationSeconds()).isEqualTo(recording.seconds());
    assertThat(summary.end()).isEqualTo(EndReason.STOPPED);
    assertThat(summary.strip()).isEqualTo(LabelStrip.of(detail.segments()));
  }

  @Test
  public void scoresComeBackBitForBitAndInOrder() throws Exception {
    SessionWriter writer = store.begin(false);
    SampleRecording recording = new SampleRecording(writer, 2);
    recording.hear(300);
    recording.finish(EndReason.STOPPED);

    List<StoredScores> expected =
        recording.verdicts().stream()
            .map(
                v ->
                    new StoredScores(
                        v.startSeconds(), v.endSeconds(), v.state(), v.emotion(), v.smoothed()))
            .collect(Collectors.toList());
    assertThat(store.repository().scores(writer.sessionId())).isEqualTo(expected);
  }

  @Test
  public void canBeWatchedWhileItGrows() throws Exception {
    SessionWriter writer = store.begin(false);
    SampleRecording recording = new SampleRecording(writer, 3);
    recording.hear(50);
    SessionDetail first = awaitLength(writer.sessionId(), recording.seconds());
    assertThat(SessionStore.segments(first)).isEqualTo(recording.segments());
    assertThat(first.summary().end()).isEqualTo(EndReason.RUNNING);
    assertThat(first.summary().strip()).isEqualTo(LabelStrip.of(first.segments()));

    recording.hear(50);
    SessionDetail second = awaitLength(writer.sessionId(), recording.seconds());
    assertThat(SessionStore.segments(second)).isEqualTo(recording.segments());
    int kept = first.segments().size() - 1;
    assertThat(second.segments().subList(0, kept)).isEqualTo(first.segments().subList(0, kept));
    recording.finish(EndReason.STOPPED);
  }

  private SessionDetail awaitLength(long id, double seconds) {
    return store.await(
        store.repository().session(id),
        detail -> detail != null && detail.summary().durationSeconds() == seconds);
  }

  @Test
  public void aCorrectionOfTheGrowingSegmentOutlivesItsGrowth() throws Exception {
    SessionWriter writer = store.begin(false);
    SampleRecording recording = new SampleRecording(writer, 4);
    recording.hear(1);
    SessionDetail first = awaitLength(writer.sessionId(), recording.seconds());
    long open = first.segments().get(0).id();
    store.repository().correct(open, Emotion.DISGUST);

    recording.hear(200);
    recording.finish(EndReason.STOPPED);
    StoredSegment corrected = store.load(writer.sessionId()).segments().get(0);
    assertThat(corrected.id()).isEqualTo(open);
    assertThat(corrected.correction()).isEqualTo(Emotion.DISGUST);
    assertThat(corrected.segment()).isEqualTo(recording.segments().get(0));
  }

  @Test
  public void alertsKeepTheirFeedbackInThisBatchAndLater() throws Exception {
    SessionWriter writer = store.begin(false);
    DriverAlert first = new DriverAlert(10, DriverState.TENSE, 0.75f);
    DriverAlert second = new DriverAlert(200, DriverState.LOW, 0.9f);
    writer.addAlert(first);
    SessionStore.await(() -> store.load(writer.sessionId()).alerts().size() == 1);
    writer.setFeedback(AlertFeedback.WRONG);
    writer.addAlert(second);
    writer.setFeedback(AlertFeedback.ACKNOWLEDGED);
    writer.addEvent(new SessionEvent(12.5, EventKind.CALL, 0));
    writer.addEvent(new SessionEvent(12.5, EventKind.RESUMED, 31.25));
    writer.end(EndReason.STOPPED, 300);

    SessionDetail detail = store.load(writer.sessionId());
    assertThat(detail.alerts()).extracting(StoredAlert::alert).containsExactly(first, second);
    assertThat(detail.alerts())
        .extracting(StoredAlert::feedback)
        .containsExactly(AlertFeedback.WRONG, AlertFeedback.ACKNOWLEDGED);
    assertThat(detail.events())
        .containsExactly(
            new SessionEvent(12.5, EventKind.CALL, 0),
            new SessionEvent(12.5, EventKind.RESUMED, 31.25));
    assertThat(detail.summary().alerts()).isEqualTo(2);
  }

  @Test
  public void readersAreNotHinderedByTheWriter() throws Exception {
    SessionRepository repository = store.repository();
    SessionWriter writer = store.begin(false);
    SampleRecording recording = new SampleRecording(writer, 5);
    AtomicBoolean done = new AtomicBoolean();
    Throwable[] failure = new Throwable[1];
    int[] reads = new int[1];
    Thread reader =
        new Thread(
            () -> {
              while (!done.get()) {
                assertNoGaps(repository.load(writer.sessionId()).orElseThrow().segments());
                repository.scores(writer.sessionId());
                reads[0]++;
              }
            });
    reader.setUncaughtExceptionHandler((thread, e) -> failure[0] = e);
    reader.start();
    for (int i = 0; i < 40; i++) {
      recording.hear(100);
      store.database().runInTransaction(() -> repository.ids(SessionFilter.ALL));
      Thread.sleep(100);
    }
    recording.finish(EndReason.STOPPED);
    done.set(true);
    reader.join();
    assertThat(failure[0]).isNull();
    assertThat(reads[0]).isGreaterThan(10);
    assertThat(SessionStore.segments(store.load(writer.sessionId())))
        .isEqualTo(recording.segments());
  }

  private static void assertNoGaps(List<StoredSegment> segments) {
    for (int i = 1; i < segments.size(); i++) {
      Segment before = segments.get(i - 1).segment();
      assertThat(segments.get(i).segment().startSeconds()).isEqualTo(before.endSeconds());
    }
  }

  @Test
  public void itsLengthIsThatOfTheAudioWhateverTheClockSays() throws Exception {
    SessionWriter writer = store.beginAt(Instant.parse("2035-01-01T00:00:00Z"), false);
    SampleRecording recording = new SampleRecording(writer, 6);
    recording.hear(20);
    recording.finish(EndReason.STOPPED);
    assertThat(store.load(writer.sessionId()).summary().durationSeconds())
        .isEqualTo(recording.seconds());
  }

  @Test
  public void afterItsEndNothingMoreIsTaken() throws Exception {
    SessionWriter writer = store.begin(true);
    SampleRecording recording = new SampleRecording(writer, 7);
    recording.hear(10);
    recording.finish(EndReason.STOPPED);
    SessionDetail before = store.load(writer.sessionId());
    writer.addEvent(new SessionEvent(1, EventKind.CALL, 0));
    writer.addSamples(new float[100], 0, 100);
    assertThat(writer.end(EndReason.FAILED, 99)).isFalse();
    assertThat(store.load(writer.sessionId())).isEqualTo(before);
  }
}
