// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A NumPy file: version 1.0 of the format, little-endian float32 in C order, shape {@code
 * [frame][coefficient]}. The header leaves room for the number of frames, which is known at the end.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the
 *     format</a>
 */
final class NpyFile implements FrameFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  /** Length of everything before the data: a multiple of 64 that any shape fits into. */
  private static final int HEADER_BYTES = 128;

  private static final int BUFFER_BYTES = 1 << 16;

  private final FileChannel channel;
  private final int coefficients;
  private final ByteBuffer buffer;
  private long frames;

  NpyFile(Path file, int coefficients) throws IOException {
    this.coefficients = coefficients;
    buffer =
        ByteBuffer.allocate(Math.max(BUFFER_BYTES, 4 * coefficients))
            .order(ByteOrder.LITTLE_ENDIAN);
    channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    channel.position(HEADER_BYTES);
  }

  @Override
  public void write(float[] frame) throws IOException {
    if (buffer.remaining() < 4 * frame.length) {
      flush();
    }
    for (float value : frame) {
      buffer.putFloat(value);
    }
    frames++;
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  @Override
  public void finish() throws IOException {
    flush();
    String text =
        "{'descr': '<f4', 'fortran_order': False, 'shape': ("
            + frames
            + ", "
            + coefficients
            + "), }";
    int room = HEADER_BYTES - MAGIC.length - 2;
    byte[] dictionary =
        (text + " ".repeat(room - 1 - text.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
    buffer.put(MAGIC).putShort((short) room).put(dictionary);
    channel.position(0);
    flush();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
