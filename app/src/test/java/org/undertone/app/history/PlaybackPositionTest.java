// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.EOFException;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.undertone.ser.audio.WavEncoding;
import org.undertone.ser.audio.WavFormat;
import org.undertone.ser.audio.WavWriter;

/** Where playback stands, and that it reads from there. */
public final class PlaybackPositionTest {
  private static final int RATE = 16_000;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void countsFromWhereItBegan() {
    PlaybackPosition position = new PlaybackPosition(RATE, 8_000);
    assertThat(position.seconds(0)).isEqualTo(0.5);
    assertThat(position.seconds(RATE)).isEqualTo(1.5);
  }

  @Test
  public void takesTheCounterAsUnsigned() {
    PlaybackPosition position = new PlaybackPosition(RATE, 0);
    assertThat(position.seconds(Integer.MIN_VALUE)).isEqualTo((1L << 31) / (double) RATE);
  }

  @Test
  public void readsFromAnyFrame() throws IOException {
    File file = ramp(WavFormat.of(RATE, 1, WavEncoding.PCM_16).withFrames(100), 100);
    try (PlaybackFile audio = new PlaybackFile(file)) {
      assertThat(audio.frames()).isEqualTo(100);
      audio.seek(90);
      float[] block = new float[64];
      assertThat(audio.read(block)).isEqualTo(10);
      assertThat(block[0]).isCloseTo(0.9f, within(1e-4f));
      assertThat(audio.read(block)).isEqualTo(-1);
    }
  }

  @Test
  public void readsAFileThatStillGrows() throws IOException {
    File file = folder.newFile("growing.wav");
    try (OutputStream out = new FileOutputStream(file);
        WavWriter writer = new WavWriter(out, WavFormat.of(RATE, 1, WavEncoding.PCM_16));
        PlaybackFile audio = new PlaybackFile(file)) {
      assertThat(audio.frames()).isZero();
      writer.write(new float[RATE], 0, RATE);
      out.flush();
      assertThat(audio.seconds()).isEqualTo(1);
      audio.seek(RATE - 1);
      assertThat(audio.read(new float[8])).isEqualTo(1);
      writer.write(new float[RATE], 0, RATE);
      out.flush();
      assertThat(audio.read(new float[8])).isEqualTo(8);
    }
  }

  @Test
  public void doesNotPlayWhatFollowsTheSamples() throws IOException {
    File file = ramp(WavFormat.of(RATE, 1, WavEncoding.PCM_16).withFrames(100), 100);
    try (OutputStream out = new FileOutputStream(file, true)) {
      out.write(new byte[400]);
    }
    try (PlaybackFile audio = new PlaybackFile(file)) {
      assertThat(audio.frames()).isEqualTo(100);
      audio.seek(99);
      assertThat(audio.read(new float[8])).isEqualTo(1);
      assertThat(audio.read(new float[8])).isEqualTo(-1);
    }
  }

  @Test
  public void saysWhenThereIsNothingToPlay() throws IOException {
    assertThatThrownBy(() -> new PlaybackFile(new File(folder.getRoot(), "none.wav")))
        .isInstanceOf(FileNotFoundException.class);
    File file = ramp(WavFormat.of(RATE, 1, WavEncoding.PCM_16).withFrames(10), 10);
    try (PlaybackFile audio = new PlaybackFile(file)) {
      assertThatThrownBy(() -> audio.seek(10)).isInstanceOf(EOFException.class);
    }
  }

  /** Writes samples of 0, 0.01, 0.02 and so on. */
  private File ramp(WavFormat format, int frames) throws IOException {
    File file = folder.newFile();
    try (WavWriter writer = new WavWriter(new FileOutputStream(file), format)) {
      float[] samples = new float[frames];
      for (int i = 0; i < frames; i++) {
        samples[i] = i / 100f;
      }
      writer.write(samples, 0, frames);
    }
    return file;
  }
}
