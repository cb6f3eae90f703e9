// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import be.tarsos.dsp.AudioDispatcher;
import be.tarsos.dsp.io.TarsosDSPAudioFormat;
import be.tarsos.dsp.io.UniversalAudioInputStream;
import java.io.ByteArrayInputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SampleProcessorTest {

  @ParameterizedTest
  @CsvSource({"512, 0", "512, 256", "400, 240", "1, 0"})
  void everySampleThatADispatcherReadsArrivesOnce(int bufferSize, int overlap) {
    short[] pcm = new short[16_000];
    for (int i = 0; i < pcm.length; i++) {
      pcm[i] = (short) (i * 31);
    }
    byte[] bytes = new byte[2 * pcm.length];
    for (int i = 0; i < pcm.length; i++) {
      bytes[2 * i] = (byte) pcm[i];
      bytes[2 * i + 1] = (byte) (pcm[i] >> 8);
    }
    float[] heard = new float[pcm.length + bufferSize];
    AtomicInteger size = new AtomicInteger();
    AtomicInteger ends = new AtomicInteger();
    AudioDispatcher dispatcher =
        new AudioDispatcher(
            new UniversalAudioInputStream(
                new ByteArrayInputStream(bytes),
                new TarsosDSPAudioFormat(16_000, 16, 1, true, false)),
            bufferSize,
            overlap);
    dispatcher.setZeroPadLastBuffer(false);
    dispatcher.addAudioProcessor(
        new SampleProcessor(
            (samples, offset, length) -> {
              System.arraycopy(samples, offset, heard, size.getAndAdd(length), length);
            },
            ends::incrementAndGet));

    dispatcher.run();

    assertThat(ends).hasValue(1);
    assertThat(size).hasValue(pcm.length);
    for (int i = 0; i < pcm.length; i++) {
      assertThat(heard[i]).isCloseTo(pcm[i] / 32767f, within(1e-4f));
    }
  }
}
