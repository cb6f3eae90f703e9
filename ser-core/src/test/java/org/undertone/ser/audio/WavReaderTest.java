// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undertone.ser.audio.WavBytes.OPEN;
import static org.undertone.ser.audio.WavBytes.int16;
import static org.undertone.ser.audio.WavBytes.riff;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WavReaderTest {
  private static final float STEP = 1 / 32768f;

  @Test
  void readsMonoPcm16() throws IOException {
    WavReader reader = riff().fmt(1, 1, 16_000, 16).chunk("data", int16(0, 1, -32768)).reader();
    assertThat(reader.format()).isEqualTo(new WavFormat(16_000, 1, WavEncoding.PCM_16, 6));
    assertThat(reader.sampleRate()).isEqualTo(16_000);
    assertThat(mono(reader)).containsExactly(0, STEP, -1);
    assertThat(reader.truncated()).isFalse();
  }

  @Test
  void readsEveryIntegerWidth() throws IOException {
    assertThat(mono(riff().fmt(1, 1, 8000, 8).chunk("data", bytes(0, 128, 255)).reader()))
        .containsExactly(-1, 0, 127 / 128f);
    byte[] pcm24 = bytes(0, 0, 0x80, 0xFF, 0xFF, 0xFF, 0, 0, 0x40);
    assertThat(mono(riff().fmt(1, 1, 8000, 24).chunk("data", pcm24).reader()))
        .containsExactly(-1, -1 / 8388608f, 0.5f);
    byte[] pcm32 = WavBytes.content(WavBytes.little(8).putInt(Integer.MIN_VALUE).putInt(1 << 30));
    assertThat(mono(riff().fmt(1, 1, 8000, 32).chunk("data", pcm32).reader()))
        .containsExactly(-1, 0.5f);
  }

  @Test
  void readsWhatIsNotFiniteAsSilenceAndClipsWhatIsTooLoud() throws IOException {
    ByteBuffer floats = WavBytes.little(20).putFloat(Float.NaN).putFloat(0.25f);
    floats.putFloat(Float.NEGATIVE_INFINITY).putFloat(1.5f).putFloat(-1e30f);
    assertThat(mono(riff().fmt(3, 1, 8000, 32).chunk("data", WavBytes.content(floats)).reader()))
        .containsExactly(0, 0.25f, 0, 1, -1);
    ByteBuffer doubles = WavBytes.little(24).putDouble(Double.NaN).putDouble(1e300).putDouble(0.5);
    assertThat(mono(riff().fmt(3, 1, 8000, 64).chunk("data", WavBytes.content(doubles)).reader()))
        .containsExactly(0, 1, 0.5f);
  }

  @Test
  void averagesAllChannelsOrGivesThemAll() throws IOException {
    WavBytes file = riff().fmt(1, 3, 8000, 16).chunk("data", int16(3, 6, 0, -3, 0, 0));
    assertThat(mono(file.reader())).containsExactly(3 * STEP, -STEP);
    float[] frames = new float[7];
    WavReader reader = file.reader();
    assertThat(reader.readFrames(frames, 1, 2)).isEqualTo(2);
    assertThat(frames).containsExactly(0, 3 * STEP, 6 * STEP, 0, -3 * STEP, 0, 0);
    assertThat(reader.readFrames(frames, 0, 2)).isEqualTo(-1);
  }

  @Test
  void readsExtensibleFormats() throws IOException {
    assertThat(riff().extensible(1, 6, 48_000, 24).chunk("data").reader().format())
        .isEqualTo(WavFormat.of(48_000, 6, WavEncoding.PCM_24));
    assertThat(riff().extensible(3, 2, 48_000, 32).chunk("data").reader().format())
        .isEqualTo(WavFormat.of(48_000, 2, WavEncoding.FLOAT_32));
  }

  @Test
  void skipsOtherChunksOfOddSizeAndIgnoresWhatFollowsTheData() throws IOException {
    WavBytes file =
        riff()
            .chunk("JUNK", new byte[3])
            .fmt(1, 1, 48_000, 16)
            .chunk("FLLR", new byte[4045])
            .chunk("data", int16(5))
            .chunk("LIST", new byte[26]);
    assertThat(mono(file.reader())).containsExactly(5 * STEP);
  }

  @Test
  void toleratesPadByteAfterOddFormatChunk() throws IOException {
    byte[] fmt = Arrays.copyOf(WavBytes.fmtContent(1, 1, 8000, 2, 16), 19);
    assertThat(mono(riff().chunk("fmt ", fmt).chunk("data", int16(5)).reader()))
        .containsExactly(5 * STEP);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, OPEN})
  void readsToTheEndWhereTheSizeWasLeftOpen(long size) throws IOException {
    WavReader reader =
        riff().fmt(1, 1, 8000, 16).chunkOfSize("data", size, int16(1, 2, 3)).reader();
    assertThat(reader.format().dataBytes()).isEqualTo(WavFormat.UNKNOWN);
    assertThat(mono(reader)).containsExactly(STEP, 2 * STEP, 3 * STEP);
    assertThat(reader.truncated()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, OPEN})
  void takesNothingAfterAnOpenSizeForAnEmptyRecording(long size) throws IOException {
    WavReader reader = riff().fmt(1, 1, 8000, 16).chunkOfSize("data", size).reader();
    assertThat(mono(reader)).isEmpty();
    assertThat(reader.truncated()).isFalse();
  }

  @Test
  void readsTruncatedFileUpToItsEnd() throws IOException {
    byte[] most = {1, 0, 2, 0, 3};
    WavReader reader = riff().fmt(1, 1, 8000, 16).chunkOfSize("data", 1000, most).reader();
    assertThat(mono(reader)).containsExactly(STEP, 2 * STEP);
    assertThat(reader.truncated()).isTrue();
  }

  @Test
  void tellsTruncationOnAFrameBoundaryAndOfOpenSizes() throws IOException {
    WavReader declared = riff().fmt(1, 1, 8000, 16).chunkOfSize("data", 1000, int16(1)).reader();
    assertThat(mono(declared)).hasSize(1);
    assertThat(declared.truncated()).isTrue();
    WavReader open = riff().fmt(1, 2, 8000, 16).chunkOfSize("data", OPEN, int16(1, 2, 3)).reader();
    assertThat(mono(open)).hasSize(1);
    assertThat(open.truncated()).isTrue();
  }

  @Test
  void dropsAPartialFrameThatIsDeclared() throws IOException {
    WavReader reader =
        riff().fmt(1, 1, 8000, 16).chunk("data", (byte) 1, (byte) 0, (byte) 9).reader();
    assertThat(mono(reader)).containsExactly(STEP);
    assertThat(reader.truncated()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RF64", "BW64"})
  void takesTheSizeOf64BitFilesFromTheirDs64Chunk(String riff) throws IOException {
    WavReader reader =
        WavBytes.form(riff, "WAVE")
            .ds64(4)
            .fmt(1, 1, 8000, 16)
            .chunkOfSize("data", OPEN, int16(1, 2, 3))
            .reader();
    assertThat(reader.format().dataBytes()).isEqualTo(4);
    assertThat(mono(reader)).containsExactly(STEP, 2 * STEP);
    WavBytes huge = WavBytes.form(riff, "WAVE").ds64(1L << 40).fmt(1, 1, 8000, 16);
    WavReader short64 = huge.chunkOfSize("data", OPEN, int16(1)).reader();
    assertThat(short64.format().dataBytes()).isEqualTo(1L << 40);
    assertThat(mono(short64)).containsExactly(STEP);
    assertThat(short64.truncated()).isTrue();
  }

  @Test
  void readsStreamsThatDribble() throws IOException {
    int[] values = new int[2000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    byte[] all = riff().fmt(1, 2, 8000, 16).chunk("data", int16(values)).bytes();
    InputStream dribble =
        new ByteArrayInputStream(all) {
          private int calls;

          @Override
          public synchronized int read(byte[] b, int off, int len) {
            // Also no bytes at all, which InputStream forbids and some streams do.
            return super.read(b, off, Math.min(len, calls++ % 4));
          }
        };
    assertThat(mono(new WavReader(dribble)))
        .isEqualTo(mono(new WavReader(new ByteArrayInputStream(all))))
        .hasSize(1000);
  }

  @Test
  void doesNotWaitForMoreThanIsThereOnALiveStream() throws IOException {
    byte[] head = riff().fmt(1, 1, 8000, 16).chunkOfSize("data", OPEN, int16(1, 2)).bytes();
    InputStream live =
        new ByteArrayInputStream(head) {
          @Override
          public synchronized int read(byte[] b, int off, int len) {
            assertThat(available()).as("what a live stream still has").isPositive();
            return super.read(b, off, len);
          }
        };
    WavReader reader = new WavReader(live);
    assertThat(reader.read(new float[100], 0, 100)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chirp", "noise", "clipped", "short", "silence"})
  void readsTheGoldenRecordingsAsTheJdkDoes(String name)
      throws IOException, UnsupportedAudioFileException {
    byte[] file;
    try (InputStream in = WavReaderTest.class.getResourceAsStream("/golden/" + name + ".wav")) {
      file = in.readAllBytes();
    }
    AudioInputStream jdk = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file));
    ByteBuffer pcm = ByteBuffer.wrap(jdk.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(jdk.getFormat().getSampleSizeInBits()).isEqualTo(16);
    float[] expected = new float[(int) jdk.getFrameLength()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = pcm.getShort() / 32768f;
    }
    WavReader reader = new WavReader(new ByteArrayInputStream(file));
    assertThat(reader.sampleRate()).isEqualTo((int) jdk.getFormat().getSampleRate());
    assertThat(mono(reader)).isEqualTo(expected);
    assertThat(reader.truncated()).isFalse();
  }

  static float[] mono(WavReader reader) throws IOException {
    var all = new ResamplerTest.Collector();
    float[] block = new float[777];
    int count;
    while ((count = reader.read(block, 0, block.length)) >= 0) {
      assertThat(count).isPositive();
      all.accept(block, 0, count);
    }
    return all.samples();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
