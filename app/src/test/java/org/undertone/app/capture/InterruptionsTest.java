// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Application;
import android.media.AudioRecord;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.LooperMode;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.SessionEvent;
import org.undertone.app.data.SessionMode;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/** What keeps a session from hearing, what it says then, and what it keeps. */
@RunWith(RobolectricTestRunner.class)
@Config(application = Application.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class InterruptionsTest {
  private static final int SECONDS = 5;

  private final float[] speech = speechInARoom();
  private Rig rig;

  /** A real microphone never hears exact zeros between words. */
  private static float[] speechInARoom() {
    SyntheticSpeech speaker = new SyntheticSpeech(Rig.RATE, 6);
    return SyntheticSpeech.mix(speaker.speech(Voice.CALM, SECONDS), speaker.noise(0.0005, SECONDS));
  }

  @Before
  public void startAndHear() {
    rig = new Rig();
    rig.start();
    hear(SECONDS);
  }

  @After
  public void close() throws IOException {
    rig.close();
  }

  private void hear(double until) {
    rig.microphone.play(speech);
    rig.awaitHeard(until);
  }

  private void awaitInterruption(EventKind cause) {
    rig.await(state -> state.phase() == Phase.INTERRUPTED && state.interruption() == cause);
    assertThat(rig.last().levelDb()).isEqualTo(RecordingState.SILENCE_DB);
  }

  private void pass(double seconds) {
    rig.clockMillis.addAndGet((long) (1000 * seconds));
  }

  /** The session ends, and tells of one interruption after the first stretch of speech. */
  private void stopAndCheck(EventKind cause, double heard, double gap) {
    rig.await(state -> state.phase() == Phase.LISTENING);
    rig.stop();
    double at = heard - SECONDS;
    assertThat(rig.stored().events())
        .containsExactly(
            new SessionEvent(at, cause, 0), new SessionEvent(at, EventKind.RESUMED, gap));
    assertThat(rig.stored().summary().durationSeconds()).isEqualTo(heard);
    checkKept(heard);
  }

  private void checkKept(double heard) {
    List<Segment> segments = rig.storedSegments();
    double at = 0;
    for (Segment segment : segments) {
      assertThat(segment.startSeconds()).isEqualTo(at);
      at = segment.endSeconds();
    }
    assertThat(at).isEqualTo(heard);
    assertThat(segments).anyMatch(segment -> segment.state() != Verdict.State.NO_SPEECH);
  }

  @Test
  public void anotherAppTakesTheMicrophoneAndGivesItBack() {
    Set<Integer> ours = Set.of(rig.microphone.record().getAudioSessionId());
    rig.session.silencedChanged(ours);
    awaitInterruption(EventKind.MICROPHONE_TAKEN);
    rig.microphone.play(new float[3 * Rig.RATE]);
    Rig.await(() -> rig.microphone.samplesRead() == 8L * Rig.RATE, () -> "not read");
    // Time for what was read to be dropped.
    Rig.sleep(500);
    pass(42);
    rig.session.silencedChanged(Set.of());
    hear(2 * SECONDS);
    assertThat(rig.microphone.records()).isEqualTo(1);
    stopAndCheck(EventKind.MICROPHONE_TAKEN, 2 * SECONDS, 42);
  }

  @Test
  public void aSecondOfZerosIsAnInterruptionUntilTheNextSound() {
    rig.microphone.play(new float[4 * Rig.RATE]);
    awaitInterruption(EventKind.MICROPHONE_SILENT);
    assertThat(rig.last().elapsedSeconds()).isEqualTo(SECONDS + 1.0);
    pass(3);
    hear(2 * SECONDS + 1);
    stopAndCheck(EventKind.MICROPHONE_SILENT, 2 * SECONDS + 1, 3);
  }

  @Test
  public void duringACallTheMicrophoneIsLetGo() {
    AudioRecord first = rig.microphone.record();
    rig.callOn = true;
    awaitInterruption(EventKind.CALL);
    Rig.await(() -> first.getState() == AudioRecord.STATE_UNINITIALIZED, () -> "not released");
    pass(600);
    rig.callOn = false;
    hear(2 * SECONDS);
    assertThat(rig.microphone.records()).isEqualTo(2);
    stopAndCheck(EventKind.CALL, 2 * SECONDS, 600);
  }

  @Test
  public void anotherAudioDeviceIsOpenedAnew() {
    rig.session.routeChanged();
    awaitRecorded(EventKind.ROUTE_CHANGED);
    pass(0.5);
    Rig.await(() -> rig.microphone.records() == 2, () -> "not opened anew");
    hear(2 * SECONDS);
    stopAndCheck(EventKind.ROUTE_CHANGED, 2 * SECONDS, 0.5);
  }

  @Test
  public void thePhonesNewsOfTheFirstDeviceIsNoChange() {
    // Where the system does not tell the device, every opening would else lead to the next one.
    rig.session.rerouted();
    hear(2 * SECONDS);
    assertThat(rig.microphone.records()).isEqualTo(1);
    rig.stop();
    assertThat(rig.storedEvents()).isEmpty();
  }

  @Test
  public void theLengthOfACallIsNotCountedAsFailing() {
    rig.microphone.fail(AudioRecord.ERROR_DEAD_OBJECT);
    awaitInterruption(EventKind.READ_ERROR);
    rig.callOn = true;
    awaitInterruption(EventKind.CALL);
    pass(600);
    // Right after a call the microphone may not be free yet.
    rig.microphone.fail(AudioRecord.ERROR_DEAD_OBJECT);
    rig.callOn = false;
    while (rig.microphone.records() < 3 && rig.last().isActive()) {
      pass(0.1);
      Rig.sleep(1);
    }
    assertThat(rig.last().isActive()).isTrue();
    hear(2 * SECONDS);
    rig.stop();
    assertThat(rig.last().end()).isEqualTo(EndReason.STOPPED);
    assertThat(rig.storedEvents())
        .containsExactly(EventKind.READ_ERROR, EventKind.CALL, EventKind.RESUMED);
  }

  @Test
  public void startedDuringACallItWaitsForItsEnd() throws IOException {
    rig.close();
    rig = new Rig();
    rig.callOn = true;
    rig.start();
    awaitInterruption(EventKind.CALL);
    assertThat(rig.microphone.records()).isZero();
    rig.callOn = false;
    hear(SECONDS);
    rig.stop();
    assertThat(rig.storedEvents()).containsExactly(EventKind.CALL, EventKind.RESUMED);
    checkKept(SECONDS);
  }

  private void awaitRecorded(EventKind cause) {
    Rig.await(
        () -> rig.states.stream().anyMatch(state -> state.interruption() == cause),
        () -> "no " + cause);
  }

  @Test
  public void aReadErrorIsOvercomeByOpeningAgain() {
    rig.microphone.fail(AudioRecord.ERROR_DEAD_OBJECT);
    awaitInterruption(EventKind.READ_ERROR);
    assertThat(rig.microphone.records()).isEqualTo(1);
    pass(0.2);
    hear(2 * SECONDS);
    assertThat(rig.microphone.records()).isEqualTo(2);
    stopAndCheck(EventKind.READ_ERROR, 2 * SECONDS, 0.2);
  }

  @Test
  public void aMicrophoneThatKeepsFailingIsGivenUpAfterTwoMinutes() {
    rig.microphone.failAlways(AudioRecord.ERROR_INVALID_OPERATION);
    awaitInterruption(EventKind.READ_ERROR);
    while (rig.last().isActive()) {
      pass(0.1);
      Rig.sleep(1);
    }
    RecordingState end = rig.awaitEnd();
    assertThat(end.end()).isEqualTo(EndReason.MICROPHONE_LOST);
    assertThat(end.problem()).contains("ERROR_INVALID_OPERATION");
    // 0.2, 0.4, 0.8, 1.6, 3.2 s, then every 5 s.
    assertThat(rig.microphone.records()).isBetween(15, 29);
    assertThat(rig.storedEvents()).containsExactly(EventKind.READ_ERROR);
    assertThat(rig.stored().summary().end()).isEqualTo(EndReason.MICROPHONE_LOST);
    checkKept(SECONDS);
  }

  @Test
  public void aPermissionTakenAwayEndsTheSessionAndKeepsWhatWasHeard() {
    rig.allowMicrophone(false);
    rig.microphone.fail(AudioRecord.ERROR_DEAD_OBJECT);
    RecordingState end = rig.awaitEnd();
    assertThat(end.end()).isEqualTo(EndReason.PERMISSION_REVOKED);
    assertThat(rig.stored().summary().end()).isEqualTo(EndReason.PERMISSION_REVOKED);
    checkKept(SECONDS);
  }

  @Test
  public void noWindowBridgesAGap() {
    rig.callOn = true;
    awaitInterruption(EventKind.CALL);
    rig.callOn = false;
    hear(2 * SECONDS);
    rig.stop();
    List<Verdict> after =
        rig.states.stream()
            .map(RecordingState::verdict)
            .filter(verdict -> verdict != null && verdict.endSeconds() > SECONDS)
            .toList();
    assertThat(after).isNotEmpty();
    assertThat(after).allMatch(verdict -> verdict.startSeconds() >= SECONDS);
  }

  @Test
  public void soundThatComesFasterThanItCanBeJudgedIsCountedAndSaid() throws IOException {
    rig.close();
    rig = new Rig();
    SlowClassifier slow = new SlowClassifier(rig.classifier);
    rig.classifier = slow;
    rig.microphone.readOnlyWhile(() -> true);
    rig.start(SessionMode.LIVE);
    rig.microphone.play(speech);
    slow.awaitStuck();
    for (int i = 0; i < 3; i++) {
      rig.microphone.play(speech);
    }
    long total = 4L * SECONDS * Rig.RATE;
    Rig.await(() -> rig.microphone.samplesRead() == total, () -> "not read");
    Rig.sleep(100);
    slow.release();
    rig.await(state -> state.elapsedSeconds() > 10);
    rig.microphone.play(speech);
    Rig.await(
        () -> rig.last().problem().contains("sound was lost"), () -> "nothing said: " + rig.last());
    Rig.sleep(300);
    RecordingState end = rig.stop();
    assertThat(rig.stored().events()).hasSize(1);
    SessionEvent event = rig.stored().events().get(0);
    assertThat(event.kind()).isEqualTo(EventKind.READ_ERROR);
    assertThat(event.gapSeconds()).isBetween(5.0, 9.0);
    assertThat(end.elapsedSeconds() + event.gapSeconds()).isEqualTo(5.0 * SECONDS);
    System.out.printf("ring overflow: %.2f s heard, %s%n", end.elapsedSeconds(), event);
  }
}
