// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.history;

import java.io.Closeable;
import java.io.EOFException;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import org.undertone.ser.audio.WavFormat;
import org.undertone.ser.audio.WavReader;

/**
 * Kept audio, read from any frame on: a mono WAV file, which may still grow. For one thread at a time,
 * not the main thread.
 */
final class PlaybackFile implements Closeable {
  private final FileInputStream stream;
  private final WavReader reader;
  private final File file;
  private final long dataStart;
  private long next;

  /**
   * Reads the header.
   *
   * @throws IOException if the file is not there, or is not a WAV file
   */
  PlaybackFile(File file) throws IOException {
    this.file = file;
    FileInputStream opened = new FileInputStream(file);
    try {
      reader = new WavReader(opened);
      dataStart = opened.getChannel().position();
    } catch (IOException e) {
      opened.close();
      throw e;
    }
    stream = opened;
  }

  /** Returns the rate in Hz. */
  int sampleRate() {
    return reader.sampleRate();
  }

  /** Returns how many frames there are by now. */
  long frames() {
    WavFormat format = reader.format();
    long bytes = Math.max(file.length() - dataStart, 0);
    if (format.dataBytes() != WavFormat.UNKNOWN) {
      bytes = Math.min(bytes, format.dataBytes());
    }
    return bytes / format.frameBytes();
  }

  double seconds() {
    return (double) frames() / sampleRate();
  }

  /**
   * Goes to a frame.
   *
   * @throws EOFException if there is none
   */
  void seek(long frame) throws IOException {
    if (frame < 0 || frame >= frames()) {
      throw new EOFException("frame " + frame + " of " + frames());
    }
    stream.getChannel().position(dataStart + frame * reader.format().frameBytes());
    next = frame;
  }

  /** Reads samples in [-1, 1]; returns how many, or -1 at the end. */
  int read(float[] samples) throws IOException {
    // The reader does not know of the seek; what follows the samples is not for the ear.
    int count =
        reader.read(samples, 0, (int) Math.min(samples.length, Math.max(frames() - next, 0)));
    if (count <= 0) {
      return -1;
    }
    next += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
