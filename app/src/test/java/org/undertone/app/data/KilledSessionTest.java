// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Application;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.LooperMode;
import org.undertone.ser.audio.WavFormat;
import org.undertone.ser.audio.WavReader;

/** A process that is killed loses two seconds at most. */
@RunWith(RobolectricTestRunner.class)
@Config(application = Application.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class KilledSessionTest {
  private static final long LOSS_NANOS = TimeUnit.SECONDS.toNanos(2);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void aSessionWithoutAnEndIsClosedAtTheNextStart() throws Exception {
    long id;
    SampleRecording recording;
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      SessionWriter writer = store.begin(true);
      id = writer.sessionId();
      recording = new SampleRecording(writer, 1);
      recording.hear(100);
      writer.addSamples(new float[SessionStore.RATE], 0, SessionStore.RATE);
      SessionStore.await(() -> store.repository().scores(id).size() == 100);
      recording.hear(1);
      store.kill();
    }
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      assertThat(store.load(id).summary().end()).isEqualTo(EndReason.RUNNING);
      assertThat(formatOf(store.load(id).audio()).dataBytes()).isEqualTo(WavFormat.UNKNOWN);
      assertThat(store.repository().closeInterrupted()).isEqualTo(1);
      assertThat(store.repository().closeInterrupted()).isZero();
      SessionDetail detail = store.load(id);
      assertThat(detail.summary().end()).isEqualTo(EndReason.KILLED);
      assertThat(detail.summary().durationSeconds())
          .isEqualTo(recording.seconds() - SampleRecording.HOP_SECONDS);
      assertThat(formatOf(detail.audio()).dataBytes()).isEqualTo(2 * SessionStore.RATE);
    }
  }

  @Test
  public void beginningClosesWhatWasInterruptedButNotWhatIsBeingRecorded() throws Exception {
    long killed;
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      killed = store.begin(true).sessionId();
      store.kill();
    }
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      SessionWriter writer = store.begin(false);
      store.repository().start(0);
      assertThat(store.load(killed).summary().end()).isEqualTo(EndReason.KILLED);
      assertThat(store.load(killed).audio()).isNull();
      assertThat(store.load(writer.sessionId()).summary().end()).isEqualTo(EndReason.RUNNING);
      writer.end(EndReason.STOPPED, 0);
    }
  }

  private static WavFormat formatOf(File file) throws IOException {
    try (FileInputStream in = new FileInputStream(file)) {
      return new WavReader(in).format();
    }
  }

  /** The real thing: another process records, and is killed with no chance to say goodbye. */
  @Test
  public void aProcessThatIsKilledLosesTwoSecondsAtMost() throws Exception {
    List<Long> heardAt = new ArrayList<>();
    Process process = recordInAnotherProcess();
    long killedAt;
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals(KilledRecorder.HEARD)) {
          heardAt.add(System.nanoTime());
        }
        if (heardAt.size() == 100) {
          break;
        }
      }
      killedAt = System.nanoTime();
      process.destroyForcibly().waitFor();
    }
    assertThat(heardAt).as("windows heard before the process was killed").hasSize(100);
    long safe = heardAt.stream().filter(time -> time < killedAt - LOSS_NANOS).count();
    assertThat(safe).isGreaterThan(20);
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      assertThat(store.repository().closeInterrupted()).isEqualTo(1);
      long id = store.repository().ids(SessionFilter.ALL).get(0);
      SessionDetail detail = store.load(id);
      int stored = store.repository().scores(id).size();
      assertThat(stored).isBetween((int) safe, 101);
      assertThat(detail.segments()).isNotEmpty();
      double end = detail.segments().get(detail.segments().size() - 1).segment().endSeconds();
      assertThat(detail.summary().durationSeconds()).isEqualTo(end);
      long frames = formatOf(detail.audio()).dataBytes() / 2;
      assertThat(frames).isGreaterThanOrEqualTo(safe * KilledRecorder.SAMPLES);
      System.out.println("killed after 100 windows of 50 ms: " + stored + " were stored");
    }
  }

  private Process recordInAnotherProcess() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!argument.startsWith("-agent") && !argument.startsWith("-javaagent")) {
        command.add(argument);
      }
    }
    command.add("-D" + KilledRecorder.FOLDER + "=" + folder.getRoot());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("org.junit.runner.JUnitCore");
    command.add(KilledRecorder.class.getName());
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
