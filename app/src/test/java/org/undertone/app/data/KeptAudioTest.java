// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.undertone.ser.audio.WavReader;

/** The audio of a session, on its way into a file. */
public final class KeptAudioTest {
  private static final int RATE = 16_000;
  private static final int BLOCK = 512;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private File file() {
    return new File(folder.getRoot(), "session-1.wav");
  }

  @Test
  public void isReadBackAsItWasAddedInBlocksOfAnySize() throws Exception {
    Random random = new Random(1);
    float[] samples = new float[40 * RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = random.nextInt(65_536) / 32_768f - 1;
    }
    KeptAudio audio = new KeptAudio(file(), RATE);
    int next = 0;
    while (next < samples.length) {
      int count = Math.min(samples.length - next, 1 + random.nextInt(5000));
      audio.add(samples, next, count);
      next += count;
      if (random.nextInt(3) == 0) {
        audio.write();
      }
    }
    audio.write();
    assertThat(audio.finish()).isEqualTo(40);
    float[] read = new float[samples.length + 1];
    try (WavReader reader = new WavReader(new FileInputStream(file()))) {
      assertThat(reader.format().dataBytes()).isEqualTo(2L * samples.length);
      int count = 0;
      for (int n = reader.read(read, 0, read.length); n > 0; ) {
        count += n;
        n = reader.read(read, count, read.length - count);
      }
      assertThat(count).isEqualTo(samples.length);
    }
    for (int i = 0; i < samples.length; i++) {
      assertThat(read[i]).isCloseTo(samples[i], Offset.offset(1e-4f));
    }
  }

  @Test
  public void threeHoursTakeNoMoreMemoryThanAMinute() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    float[] block = new float[BLOCK];
    KeptAudio audio = new KeptAudio(file(), RATE, OutputStream.nullOutputStream());
    keep(audio, block, 60);
    long before = threads.getCurrentThreadAllocatedBytes();
    keep(audio, block, 3 * 3600);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    System.out.println("three hours of audio allocated " + bytes + " bytes");
    // A second's write asks once how much space there is.
    assertThat(bytes).isLessThan(3 * 3600 * 1000L);
  }

  private static void keep(KeptAudio audio, float[] block, int seconds) throws IOException {
    for (int second = 0; second < seconds; second++) {
      for (int sample = 0; sample < RATE; sample += BLOCK) {
        audio.add(block, 0, BLOCK);
      }
      audio.write();
    }
  }

  @Test
  public void whatDoesNotFitTheMemoryEndsTheAudioWithoutAHole() throws Exception {
    KeptAudio audio = new KeptAudio(file(), RATE);
    for (int second = 0; second < 20; second++) {
      audio.add(new float[RATE], 0, RATE);
    }
    assertThatThrownBy(audio::write).hasMessageContaining("too slow");
    assertThat(audio.finish()).isEqualTo(16);
  }

  @Test
  public void nothingAddedLeavesNoFile() throws Exception {
    assertThat(new KeptAudio(file(), RATE).finish()).isZero();
    assertThat(file()).doesNotExist();
  }
}
