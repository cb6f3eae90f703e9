// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.LooperMode;
import org.undertone.app.data.EndReason;
import org.undertone.app.data.EventKind;
import org.undertone.app.data.SessionDetail;
import org.undertone.app.data.SessionFilter;
import org.undertone.app.settings.Settings;
import org.undertone.ser.LinearClassifier;
import org.undertone.ser.SampleRecording;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.audio.WavReader;
import org.undertone.ser.infer.Models;
import org.undertone.ser.timeline.Segment;
import org.undertone.ser.timeline.Verdict;

/** An undisturbed recording, from the microphone to Room. */
@RunWith(RobolectricTestRunner.class)
@Config(application = Application.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class RecordingSessionTest {
  private final float[] sample = Rig.rounded(SampleRecording.samples());
  private Rig rig;

  @Before
  public void open() {
    rig = new Rig();
  }

  @After
  public void close() throws IOException {
    rig.close();
  }

  private RecordingState record(float[] samples) {
    rig.start();
    rig.microphone.play(samples);
    rig.awaitHeard((double) samples.length / Rig.RATE);
    return rig.stop();
  }

  @Test
  public void thePhasesFollowEachOther() {
    RecordingState end = record(sample);
    List<Phase> phases =
        rig.states.stream().map(RecordingState::phase).distinct().collect(Collectors.toList());
    assertThat(phases).containsExactly(Phase.LISTENING, Phase.STOPPING, Phase.IDLE);
    assertThat(end.end()).isEqualTo(EndReason.STOPPED);
    assertThat(end.problem()).isEmpty();
    assertThat(end.elapsedSeconds()).isEqualTo(14.5);
    assertThat(end.levelDb()).isEqualTo(RecordingState.SILENCE_DB);
  }

  @Test
  public void theLevelMovesWithinASecondAndTenTimesASecond() {
    record(sample);
    List<RecordingState> firstSecond =
        rig.states.stream()
            .filter(state -> state.elapsedSeconds() > 0 && state.elapsedSeconds() <= 1)
            .collect(Collectors.toList());
    assertThat(firstSecond).hasSizeGreaterThanOrEqualTo(10);
    assertThat(firstSecond).anyMatch(state -> state.levelDb() > -40);
    assertThat(firstSecond.stream().map(RecordingState::levelDb).distinct().count())
        .isGreaterThan(5);
  }

  @Test
  public void theFirstEmotionComesAfterAsMuchSpeechAsTheModelWants() {
    record(new SyntheticSpeech(Rig.RATE, 4).speech(Voice.CALM, 4));
    Verdict first =
        rig.states.stream()
            .map(RecordingState::verdict)
            .filter(verdict -> verdict != null && verdict.isSpeech())
            .findFirst()
            .orElseThrow();
    assertThat(first.speechSeconds()).isBetween(1.5, 1.75);
    assertThat(first.endSeconds()).isLessThan(2.3);
  }

  /** Bursts of noise as long as syllables, and then someone who speaks. */
  @Test
  public void soundWithoutAVoiceIsToldFromSilenceAndFromSpeech() {
    SyntheticSpeech room = new SyntheticSpeech(Rig.RATE, 4);
    float[] hisses = room.noise(0.1, 6);
    for (int i = 0; i < hisses.length; i++) {
      hisses[i] *= i % (Rig.RATE / 3) > Rig.RATE / 6 ? 0.002f : 1;
    }
    float[] pause = room.noise(0.0002, 5);
    record(SyntheticSpeech.concat(hisses, pause, room.speech(Voice.CALM, 5)));
    assertThat(rig.states).anyMatch(state -> state.elapsedSeconds() < 6 && state.voiceless());
    assertThat(rig.states)
        .filteredOn(state -> state.elapsedSeconds() > 10 && state.elapsedSeconds() < 11)
        .isNotEmpty()
        .noneMatch(RecordingState::voiceless);
    assertThat(rig.states)
        .filteredOn(state -> state.verdict() != null && state.verdict().isSpeech())
        .isNotEmpty()
        .noneMatch(RecordingState::voiceless);
  }

  @Test
  public void whatIsStoredEqualsWhatThePipelineMakesOfTheSamples() {
    record(sample);
    List<Segment> expected = Rig.direct(new LinearClassifier(Models.spec()), sample, Rig.RATE);
    assertThat(expected).hasSizeGreaterThan(3);
    assertThat(rig.storedSegments()).isEqualTo(expected);
    assertThat(rig.last().recent()).isEqualTo(expected);
    assertThat(rig.stored().events()).isEmpty();
    SessionDetail stored = rig.stored();
    assertThat(stored.summary().durationSeconds()).isEqualTo(14.5);
    assertThat(stored.modelName()).isEqualTo("test");
    assertThat(stored.audio()).isNull();
  }

  @Test
  public void keptAudioIsWhatWasHeardSampleBySample() throws IOException {
    rig.preferences.edit().putBoolean(Settings.KEEP_AUDIO, true).commit();
    RecordingState end = record(sample);
    assertThat(end.audioKept()).isTrue();
    List<Float> kept = new ArrayList<>();
    try (WavReader wav = new WavReader(Files.newInputStream(rig.stored().audio().toPath()))) {
      assertThat(wav.sampleRate()).isEqualTo(Rig.RATE);
      float[] block = new float[1000];
      for (int n = wav.read(block, 0, block.length); n > 0; n = wav.read(block, 0, block.length)) {
        for (int i = 0; i < n; i++) {
          kept.add(block[i]);
        }
      }
    }
    assertThat(kept).hasSize(sample.length);
    for (int i = 0; i < sample.length; i++) {
      assertThat(kept.get(i)).isCloseTo(sample[i], Offset.offset(1e-4f));
    }
  }

  @Test
  public void aHigherThresholdOfTheUserLeavesMoreUnsure() {
    rig.preferences.edit().putString(Settings.UNSURE_PERCENT, "99").commit();
    record(sample);
    assertThat(rig.storedSegments())
        .filteredOn(s -> s.state() == Verdict.State.EMOTION)
        .allMatch(s -> s.meanScores().bestProbability() > 0.95);
    assertThat(rig.storedSegments()).anyMatch(s -> s.state() == Verdict.State.UNSURE);
  }

  @Test
  public void theVoiceIsLearntAndKept() {
    record(sample);
    long frames = rig.profiles.load("", Models.spec()).frames();
    assertThat(frames).isGreaterThan(500);
    record(sample);
    assertThat(rig.profiles.load("", Models.spec()).frames()).isEqualTo(2 * frames);
  }

  @Test
  public void noVoiceIsLearntUnlessTheUserWants() {
    rig.preferences.edit().putBoolean(Settings.PROFILE_ENABLED, false).commit();
    record(sample);
    assertThat(rig.profiles.names()).isEmpty();
  }

  @Test
  public void aNetworkThatFailsEndsTheSessionAndKeepsWhatWasHeard() {
    rig.classifier = new BrokenClassifier(new LinearClassifier(Models.spec()), 20);
    rig.start();
    rig.microphone.play(sample);
    RecordingState end = rig.awaitEnd();
    assertThat(end.end()).isEqualTo(EndReason.FAILED);
    assertThat(end.problem()).contains("out of order");
    List<Segment> stored = rig.storedSegments();
    assertThat(stored).isNotEmpty();
    assertThat(stored.get(stored.size() - 1).endSeconds()).isGreaterThan(5);
    assertThat(rig.stored().summary().end()).isEqualTo(EndReason.FAILED);
  }

  @Test
  public void withoutPermissionNothingIsStored() {
    rig.allowMicrophone(false);
    rig.start();
    RecordingState end = rig.awaitEnd();
    assertThat(end.end()).isEqualTo(EndReason.PERMISSION_REVOKED);
    assertThat(end.sessionId()).isZero();
  }

  @Test
  public void stoppedWhileTheModelLoadsNothingIsStored() throws InterruptedException {
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    rig.opener =
        () -> {
          loading.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return new OpenedModel(rig.classifier, "00ff");
        };
    rig.start();
    loading.await();
    rig.session.stop(EndReason.STOPPED, "");
    go.countDown();
    RecordingState end = rig.awaitEnd();
    assertThat(end.end()).isEqualTo(EndReason.STOPPED);
    assertThat(end.sessionId()).isZero();
    assertThat(rig.microphone.records()).isZero();
    assertThat(rig.sessions.ids(SessionFilter.ALL)).isEmpty();
  }

  @Test
  public void whatIsTooShortForAVerdictIsNotKept() {
    rig.start();
    rig.microphone.play(new SyntheticSpeech(Rig.RATE, 4).speech(Voice.CALM, 0.3));
    rig.awaitHeard(0.3);
    RecordingState end = rig.stop();
    assertThat(end.end()).isEqualTo(EndReason.STOPPED);
    assertThat(end.sessionId()).isZero();
    assertThat(rig.sessions.ids(SessionFilter.ALL)).isEmpty();
  }

  @Test
  public void aPhoneThatGetsHotIsAskedHalfAsOften() {
    rig.start();
    rig.session.heatChanged(Heat.SEVERE);
    rig.await(RecordingState::slowed);
    rig.microphone.play(sample);
    rig.awaitHeard(14.5);
    rig.session.heatChanged(Heat.NORMAL);
    rig.await(state -> !state.slowed());
    int slow = distinctVerdicts();
    rig.microphone.play(sample);
    rig.awaitHeard(29);
    assertThat(slow).isBetween(28, 29);
    assertThat(distinctVerdicts() - slow).isBetween(57, 59);
    rig.stop();
    assertThat(rig.storedEvents())
        .containsExactly(EventKind.THERMAL_SLOW, EventKind.THERMAL_NORMAL);
  }

  private int distinctVerdicts() {
    return (int)
        rig.states.stream().map(RecordingState::verdict).filter(v -> v != null).distinct().count();
  }

  @Test
  public void aPhoneThatIsTooHotEndsTheSessionProperly() {
    rig.start();
    rig.microphone.play(sample);
    rig.awaitHeard(14.5);
    rig.session.heatChanged(Heat.CRITICAL);
    RecordingState end = rig.awaitEnd();
    assertThat(end.end()).isEqualTo(EndReason.OVERHEATED);
    assertThat(rig.stored().summary().end()).isEqualTo(EndReason.OVERHEATED);
    assertThat(rig.storedSegments())
        .isEqualTo(Rig.direct(new LinearClassifier(Models.spec()), sample, Rig.RATE));
  }

  @Test
  public void settingTheClockIsNotedAndChangesNothingElse() {
    rig.start();
    rig.session.clockChanged();
    rig.microphone.play(sample);
    rig.awaitHeard(14.5);
    rig.stop();
    assertThat(rig.storedEvents()).containsExactly(EventKind.CLOCK_CHANGED);
    assertThat(rig.storedSegments())
        .isEqualTo(Rig.direct(new LinearClassifier(Models.spec()), sample, Rig.RATE));
  }
}
