// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.undertone.ser.audio.WavEncoding;
import org.undertone.ser.audio.WavFormat;
import org.undertone.ser.audio.WavReader;
import org.undertone.ser.audio.WavWriter;

/**
 * The kept audio of a session, cut into clips from front to back in one reading, in constant memory. For
 * one thread.
 */
final class KeptSamples implements Closeable {
  private static final int BLOCK = 4096;

  /** Told how many samples were read. */
  interface Listener {
    void onRead(int samples) throws IOException;
  }

  /** Knows how far it was read. */
  private static final class CountedStream extends FilterInputStream {
    private long position;

    CountedStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      position += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      position += Math.max(count, 0);
      return count;
    }
  }

  private final File file;
  private final WavReader reader;
  private final long length;
  private final Listener listener;
  private final float[] block = new float[BLOCK];
  private long position;

  /**
   * Opens a file.
   *
   * @throws IOException if it is not there or is no WAV file that can be read
   */
  KeptSamples(File file, Listener listener) throws IOException {
    this.file = file;
    this.listener = listener;
    CountedStream in = new CountedStream(new BufferedInputStream(new FileInputStream(file)));
    try {
      reader = new WavReader(in);
    } catch (IOException e) {
      try (in) {
        throw e;
      }
    }
    WavFormat format = reader.format();
    long bytes = file.length() - in.position;
    // A file whose recording was cut off says nothing or too much of its length.
    if (format.dataBytes() != WavFormat.UNKNOWN) {
      bytes = Math.min(bytes, format.dataBytes());
    }
    length = Math.max(0, bytes) / format.frameBytes();
  }

  /** Returns the number of samples. */
  long length() {
    return length;
  }

  int sampleRate() {
    return reader.sampleRate();
  }

  /** Returns the sample at a time, no later than the end. */
  long at(double seconds) {
    return Math.min(length, Math.round(seconds * sampleRate()));
  }

  /**
   * Writes a clip as a WAV file of 16 bits, and leaves the stream open. Clips must follow each other in
   * time.
   *
   * @param from first sample
   * @param to the sample after the last, at most {@link #length}
   * @throws ExportException if the file ends early or cannot be read
   */
  void write(long from, long to, OutputStream out) throws IOException {
    if (from < position) {
      throw new IllegalArgumentException(from + " was read already, up to " + position);
    }
    while (position < from) {
      read(from - position);
    }
    WavWriter writer =
        new WavWriter(
            new UnclosedStream(out),
            WavFormat.of(sampleRate(), 1, WavEncoding.PCM_16).withFrames(to - from));
    while (position < to) {
      writer.write(block, 0, read(to - position));
    }
    writer.close();
  }

  private int read(long most) throws IOException {
    int count;
    try {
      count = reader.read(block, 0, (int) Math.min(most, BLOCK));
    } catch (IOException e) {
      throw damaged(e);
    }
    if (count < 0) {
      throw damaged(null);
    }
    position += count;
    listener.onRead(count);
    return count;
  }

  private ExportException damaged(IOException cause) {
    return new ExportException(
        ExportException.Kind.AUDIO_DAMAGED,
        file.getName() + " cannot be read beyond sample " + position,
        cause);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
