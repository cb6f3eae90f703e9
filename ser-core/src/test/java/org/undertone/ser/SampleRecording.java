// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.undertone.ser.SyntheticSpeech.Voice;

/**
 * The recording that comes with the project, {@code samples/synthetic-speech.wav}: calm, agitated and
 * low speech with pauses, 14.5 s, mono, 16 kHz, 16 bits. {@link #main} writes it.
 */
public final class SampleRecording {
  /** Where it is kept in the project. */
  public static final String FILE = "samples/synthetic-speech.wav";

  /** Its rate in Hz. */
  public static final int SAMPLE_RATE = 16_000;

  private static final double ROOM_RMS = 0.0005;

  private SampleRecording() {}

  /** Writes the recording to the path given, or to its place below the current folder. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args.length > 0 ? args[0] : FILE);
    Files.write(file, wav());
  }

  /** Returns the samples. */
  public static float[] samples() {
    SyntheticSpeech speaker = new SyntheticSpeech(SAMPLE_RATE, 1);
    float[] speech =
        SyntheticSpeech.concat(
            speaker.speech(Voice.CALM, 4),
            speaker.noise(ROOM_RMS, 1.5),
            speaker.speech(Voice.AGITATED, 5),
            speaker.noise(ROOM_RMS, 1),
            speaker.speech(Voice.LOW, 3));
    return SyntheticSpeech.mix(
        speech, speaker.noise(ROOM_RMS, (double) speech.length / SAMPLE_RATE));
  }

  /** Returns the file: the canonical header of 44 bytes, and the samples. */
  public static byte[] wav() {
    float[] samples = samples();
    ByteBuffer file = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples.length);
    file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    file.putShort((short) 1).putShort((short) 1);
    file.putInt(SAMPLE_RATE).putInt(2 * SAMPLE_RATE);
    file.putShort((short) 2).putShort((short) 16);
    file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples.length);
    for (float sample : samples) {
      file.putShort((short) Math.max(-32768, Math.min(32767, Math.round(sample * 32768))));
    }
    return file.array();
  }
}
