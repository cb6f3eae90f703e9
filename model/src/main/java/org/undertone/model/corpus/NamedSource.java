// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.corpus;

import java.io.IOException;
import org.undertone.ser.audio.AudioSource;

/** A source whose errors name the file that it reads. */
record NamedSource(AudioSource source, String name) implements AudioSource {

  @Override
  public int sampleRate() {
    return source.sampleRate();
  }

  @Override
  public int read(float[] samples, int offset, int length) throws IOException {
    try {
      return source.read(samples, offset, length);
    } catch (IOException e) {
      throw named(name, e);
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  static IOException named(String name, Exception e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new IOException(name + ": " + reason, e);
  }
}
