// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Application;
import java.io.IOException;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.LooperMode;
import org.undertone.app.data.AlertFeedback;
import org.undertone.app.data.SessionMode;
import org.undertone.ser.Emotion;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.timeline.DriverState;

/** A drive with a driver whom the network always takes for angry. */
@RunWith(RobolectricTestRunner.class)
@Config(application = Application.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class DriveSessionTest {
  private final float[] speech = new SyntheticSpeech(Rig.RATE, 7).speech(Voice.AGITATED, 30);
  private Rig rig;

  @Before
  public void open() {
    rig = new Rig();
    rig.classifier = new SureClassifier(Emotion.ANGRY);
  }

  @After
  public void close() throws IOException {
    rig.close();
  }

  private void drive() {
    rig.start(SessionMode.DRIVER);
    rig.microphone.play(speech);
    rig.awaitHeard(30);
  }

  @Test
  public void lastingTensionAlertsOnceAndTheAnswerIsKept() {
    drive();
    assertThat(rig.alerts).hasSize(1);
    assertThat(rig.last().driver().state()).isEqualTo(DriverState.TENSE);
    assertThat(rig.last().driver().alert()).isEqualTo(rig.alerts.get(0));
    assertThat(rig.last().driver().quietSeconds()).isPositive();
    assertThat(rig.last().driver().alerts()).isEqualTo(1);
    rig.session.answerAlert(AlertFeedback.ACKNOWLEDGED);
    rig.await(state -> state.driver().alert() == null);
    rig.stop();
    assertThat(rig.stored().alerts()).hasSize(1);
    assertThat(rig.stored().alerts().get(0).alert()).isEqualTo(rig.alerts.get(0));
    assertThat(rig.stored().alerts().get(0).feedback()).isEqualTo(AlertFeedback.ACKNOWLEDGED);
  }

  @Test
  public void wrongForgetsTheEvidence() {
    drive();
    rig.session.answerAlert(AlertFeedback.WRONG);
    rig.await(state -> state.driver().state() == DriverState.UNSURE);
    rig.stop();
    assertThat(rig.stored().alerts().get(0).feedback()).isEqualTo(AlertFeedback.WRONG);
  }

  @Test
  public void theSoundOfAnAlertIsNotTakenForTheDriver() {
    rig.alertSounds = true;
    drive();
    assertThat(rig.alerts).isEmpty();
    assertThat(rig.last().driver().state()).isEqualTo(DriverState.UNSURE);
    assertThat(rig.last().verdict().emotion()).isEqualTo(Emotion.ANGRY);
  }

  /** Nobody is as tense after half an hour on the phone because of what was said before. */
  @Test
  public void aCallEndsTheWaitForAnAnswerAndTheState() {
    drive();
    assertThat(rig.last().driver().alert()).isNotNull();
    rig.callOn = true;
    rig.await(state -> state.phase() == Phase.INTERRUPTED);
    rig.clockMillis.addAndGet(1_800_000);
    rig.callOn = false;
    rig.microphone.play(new float[Rig.RATE]);
    rig.await(
        state -> state.phase() == Phase.LISTENING && state.driver().state() == DriverState.UNSURE);
    assertThat(rig.last().driver().alert()).isNull();
    assertThat(rig.last().driver().quietSeconds()).isZero();
    assertThat(rig.last().driver().alerts()).isEqualTo(1);
  }

  @Test
  public void liveModeDoesNotAlert() {
    rig.start(SessionMode.LIVE);
    rig.microphone.play(speech);
    rig.awaitHeard(30);
    assertThat(rig.alerts).isEmpty();
    assertThat(rig.last().driver()).isEqualTo(DriverStatus.START);
  }
}
