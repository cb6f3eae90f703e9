// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser.audio;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a WAV file as a stream. Its size is either known beforehand ({@link WavFormat#withFrames}),
 * or left open: sizes of 0xFFFFFFFF then say that the samples go on to the end. Where the target can
 * be written to again from its beginning, {@link #header} gives bytes of the same length, with the
 * sizes filled in.
 *
 * <p>Samples are clipped to [-1, 1] and rounded to the nearest step; NaN and infinities are written
 * as silence. For one thread at a time; {@link #write} does not allocate.
 */
public final class WavWriter implements Closeable {
  private static final int BLOCK_SAMPLES = 1024;

  private final OutputStream out;
  private final WavFormat format;
  private final byte[] bytes;
  private long framesWritten;
  private boolean closed;

  /**
   * Writes the header.
   *
   * @throws IllegalArgumentException if the declared size is not one of whole frames, or beyond 4
   *     GiB
   * @throws IOException if the stream fails
   */
  public WavWriter(OutputStream out, WavFormat format) throws IOException {
    byte[] header = header(format);
    this.out = out;
    this.format = format;
    this.bytes = new byte[BLOCK_SAMPLES * format.encoding().bytes()];
    out.write(header);
  }

  /**
   * Returns the header of a file. Its length does not depend on the size declared, so that it can
   * replace one whose size was left open.
   *
   * @throws IllegalArgumentException if the declared size is not one of whole frames, or beyond 4
   *     GiB
   */
  public static byte[] header(WavFormat format) {
    if (format.dataBytes() != WavFormat.UNKNOWN && format.dataBytes() % format.frameBytes() != 0) {
      throw new IllegalArgumentException(
          format.dataBytes() + " bytes are not whole frames of " + format.frameBytes() + " bytes");
    }
    return WavHeader.of(format);
  }

  /**
   * Returns the header for what has been written up to now.
   *
   * @throws IllegalArgumentException if that is beyond 4 GiB
   */
  public byte[] header() {
    return header(format.withFrames(framesWritten));
  }

  /** Returns how many frames have been written. */
  public long framesWritten() {
    return framesWritten;
  }

  /**
   * Writes frames.
   *
   * @param interleaved holds {@code [frame][channel]}, row-major; for one channel simply samples
   * @param offset index of the first sample in {@code interleaved}
   * @throws IllegalStateException if these are more frames than were declared, or after {@link
   *     #close}
   * @throws IOException if the stream fails
   */
  public void write(float[] interleaved, int offset, int frames) throws IOException {
    if (closed) {
      throw new IllegalStateException("The WAV writer is closed.");
    }
    if (format.dataBytes() != WavFormat.UNKNOWN && framesWritten + frames > declaredFrames()) {
      throw new IllegalStateException(
          "The header declares "
              + declaredFrames()
              + " frames; these would make "
              + (framesWritten + frames)
              + ".");
    }
    int next = offset;
    int left = frames * format.channels();
    while (left > 0) {
      int count = Math.min(left, BLOCK_SAMPLES);
      SampleCodec.encode(format.encoding(), interleaved, next, count, bytes);
      out.write(bytes, 0, count * format.encoding().bytes());
      next += count;
      left -= count;
    }
    framesWritten += frames;
  }

  /**
   * Ends the file and closes the stream.
   *
   * @throws IOException if the stream fails, or fewer frames were written than declared
   */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    boolean open = format.dataBytes() == WavFormat.UNKNOWN;
    try (OutputStream closing = out) {
      if (!open && framesWritten < declaredFrames()) {
        throw new IOException(
            "The WAV header declares "
                + declaredFrames()
                + " frames, but only "
                + framesWritten
                + " were written.");
      }
      // With the size left open, a pad byte would be taken for a sample.
      if (!open && (format.dataBytes() & 1) == 1) {
        closing.write(0);
      }
    }
  }

  private long declaredFrames() {
    return format.dataBytes() / format.frameBytes();
  }
}
