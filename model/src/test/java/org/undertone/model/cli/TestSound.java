// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sound for tests: a buzz in syllables, which the speech gate takes for speech, and silence. */
final class TestSound {
  static final int RATE = 16_000;

  private TestSound() {}

  /** Returns a voice of a pitch in Hz that says four syllables a second. */
  static short[] voice(double seconds, double pitch) {
    short[] samples = new short[(int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      double t = (double) i / RATE;
      double syllable = Math.max(0, Math.sin(2 * Math.PI * 4 * t));
      double sum = 0;
      for (int harmonic = 1; harmonic * pitch < 4000; harmonic++) {
        sum += Math.sin(2 * Math.PI * harmonic * pitch * t) / harmonic;
      }
      samples[i] = (short) (6000 * syllable * sum);
    }
    return samples;
  }

  /** Returns the samples as raw little-endian bytes. */
  static byte[] raw(short... samples) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asShortBuffer().put(samples);
    return buffer.array();
  }

  /** Writes a WAV file and returns its path. */
  static Path wav(Path file, short... samples) throws IOException {
    byte[] data = raw(samples);
    ByteBuffer wav = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(36 + data.length).put(ascii("WAVEfmt ")).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(data.length).put(data);
    Files.createDirectories(file.getParent());
    return Files.write(file, wav.array());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
