// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes are, they read as samples or are refused by name. An ordinary build tries the
 * files of {@code WavReaderFuzzTestInputs}; with JAZZER_FUZZ=1 set, Jazzer makes up others.
 */
class WavReaderFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void readsAnyBytesOrRefusesThemByName(byte[] data) throws IOException {
    long frames = 0;
    int frameBytes;
    try (WavReader reader = new WavReader(new ByteArrayInputStream(data))) {
      frameBytes = reader.format().frameBytes();
      float[] block = new float[100];
      int count;
      while ((count = reader.read(block, 0, block.length)) >= 0) {
        check(count > 0, "a read without progress");
        frames += count;
        for (int i = 0; i < count; i++) {
          check(Math.abs(block[i]) <= 1, "a sample out of range");
        }
      }
      check(reader.read(block, 0, 1) == -1, "samples after the end");
    } catch (WavFormatException e) {
      check(e.offset() >= 0 && e.offset() <= data.length, "a fault outside the file");
      return;
    }
    check(frames * frameBytes <= data.length, "more samples than bytes");
  }

  @Test
  void committedSeedsAreThoseOfTheirGenerator() throws IOException {
    for (Map.Entry<String, byte[]> seed : WavFuzzSeeds.all().entrySet()) {
      String name = "WavReaderFuzzTestInputs/" + seed.getKey();
      try (InputStream in = WavReaderFuzzTest.class.getResourceAsStream(name)) {
        assertThat(in).as(name).isNotNull().hasBinaryContent(seed.getValue());
      }
    }
  }

  /** Cheaper than an assertion of AssertJ, of which fuzzing would make millions. */
  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
