// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResampledSourceTest {

  @ParameterizedTest
  @CsvSource({"48000,16000", "8000,16000", "16000,16000", "24414,16000", "4000,384000"})
  void givesWhatTheResamplerGives(int inRate, int outRate) throws IOException {
    float[] noise = ResamplerTest.noise(5000);
    ArraySource source = new ArraySource(noise, inRate);
    var all = new ResamplerTest.Collector();
    try (ResampledSource resampled = new ResampledSource(source, outRate)) {
      assertThat(resampled.sampleRate()).isEqualTo(outRate);
      assertThat(resampled.read(new float[0], 0, 0)).isZero();
      float[] block = new float[100];
      int count;
      while ((count = resampled.read(block, 3, 97)) >= 0) {
        assertThat(count).isPositive();
        all.accept(block, 3, count);
      }
      assertThat(resampled.read(block, 0, 1)).isEqualTo(-1);
    }
    assertThat(all.samples()).isEqualTo(ResamplerTest.resample(inRate, outRate, noise));
    assertThat(source.closed).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"48000,16000", "4000,384000"})
  void endsAtOnceWhenThereIsNothing(int inRate, int outRate) throws IOException {
    try (var resampled = new ResampledSource(new ArraySource(new float[0], inRate), outRate)) {
      assertThat(resampled.read(new float[10], 0, 10)).isEqualTo(-1);
    }
  }

  /** Hands out an array in blocks of changing size. */
  private static final class ArraySource implements AudioSource {
    private final float[] samples;
    private final int rate;
    private int at;
    private boolean closed;

    ArraySource(float[] samples, int rate) {
      this.samples = samples;
      this.rate = rate;
    }

    @Override
    public int sampleRate() {
      return rate;
    }

    @Override
    public int read(float[] into, int offset, int length) {
      if (at == samples.length) {
        return -1;
      }
      int count = Math.min(Math.min(length, 1 + at % 700), samples.length - at);
      System.arraycopy(samples, at, into, offset, count);
      at += count;
      return count;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
