// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Application;
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
import org.undertone.ser.LinearClassifier;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.infer.Models;
import org.undertone.ser.timeline.Segment;

/** Phones that do not know the model's rate. */
@RunWith(RobolectricTestRunner.class)
@Config(application = Application.class, shadows = ShadowPhoneMicrophone.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class SampleRateTest {
  private Rig rig;

  @Before
  public void open() {
    rig = new Rig();
    ShadowPhoneMicrophone.microphone = rig.microphone;
    ShadowPhoneMicrophone.REFUSED.clear();
    ShadowPhoneMicrophone.REFUSALS.set(Integer.MAX_VALUE);
  }

  @After
  public void close() throws IOException {
    rig.close();
  }

  private void recordsAt(int rate) {
    float[] samples = Rig.rounded(new SyntheticSpeech(rate, 6).speech(Voice.CALM, 6));
    rig.microphone.readOnlyWhile(
        () -> rig.microphone.samplesRead() < (rig.last().elapsedSeconds() + 4) * rate);
    rig.start();
    rig.microphone.play(samples);
    rig.awaitHeard(5.9);
    rig.stop();
    assertThat(rig.microphone.record().getSampleRate()).isEqualTo(rate);
    List<Segment> expected = Rig.direct(new LinearClassifier(Models.spec()), samples, rate);
    assertThat(rig.storedSegments()).isEqualTo(expected);
    assertThat(rig.stored().sampleRate()).isEqualTo(Rig.RATE);
  }

  @Test
  public void aPhoneThatKnowsTheModelsRateIsAskedForIt() {
    recordsAt(16_000);
  }

  @Test
  public void otherwiseItIs48Kilohertz() {
    ShadowPhoneMicrophone.REFUSED.add(16_000);
    recordsAt(48_000);
  }

  @Test
  public void otherwiseItIs44100Hertz() {
    ShadowPhoneMicrophone.REFUSED.addAll(Set.of(16_000, 48_000));
    recordsAt(44_100);
  }

  @Test
  public void aMicrophoneThatIsJustBeingLetGoIsWaitedFor() {
    ShadowPhoneMicrophone.REFUSED.addAll(Set.of(16_000, 48_000, 44_100));
    ShadowPhoneMicrophone.REFUSALS.set(4);
    recordsAt(48_000);
  }

  @Test
  public void aPhoneThatKnowsNoneSaysWhatWasTriedAndStoresNothing() {
    ShadowPhoneMicrophone.REFUSED.addAll(Set.of(16_000, 48_000, 44_100));
    rig.start();
    RecordingState end = rig.awaitEnd();
    assertThat(end.end()).isEqualTo(EndReason.MICROPHONE_LOST);
    assertThat(end.problem()).contains("16000 Hz", "48000 Hz", "44100 Hz");
    assertThat(end.sessionId()).isZero();
  }
}
