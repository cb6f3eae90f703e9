// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import android.app.Application;
import java.io.File;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.LooperMode;

/** Records until its process is killed: what {@link KilledSessionTest} starts, and no test itself. */
@RunWith(RobolectricTestRunner.class)
@Config(application = Application.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class KilledRecorder {
  /** The property that names the folder to record to. */
  static final String FOLDER = "undertone.killed.folder";

  /** Printed after each window. */
  static final String HEARD = "heard a window";

  /** Samples of each window's 50 ms. */
  static final int SAMPLES = SessionStore.RATE / 20;

  @Test
  public void recordsForever() throws Exception {
    try (SessionStore store = new SessionStore(new File(System.getProperty(FOLDER)))) {
      SessionWriter writer = store.begin(true);
      SampleRecording recording = new SampleRecording(writer, 1);
      while (true) {
        recording.hear(1);
        writer.addSamples(new float[SAMPLES], 0, SAMPLES);
        System.out.println(HEARD);
        Thread.sleep(50);
      }
    }
  }
}
