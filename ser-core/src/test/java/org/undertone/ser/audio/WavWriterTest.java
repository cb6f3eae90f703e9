// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WavWriterTest {

  static Stream<Arguments> formats() {
    return Arrays.stream(WavEncoding.values())
        .flatMap(
            encoding ->
                Stream.iterate(1, n -> n <= WavFormat.MAX_CHANNELS, n -> n + 1)
                    .map(channels -> Arguments.of(encoding, channels)));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void readsBackWhatItWrites(WavEncoding encoding, int channels) throws IOException {
    int frames = 1237;
    float[] samples = ResamplerTest.noise(frames * channels);
    WavFormat format = WavFormat.of(22_050, channels, encoding);
    for (WavFormat declared : new WavFormat[] {format, format.withFrames(frames)}) {
      WavReader reader = new WavReader(new ByteArrayInputStream(write(declared, samples)));
      assertThat(reader.format()).isEqualTo(declared);
      float[] back = new float[samples.length];
      int got = 0;
      int count;
      while ((count = reader.readFrames(back, got * channels, frames - got)) > 0) {
        got += count;
      }
      assertThat(got).isEqualTo(frames);
      assertThat(reader.readFrames(new float[8], 0, 1)).isEqualTo(-1);
      assertThat(reader.truncated()).isFalse();
      // Half a step, or a whole one at the top, where rounding up would leave the range.
      float tolerance = encoding.isFloat() ? 0 : Math.scalb(1f, 1 - Math.min(encoding.bits(), 25));
      for (int i = 0; i < samples.length; i++) {
        assertThat(back[i]).isCloseTo(samples[i], within(tolerance));
      }
      // The second generation is the same as the first.
      assertThat(write(declared, back)).isEqualTo(write(declared, samples));
    }
  }

  @Test
  void keepsEvery16BitValue() throws IOException {
    float[] all = new float[65536];
    for (int i = 0; i < all.length; i++) {
      all[i] = (i - 32768) / 32768f;
    }
    byte[] file = write(WavFormat.of(16_000, 1, WavEncoding.PCM_16), all);
    assertThat(WavReaderTest.mono(new WavReader(new ByteArrayInputStream(file)))).isEqualTo(all);
  }

  @ParameterizedTest
  @EnumSource(WavEncoding.class)
  void clipsWhatIsTooLoudAndSilencesWhatIsNotFinite(WavEncoding encoding) throws IOException {
    float[] wild = {2, -2, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
    byte[] file = write(WavFormat.of(16_000, 1, encoding), wild);
    float[] back = WavReaderTest.mono(new WavReader(new ByteArrayInputStream(file)));
    assertThat(back[0]).isCloseTo(1, within(1 / 128f));
    assertThat(Arrays.copyOfRange(back, 1, 5)).containsExactly(-1, 0, 0, 0);
  }

  @Test
  void writesTheUsualHeader() throws IOException {
    byte[] samples = WavBytes.int16(1, -1);
    byte[] expected =
        new WavBytes()
            .text("RIFF")
            .int32(40)
            .text("WAVE")
            .fmt(1, 1, 16_000, 16)
            .chunk("data", samples)
            .bytes();
    WavFormat format = WavFormat.of(16_000, 1, WavEncoding.PCM_16).withFrames(2);
    assertThat(write(format, new float[] {1 / 32768f, -1 / 32768f})).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void headerForAKnownSizeReplacesTheOpenOne(WavEncoding encoding, int channels)
      throws IOException {
    WavFormat format = WavFormat.of(16_000, channels, encoding);
    float[] samples = ResamplerTest.noise(10 * channels);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WavWriter writer = new WavWriter(out, format);
    writer.write(samples, 0, 10);
    byte[] header = writer.header();
    writer.close();
    byte[] patched = out.toByteArray();
    System.arraycopy(header, 0, patched, 0, header.length);
    assertThat(patched).isEqualTo(write(format.withFrames(10), samples));
  }

  @Test
  void padsDataOfOddSize() throws IOException {
    WavFormat format = WavFormat.of(8000, 1, WavEncoding.PCM_8);
    assertThat(write(format.withFrames(3), new float[3])).hasSize(44 + 4).endsWith(128, 0);
    assertThat(write(format, new float[3])).hasSize(44 + 3);
  }

  @Test
  void refusesMoreOrFewerFramesThanDeclared() throws IOException {
    WavFormat three = WavFormat.of(8000, 1, WavEncoding.PCM_16).withFrames(3);
    WavWriter writer = new WavWriter(new ByteArrayOutputStream(), three);
    writer.write(new float[2], 0, 2);
    assertThatIllegalStateException()
        .isThrownBy(() -> writer.write(new float[2], 0, 2))
        .withMessageContaining("declares 3 frames; these would make 4");
    assertThatIOException().isThrownBy(writer::close).withMessageContaining("only 2 were written");
    assertThatIllegalStateException().isThrownBy(() -> writer.write(new float[1], 0, 1));
  }

  @Test
  void refusesSizesThatNoHeaderCanHold() {
    WavFormat format = WavFormat.of(8000, 2, WavEncoding.PCM_16);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WavWriter.header(format.withFrames(1L << 30)))
        .withMessageContaining("too many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WavWriter.header(new WavFormat(8000, 2, WavEncoding.PCM_16, 6)))
        .withMessageContaining("whole frames");
  }

  private static byte[] write(WavFormat format, float[] samples) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WavWriter writer = new WavWriter(out, format)) {
      int frames = samples.length / format.channels();
      int half = frames / 2;
      writer.write(samples, 0, half);
      writer.write(samples, half * format.channels(), frames - half);
      assertThat(writer.framesWritten()).isEqualTo(frames);
    }
    return out.toByteArray();
  }
}
