// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;

public final class SampleRingTest {
  private static final int LENGTH = 7;

  @Test
  public void nothingIsLostOrReorderedBetweenTwoThreads() throws InterruptedException {
    SampleRing ring = new SampleRing(16, LENGTH);
    int blocks = 200_000;
    Thread writer =
        new Thread(
            () -> {
              float[] block = new float[LENGTH];
              for (int i = 0; i < blocks; i++) {
                Arrays.fill(block, i);
                ring.write(block, 0, 1 + i % LENGTH, i);
              }
            });
    writer.start();
    long[] next = {0};
    int[] wrong = {0};
    boolean more = true;
    while (more) {
      boolean alive = writer.isAlive();
      boolean any =
          ring.poll(
              (samples, length, nanos, lost) -> {
                long skipped = 0;
                for (long i = next[0]; i < nanos; i++) {
                  skipped += 1 + i % LENGTH;
                }
                wrong[0] += skipped == lost && length == 1 + nanos % LENGTH ? 0 : 1;
                for (int i = 0; i < length; i++) {
                  wrong[0] += samples[i] == nanos ? 0 : 1;
                }
                next[0] = nanos + 1;
              });
      more = any || alive;
    }
    writer.join();
    assertThat(wrong[0]).isZero();
    assertThat(next[0]).isPositive();
  }

  @Test
  public void aFullRingDropsTheNewestAndSaysHowMany() {
    SampleRing ring = new SampleRing(2, LENGTH);
    for (int i = 0; i < 5; i++) {
      ring.write(new float[] {i, i, i}, 0, 3, i);
    }
    List<String> taken = new ArrayList<>();
    SampleRing.BlockSink sink =
        (samples, length, nanos, lost) -> taken.add(samples[0] + " lost " + lost);
    ring.poll(sink);
    ring.write(new float[] {5, 5}, 0, 2, 5);
    while (ring.poll(sink)) {
      assertThat(taken).hasSizeLessThan(9);
    }
    assertThat(taken).containsExactly("0.0 lost 0", "1.0 lost 0", "5.0 lost 9");
  }

  @Test
  public void moreThanABlockIsWrittenInParts() {
    SampleRing ring = new SampleRing(8, LENGTH);
    ring.write(new float[20], 2, 16, 1);
    List<Integer> lengths = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = ring.poll((samples, length, nanos, lost) -> lengths.add(length));
    }
    assertThat(lengths).containsExactly(7, 7, 2);
  }
}
