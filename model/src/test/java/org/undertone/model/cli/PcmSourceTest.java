// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

final class PcmSourceTest {
  @Test
  void joinsSamplesThatArriveInPieces() throws IOException {
    byte[] raw = TestSound.raw((short) 16384, (short) -32768, (short) 1);
    InputStream byteByByte =
        new ByteArrayInputStream(raw) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(1, length));
          }
        };
    float[] samples = new float[8];
    PcmSource source = new PcmSource(byteByByte, 16_000, 1, 4, () -> {});
    assertThat(source.read(samples, 0, 8)).isEqualTo(1);
    assertThat(source.read(samples, 1, 7)).isEqualTo(1);
    assertThat(source.read(samples, 2, 6)).isEqualTo(1);
    assertThat(source.read(samples, 3, 5)).isEqualTo(-1);
    assertThat(samples).startsWith(0.5f, -1f, 1 / 32768f);
  }

  @Test
  void averagesChannelsAndDropsHalfASample() throws IOException {
    byte[] raw = TestSound.raw((short) 16384, (short) 0, (short) 5);
    float[] samples = new float[8];
    PcmSource source = new PcmSource(new ByteArrayInputStream(raw), 48_000, 2, 4, () -> {});
    assertThat(source.read(samples, 0, 8)).isEqualTo(1);
    assertThat(samples[0]).isEqualTo(0.25f);
    assertThat(source.read(samples, 0, 8)).isEqualTo(-1);
  }
}
