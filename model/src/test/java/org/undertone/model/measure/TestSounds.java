// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.measure;

import java.io.IOException;
import java.nio.file.Path;
import org.undertone.model.corpus.AudioFiles;
import org.undertone.ser.TestData;
import org.undertone.ser.audio.AudioSource;

/** Sounds for tests: real recordings, where this machine has them, and tones. */
final class TestSounds {
  private TestSounds() {}

  /** Reads a recording, or skips the test. */
  static Sound recording(String corpus, String file) throws IOException {
    Path path = TestData.corpus(corpus).resolve(file);
    try (AudioSource source = AudioFiles.open(path)) {
      return Sound.read(source);
    }
  }

  /** Returns a tone. */
  static Sound tone(double hertz, double amplitude, double seconds, int rate) {
    float[] samples = new float[(int) Math.round(seconds * rate)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return new Sound(samples, rate);
  }

  /** Returns the level of a part of a sound. */
  static double rms(Sound sound, double fromSeconds, double toSeconds) {
    double sum = 0;
    int from = (int) Math.round(fromSeconds * sound.rate());
    int to = (int) Math.round(toSeconds * sound.rate());
    for (int i = from; i < to; i++) {
      sum += (double) sound.samples()[i] * sound.samples()[i];
    }
    return Math.sqrt(sum / (to - from));
  }
}
