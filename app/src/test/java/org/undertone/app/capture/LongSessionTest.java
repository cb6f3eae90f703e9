// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Application;
import java.io.IOException;
import java.util.Locale;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.LooperMode;
import org.undertone.ser.SyntheticSpeech;
import org.undertone.ser.SyntheticSpeech.Voice;

/** Three hours, faster than they pass. */
@RunWith(RobolectricTestRunner.class)
@Config(application = Application.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class LongSessionTest {
  private static final int MINUTES = 180;
  private static final int WARM_UP_MINUTES = 15;
  private static final double MAX_GROWTH_MB = 8;

  @Test
  public void threeHoursTakeNoMoreMemoryThanAQuarterOfAnHour() throws IOException {
    float[] minute = minute();
    double warm = 0;
    double most = 0;
    long start = System.nanoTime();
    try (Rig rig = new Rig()) {
      rig.forgetful = true;
      rig.start();
      for (int done = 1; done <= MINUTES; done++) {
        rig.microphone.play(minute);
        rig.awaitHeard(60.0 * done);
        if (done == WARM_UP_MINUTES) {
          warm = heapMegabytes();
          most = warm;
        } else if (done % WARM_UP_MINUTES == 0) {
          most = Math.max(most, heapMegabytes());
        }
      }
      rig.stop();
      assertThat(rig.stored().summary().durationSeconds()).isEqualTo(60.0 * MINUTES);
      assertThat(rig.stored().events()).isEmpty();
      assertThat(rig.last().recent().get(0).endSeconds()).isGreaterThan(60.0 * MINUTES - 301);
      System.out.println(
          String.format(
              Locale.ROOT,
              "%d minutes in %.0f s: heap after GC %.2f MB after %d minutes, at most %.2f MB later; "
                  + "%d segments stored",
              MINUTES,
              (System.nanoTime() - start) / 1e9,
              warm,
              WARM_UP_MINUTES,
              most,
              rig.storedSegments().size()));
    }
    assertThat(most - warm).isLessThan(MAX_GROWTH_MB);
  }

  private static float[] minute() {
    SyntheticSpeech speaker = new SyntheticSpeech(Rig.RATE, 3);
    float[] talk =
        SyntheticSpeech.concat(
            speaker.speech(Voice.CALM, 20),
            speaker.noise(0.0005, 5),
            speaker.speech(Voice.AGITATED, 20),
            speaker.noise(0.0005, 5),
            speaker.speech(Voice.LOW, 10));
    return SyntheticSpeech.mix(talk, speaker.noise(0.0005, 60));
  }

  private static double heapMegabytes() {
    Runtime runtime = Runtime.getRuntime();
    double least = Double.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      least = Math.min(least, (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }
    return least;
  }
}
