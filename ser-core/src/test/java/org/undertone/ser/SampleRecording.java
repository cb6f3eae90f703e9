// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.undertone.ser.SyntheticSpeech.Voice;
import org.undertone.ser.audio.WavEncoding;
import org.undertone.ser.audio.WavFormat;
import org.undertone.ser.audio.WavWriter;

/**
 * The recording that comes with the project, {@code samples/synthetic-speech.wav}: level, agitated and
 * slow speech with pauses, 14.5 s, mono, 16 kHz, 16 bits. {@link #main} writes it.
 */
public final class SampleRecording {
  /** Where it is kept in the project. */
  public static final String FILE = "samples/synthetic-speech.wav";

  /** Its rate in Hz. */
  public static final int SAMPLE_RATE = 16_000;

  /** The voice that it begins with. */
  public static final Voice LEVEL = new Voice(190, 1, 4, 0.04, 0.2);

  /** The voice in its middle: high, pressed, with wide accents, as the built-in model knows anger. */
  public static final Voice AGITATED = new Voice(280, 8, 4, 0.05, 1);

  private static final double ROOM_RMS = 0.0005;
  private static final Voice SLOW = new Voice(230, 1, 2.6, 0.02, 0.2);

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
            speaker.speech(LEVEL, 4),
            speaker.noise(ROOM_RMS, 1.5),
            speaker.speech(AGITATED, 5),
            speaker.noise(ROOM_RMS, 1),
            speaker.speech(SLOW, 3));
    return SyntheticSpeech.mix(
        speech, speaker.noise(ROOM_RMS, (double) speech.length / SAMPLE_RATE));
  }

  /** Returns the file. */
  public static byte[] wav() throws IOException {
    float[] samples = samples();
    WavFormat format = WavFormat.of(SAMPLE_RATE, 1, WavEncoding.PCM_16).withFrames(samples.length);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (WavWriter writer = new WavWriter(file, format)) {
      writer.write(samples, 0, samples.length);
    }
    return file.toByteArray();
  }
}
