// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import org.undertone.ser.audio.WavEncoding;
import org.undertone.ser.audio.WavFormat;
import org.undertone.ser.audio.WavWriter;

/**
 * The audio of a session while it is recorded: a WAV file whose header leaves the size open, so that
 * it can be played even if the process is killed; {@link #finish} fills it in.
 *
 * <p>{@link #add} is for one thread, the rest for another. Nothing allocates per block, and what
 * waits to be written takes {@value #RING_SECONDS} seconds of memory, however long the session is.
 */
final class KeptAudio {
  /** How long the storage may take for one write: longer than anything but a broken card. */
  private static final int RING_SECONDS = 16;

  /** Space left alone, for a long timeline: it matters more than audio, and takes a hundredth. */
  private static final long SPARE_BYTES = 8 << 20;

  private final File file;
  private final int sampleRate;
  private final WavWriter writer;
  private final SampleBacklog ring;
  private volatile boolean overrun;

  /** Begins a file. */
  KeptAudio(File file, int sampleRate) throws IOException {
    this(file, sampleRate, new FileOutputStream(file));
  }

  /** Begins a file that a stream writes. */
  KeptAudio(File file, int sampleRate, OutputStream stream) throws IOException {
    this.file = file;
    this.sampleRate = sampleRate;
    this.ring = new SampleBacklog(RING_SECONDS * sampleRate);
    try {
      this.writer = new WavWriter(stream, format(sampleRate));
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  private static WavFormat format(int sampleRate) {
    return WavFormat.of(sampleRate, 1, WavEncoding.PCM_16);
  }

  /** Adds samples; they are copied. */
  void add(float[] samples, int offset, int length) {
    // After a gap nothing more goes in: what follows would no longer fit the timeline.
    overrun = overrun || !ring.add(samples, offset, length);
  }

  /**
   * Writes what was added since the last call.
   *
   * @throws IOException if it cannot, or there is hardly any space left; {@link #finish} must follow
   */
  void write() throws IOException {
    if (file.getParentFile().getUsableSpace() < SPARE_BYTES) {
      throw new StorageException(
          StorageException.Kind.FULL, "the space left is needed for the timeline", null);
    }
    ring.drain(writer);
    if (overrun) {
      throw new IOException("the storage is too slow to keep audio");
    }
  }

  /**
   * Ends the file with what was written.
   *
   * @return how long it is, seconds; 0 if it was empty, and deleted
   */
  double finish() throws IOException {
    writer.close();
    return (double) repair(file, sampleRate) / sampleRate;
  }

  /**
   * Fills in the size of a file that was left open, and cuts off what is not a whole sample.
   *
   * @return how many samples there are in it; with none it was deleted
   */
  static long repair(File file, int sampleRate) throws IOException {
    int headerBytes = WavWriter.header(format(sampleRate)).length;
    WavFormat open = format(sampleRate);
    long frames = (file.length() - headerBytes) / open.frameBytes();
    if (frames <= 0) {
      AudioFolder.deleteFile(file);
      return 0;
    }
    try (RandomAccessFile target = new RandomAccessFile(file, "rw")) {
      target.setLength(headerBytes + frames * open.frameBytes());
      target.write(WavWriter.header(open.withFrames(frames)));
    }
    return frames;
  }
}
